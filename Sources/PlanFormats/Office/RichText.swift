/// Changes RTF files where soffice would lose text that they hold.
enum RichText {
  /// A file without bookmarks, and with an empty paragraph before its first table.
  ///
  /// Where a document begins with a table, as plans do, soffice drops what stands in the first cell
  /// before the first bookmark or drawing.
  static func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
    let plain = without(["{\\*\\bkmkstart", "{\\*\\bkmkend"], in: bytes) ?? bytes
    guard let row = ByteText.find("\\trowd", in: plain[...], from: 0) else { return plain }
    return plain[..<row] + Array("\\pard\\par ".utf8) + plain[row...]
  }

  /// A file without its pictures; `nil` when it has none.
  static func withoutPictures(_ bytes: [UInt8]) -> [UInt8]? {
    without(["{\\pict", "{\\*\\shppict", "{\\nonshppict"], in: bytes)
  }

  /// A file without the groups that begin so; `nil` when it has none.
  private static func without(_ openings: [String], in bytes: [UInt8]) -> [UInt8]? {
    let openings = openings.map { Array($0.utf8) }
    var result: [UInt8] = []
    var kept = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"),
        openings.contains(where: { bytes[index...].starts(with: $0) })
      else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      guard let end = groupEnd(from: index, in: bytes) else { break }
      result += bytes[kept..<index]
      (index, kept) = (end, end)
    }
    return kept == 0 ? nil : result + bytes[kept...]
  }

  /// The place behind the bracket that closes the group which begins at `start`.
  static func groupEnd(from start: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\\"):
        index += 1 + binaryLength(at: index, in: bytes)
      default: break
      }
      index += 1
    }
    return nil
  }

  /// How many bytes more than its first letter a control word "\\bin12 " reaches, with those that it
  /// says follow.
  static func binaryLength(at index: Int, in bytes: [UInt8]) -> Int {
    guard bytes[index...].starts(with: Array("\\bin".utf8)) else { return 0 }
    let digits = bytes[(index + 4)...].prefix(9).prefix { $0 >= 48 && $0 <= 57 }
    guard let count = Int(String(decoding: digits, as: UTF8.self)) else { return 0 }
    return min(3 + digits.count + count, bytes.count - index)
  }
}
