package import PlanParser

/// The project's own documents with what is expected of them.
package struct Corpus: Sendable {
  /// Something that is checked under one name: a specification, a document, or the summary.
  package struct Entry: Sendable, Hashable {
    enum Kind: Sendable { case specification, document, summary }
    let kind: Kind
    /// The name: "spec/headings", "plans/commune", "plans/summary".
    package let name: String
    /// The one case of a specification that is meant, by the line of its fence.
    package var line: Int?

    /// Whether it is a document that is known to be read wrongly.
    package var isKnownBug: Bool { name.hasSuffix(Corpus.bugSuffix) }
  }

  /// A document or case as it was given.
  package struct Input: Sendable {
    /// Its name: "plans/commune", "spec/headings:12".
    package let name: String
    /// Its bytes.
    package let bytes: [UInt8]

    /// A document under a name.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  let folder: String
  let grammar: Grammar

  /// The corpus in a folder, read with a grammar.
  package init(folder: String, grammar: Grammar) {
    self.folder = folder
    self.grammar = grammar
  }

  /// Everything that is checked, in order.
  package func entries() throws(CorpusError) -> [Entry] {
    if !FileSystem.exists(folder) {
      throw .unfit(
        path: folder, why: "no such folder; run this in the repository, or name --corpus")
    }
    var entries: [Entry] = []
    for file in try FileSystem.names(in: Path.join(folder, "spec"))
    where Path.fileExtension(file) == "md" && file != "README.md" {
      entries.append(Entry(kind: .specification, name: "spec/" + Path.stem(file)))
    }
    let plans = Path.join(folder, "plans")
    for name in try FileSystem.names(in: plans) where FileSystem.isFolder(Path.join(plans, name)) {
      entries.append(Entry(kind: .document, name: "plans/" + name))
    }
    entries.append(Entry(kind: .summary, name: "plans/summary"))
    return entries
  }

  /// The entries that names select; all of them without names.
  ///
  /// A name is a path in the corpus with or without the folder and the extension; a
  /// specification's case is named by its line: `spec/headings:42`.
  package func entries(named names: [String]) throws(CorpusError) -> [Entry] {
    let all = try entries()
    if names.isEmpty { return all }
    var chosen: [Entry] = []
    for name in names {
      let place = LinePlace(name)
      var wanted = Substring(place.path)
      if wanted.hasPrefix(folder + "/") { wanted = wanted.dropFirst(folder.count + 1) }
      while wanted.hasSuffix("/") { wanted = wanted.dropLast() }
      for suffix in [".md", ".tsv"] where wanted.hasSuffix(suffix) {
        wanted = wanted.dropLast(suffix.count)
      }
      let found = all.filter { $0.name == wanted || $0.name.hasSuffix("/" + wanted) }
      if found.isEmpty { throw .unknownName(name, known: all.map(\.name)) }
      chosen += found.map { Entry(kind: $0.kind, name: $0.name, line: place.line) }
    }
    return chosen
  }

  /// Every document and every case of a specification, as given.
  package func inputs() throws(CorpusError) -> [Input] {
    var inputs: [Input] = []
    for entry in try entries() {
      switch entry.kind {
      case .specification:
        for one in try specification(entry).cases {
          inputs.append(Input(name: "\(entry.name):\(one.line)", bytes: Array(one.input.utf8)))
        }
      case .document:
        inputs.append(Input(name: entry.name, bytes: try FileSystem.read(input(of: entry))))
      case .summary: break
      }
    }
    return inputs
  }

  /// Where an entry's file or folder stands.
  func path(of entry: Entry) -> String {
    let path = Path.join(folder, entry.name)
    switch entry.kind {
    case .specification: return path + ".md"
    case .document: return path
    case .summary: return path + ".tsv"
    }
  }

  /// The document that a folder holds: `input.txt`, `input.md`.
  func input(of entry: Entry) throws(CorpusError) -> String {
    let path = path(of: entry)
    let names = try FileSystem.names(in: path)
    guard let name = names.first(where: { Path.stem($0) == "input" }) else {
      throw .missing(path: Path.join(path, "input.txt"))
    }
    return Path.join(path, name)
  }

  /// The cases of a specification.
  func specification(_ entry: Entry) throws(CorpusError) -> SpecFile {
    let path = path(of: entry)
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    return try SpecFile(text, path: path)
  }
}
