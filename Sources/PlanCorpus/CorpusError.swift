package import PlanFormats

/// What can go wrong at the edge: files, folders and golden files.
package enum CorpusError: Error, Sendable {
  /// There is no such file or folder.
  case missing(path: String)
  /// A folder stands where a file is expected.
  case folder(path: String)
  /// A file stands where a folder is expected.
  case file(path: String)
  /// What stands at the path is not what is asked for; `why` says what, and what to do.
  case unfit(path: String, why: String)
  /// The file may not be read.
  case denied(path: String)
  /// The file is larger than the program reads.
  case tooLarge(path: String, limit: Int)
  /// No text can be taken out of the bytes.
  case unreadable(path: String, cause: FormatError)
  /// The file cannot be written; `code` is the system's error number.
  case notWritable(path: String, code: Int32)
  /// The reader of our output has gone.
  case brokenPipe
  /// Another failure of the system.
  case failed(path: String, code: Int32)
  /// A literate specification that does not follow its notation.
  case specification(path: String, line: Int, message: String)
  /// A name that selects nothing in the corpus.
  case unknownName(String, known: [String])
}

extension CorpusError: CustomStringConvertible {
  /// The path, then the fact and the remedy: lower case, no full stop.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path.isEmpty ? "\"\"" : path): no such file; check the spelling of the path"
    case .folder(let path):
      "\(path): this is a folder, not a file; name the files in it, for example \(path)/*.txt"
    case .file(let path):
      "\(path): this is a file, not a folder; name the folder that it lies in"
    case .unfit(let path, let why):
      "\(path): \(why)"
    case .denied(let path):
      "\(path): no permission to read it; ask its owner, or change its mode with chmod"
    case .tooLarge(let path, let limit):
      "\(path): larger than \(limit >> 20) MiB, the most that is read; split it into documents"
    case .unreadable(let path, let cause):
      "\(path): \(cause.description)"
    case .notWritable(ByteStream.standardOutputName, let code):
      "\(ByteStream.standardOutputName): cannot be written (\(SystemMessage.of(code)))"
    case .notWritable(let path, let code):
      "\(path): cannot be written (\(SystemMessage.of(code))); choose another place"
    case .brokenPipe:
      "the reader of the output has closed it"
    case .failed(let path, let code):
      "\(path): \(SystemMessage.of(code))"
    case .specification(let path, let line, let message):
      "\(path):\(line): \(message)"
    case .unknownName(let name, let known):
      "nothing in the corpus is called \(name); there is \(known.joined(separator: ", "))"
    }
  }
}
