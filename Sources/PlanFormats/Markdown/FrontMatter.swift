/// What programs that make sites out of files read above a text, between "---" and "---", and never
/// print: "---json" over an object, or "title: …" over a page.
///
/// Above plain text the second is furniture, which the parser knows.
enum FrontMatter {
  /// How far it reaches at most, in bytes.
  private static let reach = 16_384
  private static let dashes = Array("---".utf8)

  /// The bytes without it; what ends its lines stays, so that messages count lines right.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: dashes), let end = end(in: bytes) else { return bytes }
    let rest = bytes[end...]
    let isObject = bytes[3] != 0x0A && bytes[3] != 0x0D
    guard isObject || HTMLSignature.matches(Array(rest)) else { return bytes }
    return bytes[..<end].filter { $0 == 0x0A } + rest
  }

  /// Where it ends.
  private static func end(in bytes: [UInt8]) -> Int? {
    var kind: ArraySlice<UInt8>?
    var start = 0
    while start < min(bytes.count, reach) {
      let stop = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<stop]
      while let last = line.last, last <= 0x20 { line.removeLast() }
      if kind == nil {
        kind = line.dropFirst(dashes.count)
        guard kind?.isEmpty == true || kind?.elementsEqual("json".utf8) == true else { return nil }
      } else if line.elementsEqual(dashes) {
        return stop
      } else if kind?.isEmpty == true, !isEntry(line) {
        return nil
      }
      start = stop + 1
    }
    return nil
  }

  /// Whether a line names something, goes on with what one names, or is blank.
  private static func isEntry(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first > 0x20, first != UInt8(ascii: "-"),
      first != UInt8(ascii: "#")
    else { return true }
    let name = line.prefix { byte in
      (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
  }
}
