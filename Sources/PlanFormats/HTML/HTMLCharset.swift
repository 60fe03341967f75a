/// What a page says of its own encoding.
enum HTMLCharset {
  /// How far into a page its encoding is looked for.
  private static let sample = 8192

  /// The name after the first "charset=" or "encoding=" of the head; `nil` without one.
  static func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(sample).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    for mark in ["charset=", "encoding="] {
      if let name = name(in: head, after: Array(mark.utf8)) { return name }
    }
    return nil
  }

  private static func name(in head: [UInt8], after mark: [UInt8]) -> String? {
    var index = 0
    while index + mark.count < head.count {
      if head[index] == mark[0], head[index..<index + mark.count].elementsEqual(mark) {
        let rest = head[(index + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
        let name = rest.prefix {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
      index += 1
    }
    return nil
  }
}
