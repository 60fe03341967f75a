/// A tag of HTML inside a text.
struct MarkupTag {
  /// The name in small letters.
  var name: String
  /// Whether it ends an element.
  var ends: Bool
  /// Where it stands, its brackets included.
  var range: Range<Int>

  /// The names that tags of markdown have: what converters write between lines of text.
  private static let inline: Set<String> = [
    "a", "b", "br", "center", "col", "colgroup", "del", "div", "em", "figure", "hr", "i", "img",
    "ins", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "thead", "u",
  ]
  /// The names of the elements that hold the text of a page.
  private static let page: Set<String> = [
    "body", "dd", "dl", "dt", "font", "form", "head", "html", "input", "li", "link", "meta", "ol",
    "p", "script", "select", "style", "td", "title", "tr", "ul",
  ]
  /// The longest tag, in bytes.
  private static let longest = 4096

  /// Whether it makes the text that it stands in a page.
  var belongsToPage: Bool { MarkupTag.page.contains(name) }

  /// Whether the bytes begin as a whole page, behind comments.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = behindComments(bytes)
    guard let first = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      bytes[first] == UInt8(ascii: "<")
    else { return false }
    if first + 1 < bytes.count, bytes[first + 1] == UInt8(ascii: "!") { return true }
    guard let tag = tag(at: first, bytes, bytes.count) else { return false }
    return tag.belongsToPage
  }

  /// Where the text begins behind the comments that programs write above it: "<!-- page: 1 -->".
  static func behindComments(_ bytes: [UInt8]) -> Int {
    var start = 0
    while let first = bytes[start...].firstIndex(where: { $0 > 0x20 }),
      bytes[first...].starts(with: "<!--".utf8)
    {
      var end = first + 4
      while end + 3 <= bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
      guard end + 3 <= bytes.count else { return start }
      start = end + 3
    }
    return start
  }

  /// The tags in a part of a text; what only looks like one is text.
  static func tags(in bytes: [UInt8], _ range: Range<Int>) -> [MarkupTag] {
    var tags: [MarkupTag] = []
    var offset = range.lowerBound
    while let sign = bytes.firstPlace(of: UInt8(ascii: "<"), in: offset..<range.upperBound) {
      let tag = tag(at: sign, bytes, range.upperBound)
      if let tag { tags.append(tag) }
      offset = tag?.range.upperBound ?? sign + 1
    }
    return tags
  }

  /// The tag that begins at an offset.
  private static func tag(at start: Int, _ bytes: [UInt8], _ end: Int) -> MarkupTag? {
    var offset = start + 1
    let ends = offset < end && bytes[offset] == UInt8(ascii: "/")
    if ends { offset += 1 }
    var name: [UInt8] = []
    while offset < end, name.count < 12, isNamed(bytes[offset]) {
      name.append(bytes[offset] | 0x20)
      offset += 1
    }
    let text = String(decoding: name, as: UTF8.self)
    guard inline.contains(text) || page.contains(text) else { return nil }
    let limit = min(end, start + longest)
    while offset < limit, bytes[offset] != UInt8(ascii: ">") {
      if bytes[offset] == UInt8(ascii: "<") { return nil }
      offset += 1
    }
    guard offset < limit else { return nil }
    return MarkupTag(name: text, ends: ends, range: start..<offset + 1)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
  }
}
