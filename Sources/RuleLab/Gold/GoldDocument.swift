package import PlanCorpus
import PlanExport

/// A document and the plan that people have read in it.
package struct GoldDocument: Sendable {
  /// Its name: that of the folder, or of the gold file.
  package let name: String
  /// The document.
  package let path: String
  /// The gold: the contract's format, plus `optional` and `…Alt`.
  package let gold: Told
  /// Whatever the gold says of the document itself: "issuer commune", "source scan".
  package let strata: [String]

  /// The folders of a corpus that hold gold.
  package static let folders = ["corpus/plans", "corpus/gold"]

  /// Every document of some folders that has gold.
  ///
  /// Gold is `NAME/gold.json` beside `NAME/input.*`, or `NAME.json` with `NAME.txt`,
  /// `NAME.md` or `NAME.docx` beside it or in `documents`.
  package static func all(
    in folders: [String], documents: String? = nil
  ) throws(CorpusError) -> [GoldDocument] {
    var found: [GoldDocument] = []
    for folder in folders { found += try all(in: folder, documents: documents) }
    return found
  }

  /// Every document of a folder that has gold.
  private static func all(
    in folder: String, documents: String?
  ) throws(CorpusError) -> [GoldDocument] {
    if folders.contains(folder), !FileSystem.exists(folder) {
      throw .unfit(path: folder, why: "no such folder; run this in the repository, or name --gold")
    }
    var found: [GoldDocument] = []
    for name in try FileSystem.names(in: folder) {
      let path = Path.join(folder, name)
      if FileSystem.isFolder(path) {
        let gold = Path.join(path, "gold.json")
        guard FileSystem.exists(gold) else { continue }
        found.append(
          GoldDocument(
            name: name, path: try input(in: path), gold: try read(gold)))
      } else if Path.fileExtension(name) == "json" {
        let stem = Path.stem(name)
        let beside = documents ?? folder
        let places = ["txt", "md", "docx"].map { Path.join(beside, stem + "." + $0) }
        guard let document = places.first(where: { FileSystem.exists($0) }) else {
          throw .unfit(
            path: path,
            why: "no \(stem).txt, .md or .docx stands in \(beside); "
              + "gold stands beside its document, or --documents names the folder")
        }
        found.append(GoldDocument(name: stem, path: document, gold: try read(path)))
      }
    }
    if found.isEmpty {
      throw .unfit(
        path: folder, why: "holds no gold; it is NAME/gold.json, or NAME.json beside NAME.txt")
    }
    return found
  }

  private init(name: String, path: String, gold: Told) {
    self.name = name
    self.path = path
    self.gold = gold
    let strata = gold["strata"]
    self.strata = strata.names.flatMap { name in
      strata[name].several.compactMap { $0.text.map { "\(name) \($0)" } }
    }
  }

  private static func input(in folder: String) throws(CorpusError) -> String {
    let names = try FileSystem.names(in: folder)
    guard let name = names.first(where: { Path.stem($0) == "input" }) else {
      throw .missing(path: Path.join(folder, "input.txt"))
    }
    return Path.join(folder, name)
  }

  private static func read(_ path: String) throws(CorpusError) -> Told {
    let bytes = try FileSystem.read(path)
    do {
      return Told(try PlanJSON.fields(bytes))
    } catch {
      throw .specification(
        path: path, line: error.line(in: bytes), message: error.description)
    }
  }
}

extension ExportError {
  /// The line from 1 on which something was met.
  fileprivate func line(in bytes: [UInt8]) -> Int {
    switch self {
    case .syntax(_, .byte(let offset)), .field(_, _, .byte(let offset)):
      bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    default: 1
    }
  }
}
