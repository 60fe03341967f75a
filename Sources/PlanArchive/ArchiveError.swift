package import PlanCorpus

/// Why a run over an archive cannot begin or go on; what befalls one document is an `Outcome`.
package enum ArchiveError: Error, Sendable {
  /// The catalog cannot be read or written; `problem` is what SQLite says.
  case catalog(path: String, problem: String)
  /// The disk that the catalog lies on takes no more.
  case full(path: String, problem: String)
  /// The catalog was made by a later version of the program.
  case newer(path: String, version: Int)
  /// The file is a database, but no catalog.
  case foreign(path: String)
  /// What stands at a path is no catalog to look things up in; `why` says what, and what to do.
  case noCatalog(path: String, why: String)
  /// Another run is at work on the folder.
  case locked(folder: String)
  /// The folder holds the catalog of an earlier run, and going on was not asked for.
  case exists(folder: String)
  /// A worker process cannot be started.
  case worker(problem: String)
  /// A word of the command line that cannot be understood.
  case argument(String)
  /// A file of the run itself cannot be read or written.
  case file(CorpusError)
}

extension ArchiveError: CustomStringConvertible {
  /// The fact, then the remedy: lower case, no full stop.
  package var description: String {
    switch self {
    case .catalog(let path, let problem):
      "\(path): \(problem); check that it is whole and may be read and written"
    case .full(let path, let problem):
      "\(path): \(problem); make room, then go on with --resume"
    case .newer(let path, let version):
      "\(path): a catalog of version \(version), which a later kehoach made; use that one"
    case .foreign(let path):
      "\(path): a database, but no catalog of kehoach; choose another folder with --out"
    case .noCatalog(let path, let why):
      "\(path): \(why)"
    case .locked(let folder):
      "\(folder): another run is at work here; wait for its end, or choose another --out"
    case .exists(let folder):
      "\(folder): holds the catalog of an earlier run; add --resume to go on with it, "
        + "or choose another --out"
    case .worker(let problem):
      "a worker cannot be started (\(problem)); check the limits on processes and memory"
    case .argument(let message): message
    case .file(let error): error.description
    }
  }
}
