/// Tells web pages by their bytes.
///
/// A text that speaks of tags and markdown that uses some are texts: a page begins as one.
enum HTMLSignature {
  /// How much of a file is looked at.
  private static let sample = 4096

  /// The elements that a page begins with.
  private static let heads = ["html", "head", "body", "meta", "title", "!doctype html"]
  /// The elements that a part of a page may begin with, if it ends with a tag, too.
  private static let parts = ["div", "table", "center", "font", "article", "section", "p"]

  /// Whether the bytes are a page.
  static func matches(_ bytes: [UInt8]) -> Bool {
    // A page begins with a tag, behind blanks, marks of order and the NULs of UTF-16.
    let first = bytes.prefix(sample).first { byte in
      byte > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains(byte)
    }
    guard first == UInt8(ascii: "<") else { return false }
    // In UTF-16 each letter of a tag has a NUL beside it.
    var head: [UInt8] = []
    for byte in bytes.prefix(sample) where byte != 0 { head.append(byte) }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { head.removeFirst(2) }
    var rest = head[...]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.starts(with: "<?xml".utf8) {
        rest = skip(rest, past: "?>")
      } else if rest.starts(with: "<!--".utf8) {
        rest = skip(rest, past: "-->")
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<") else { return false }
    let name = rest.dropFirst()
    if heads.contains(where: { begins(name, $0) }) { return true }
    guard parts.contains(where: { begins(name, $0) }) else { return false }
    let end = bytes.suffix(64).reversed().drop { $0 <= 0x20 }
    guard end.first == UInt8(ascii: ">") else { return false }
    return Array(end.prefix(24)).contains(UInt8(ascii: "/"))
  }

  /// Whether a tag's name begins the bytes, case ignored.
  private static func begins(_ bytes: ArraySlice<UInt8>, _ name: String) -> Bool {
    let name = Array(name.utf8)
    guard bytes.count > name.count else { return false }
    for (byte, wanted) in zip(bytes, name) {
      let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      if lower != wanted { return false }
    }
    let next = bytes[bytes.startIndex + name.count]
    return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  private static func skip(_ bytes: ArraySlice<UInt8>, past mark: String) -> ArraySlice<UInt8> {
    let mark = Array(mark.utf8)
    var index = bytes.startIndex
    while index + mark.count <= bytes.endIndex {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        return bytes[(index + mark.count)...]
      }
      index += 1
    }
    return []
  }
}
