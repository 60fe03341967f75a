package import PlanParser

/// Grammar files in a folder, instead of those in the program.
package enum GrammarFolder {
  /// The grammar and list files of a folder.
  package static func files(in folder: String) throws(CorpusError) -> [GrammarFile] {
    var files: [GrammarFile] = []
    for name in try FileSystem.names(in: folder) {
      guard ["grammar", "list"].contains(Path.fileExtension(name)) else { continue }
      let path = Path.join(folder, name)
      files.append(GrammarFile(name: name, path: path, bytes: try FileSystem.read(path)))
    }
    if !files.contains(where: { $0.name.hasSuffix(".grammar") }) {
      throw .unfit(
        path: folder, why: "holds no .grammar file; name the folder of a grammar's files")
    }
    return files
  }
}
