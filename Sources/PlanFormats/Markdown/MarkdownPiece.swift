/// A stretch of markdown: a table of HTML, or what stands between two.
struct MarkdownPiece {
  /// Where it stands.
  var range: Range<Int>
  /// Whether it is a table of HTML with its ends.
  var isTable: Bool

  /// The pieces of a text in order: a table begins a line and ends where all tables in it end.
  static func pieces(of bytes: [UInt8]) -> [MarkdownPiece] {
    var pieces: [MarkdownPiece] = []
    var start = 0
    var depth = 0
    var begin = 0
    for tag in MarkupTag.tags(in: bytes, bytes.indices) where tag.name == "table" {
      if tag.ends {
        guard depth > 0 else { continue }
        depth -= 1
        guard depth == 0 else { continue }
        if start < begin { pieces.append(MarkdownPiece(range: start..<begin, isTable: false)) }
        pieces.append(MarkdownPiece(range: begin..<tag.range.upperBound, isTable: true))
        start = tag.range.upperBound
      } else {
        if depth == 0 {
          guard beginsLine(tag.range.lowerBound, bytes) else { continue }
          begin = tag.range.lowerBound
        }
        depth += 1
      }
    }
    if start < bytes.count {
      pieces.append(MarkdownPiece(range: start..<bytes.count, isTable: false))
    }
    return pieces
  }

  /// Whether only blanks and tags stand between the beginning of the line and an offset.
  private static func beginsLine(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    var index = offset
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
      || bytes[index - 1] == UInt8(ascii: ">")
  }
}
