package import PlanCorpus

/// The words that invented plans are written with: lists of phrases with slots.
///
/// A name at the margin opens a list; each indented line is a phrase, and after ` | ` what it says
/// as `name=value`. In both, `{name}` stands for a phrase of the list `name`, `{name=list}` for one
/// of another list, `{name:2..9}` for a number, and a name that is known already for its text.
package struct PhraseBook: Sendable {
  /// A phrase before its slots are filled.
  struct Entry: Sendable {
    var pieces: [Piece]
    var fields: [(name: String, pieces: [Piece])]
  }

  /// A part of a phrase.
  enum Piece: Sendable {
    case text(String)
    case slot(name: String, list: String)
    /// Lowest and highest in units of the last digit, how many digits stand behind the comma, and
    /// how many there are at least.
    case number(name: String, Int, Int, decimals: Int, width: Int)
  }

  private(set) var lists: [String: [Entry]] = [:]

  /// The phrases of all `.txt` files of a folder.
  package init(folder: String) throws(CorpusError) {
    for name in try FileSystem.names(in: folder) where Path.fileExtension(name) == "txt" {
      let path = Path.join(folder, name)
      try read(String(decoding: try FileSystem.read(path), as: UTF8.self), path: path)
    }
    if lists.isEmpty { throw .missing(path: Path.join(folder, "*.txt")) }
  }

  /// The phrases of a text.
  init(_ text: String) throws(CorpusError) {
    try read(text, path: "phrases")
  }

  private mutating func read(_ text: String, path: String) throws(CorpusError) {
    var open: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
      func fault(_ message: String) -> CorpusError {
        .specification(path: path, line: index + 1, message: message)
      }
      guard line.first == " " else {
        open = String(line)
        continue
      }
      guard let open else { throw fault("a phrase stands under the name of its list") }
      guard let entry = Self.entry(line.drop { $0 == " " }) else {
        throw fault("a slot is {name}, {name=list} or {name:2..9}, and is closed on its line")
      }
      lists[open, default: []].append(entry)
    }
  }

  private static func entry(_ line: Substring) -> Entry? {
    let parts = line.split(separator: " | ", maxSplits: 1)
    guard let text = parts.first, let pieces = pieces(text) else { return nil }
    var entry = Entry(pieces: pieces, fields: [])
    var rest = parts.count > 1 ? parts[1] : ""
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].drop { $0 == " " }
      rest = rest[rest.index(after: equals)...]
      var value = rest.prefix { $0 != " " }
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 2)
      } else {
        rest = rest.dropFirst(value.count)
      }
      guard let pieces = Self.pieces(value) else { return nil }
      entry.fields.append((String(name), pieces))
    }
    return entry
  }

  private static func pieces(_ text: Substring) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = text
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}"),
        let slot = slot(rest[rest.index(after: open)..<close])
      else { return nil }
      pieces.append(slot)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  private static func slot(_ text: Substring) -> Piece? {
    if let colon = text.firstIndex(of: ":") {
      let name = String(text[..<colon])
      let ends = text[text.index(after: colon)...].split(separator: ".")
      guard ends.count == 2, let low = number(ends[0]), let high = number(ends[1]),
        low.units <= high.units, low.decimals == high.decimals
      else { return nil }
      return .number(
        name: name, low.units, high.units, decimals: low.decimals,
        width: ends[0].first == "0" && low.decimals == 0 ? ends[0].count : 1)
    }
    let parts = text.split(separator: "=")
    guard let name = parts.first else { return nil }
    return .slot(name: String(name), list: String(parts.last ?? name))
  }

  private static func number(_ text: Substring) -> (units: Int, decimals: Int)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let units = Int(parts.joined()) else { return nil }
    return (units, parts.count == 2 ? parts[1].count : 0)
  }
}
