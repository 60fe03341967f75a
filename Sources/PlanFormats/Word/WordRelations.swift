/// The relations of a part of a DOCX file: ids, what they are, and the parts they lead to.
struct WordRelations {
  /// The parts by the ids of relations.
  private(set) var targets: [String: String] = [:]
  private var kinds: [String: String] = [:]

  /// The relations that a part has: none when the file has no list of them.
  init(_ relations: [UInt8]?, of part: String) throws(FormatError) {
    guard let relations else { return }
    let reader = WordRelationReader()
    try reader.read(relations, name: WordRelations.list(of: part))
    let folder = part.split(separator: "/").dropLast()
    for relation in reader.relations {
      let target = WordRelations.resolve(relation.target, in: folder.map(String.init))
      targets[relation.id] = target
      if kinds[relation.kind] == nil { kinds[relation.kind] = target }
    }
  }

  /// The part of the first relation of a kind: "styles", "numbering", "officeDocument".
  func first(_ kind: String) -> String? { kinds[kind] }

  /// The name of the part that lists the relations of a part; of the whole file for "".
  static func list(of part: String) -> String {
    var names = part.split(separator: "/").map(String.init)
    let last = names.popLast() ?? ""
    return (names + ["_rels", last + ".rels"]).joined(separator: "/")
  }

  /// A target as the name of a part: "../customXml/item1.xml", "/word/styles.xml".
  private static func resolve(_ target: String, in folder: [String]) -> String {
    var names = target.hasPrefix("/") ? [] : folder
    for name in target.split(separator: "/") {
      if name == ".." {
        _ = names.popLast()
      } else if name != "." {
        names.append(String(name))
      }
    }
    return names.joined(separator: "/")
  }
}

/// Reads a list of relations.
private final class WordRelationReader: WordScanner {
  var relations: [(id: String, kind: String, target: String)] = []

  override func beginOther(
    _ name: WordName?, _ space: Int, _ attributes: XMLAttributes
  ) -> Bool {
    guard name == .relationship, WordName.Space.package.contains(space),
      attributes.plain(.targetMode) != "External", let id = attributes.plain(.relationId),
      let kind = attributes.plain(.relationType), let target = attributes.plain(.target)
    else { return true }
    let last = kind.split(separator: "/").last.map(String.init) ?? kind
    relations.append((id, last, target))
    return true
  }
}
