/// A part of a message (RFC 2045, RFC 2046): its head, and its body as it was sent.
struct MIMEPart {
  /// The media type in small letters; that of a part that names none is plain text.
  private(set) var type = "text/plain"
  /// The encoding of the characters, in small letters; `nil` when the head names none.
  var charset: String? { parameters["charset"]?.lowercased() }
  /// Whether its head says that it is a message of this kind.
  private(set) var isMessage = false
  /// Whether the mark that ends it was met, so that nothing of it is missing.
  private(set) var isEnded: Bool

  private var parameters: [String: String] = [:]
  private var transfer = TransferEncoding.none
  private let content: ArraySlice<UInt8>

  /// How long a head may be, and how deep parts may stand in parts.
  private static let longestHead = 1 << 16
  private static let deepest = 4

  /// Reads the head of a part; `nil` when lines stand there that no head has.
  init?(_ bytes: ArraySlice<UInt8>, isEnded: Bool) {
    self.isEnded = isEnded
    var rest = bytes
    var fields: [(name: String, value: String)] = []
    while let line = MIMELines.next(&rest) {
      if line.isEmpty { break }
      guard rest.startIndex - bytes.startIndex < Self.longestHead else { return nil }
      if line.first == 0x20 || line.first == 0x09 {
        // A long field goes on.
        guard !fields.isEmpty else { return nil }
        fields[fields.count - 1].value += String(decoding: line, as: UTF8.self)
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      fields.append(
        (
          String(decoding: line[..<colon], as: UTF8.self).lowercased(),
          String(decoding: line[(colon + 1)...], as: UTF8.self)
        ))
    }
    content = rest
    for (name, value) in fields { take(name, value) }
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "mime-version": isMessage = true
    case "content-transfer-encoding": transfer = TransferEncoding(Self.trimmed(value))
    case "content-type":
      var pieces = Self.pieces(of: value)
      guard !pieces.isEmpty else { return }
      type = Self.trimmed(pieces.removeFirst()).lowercased()
      for piece in pieces {
        guard let sign = piece.firstIndex(of: "=") else { continue }
        var value = Self.trimmed(piece[piece.index(after: sign)...])
        if value.first == "\"" { value = String(value.dropFirst().prefix { $0 != "\"" }) }
        parameters[Self.trimmed(piece[..<sign]).lowercased()] = value
      }
    default: break
    }
  }

  /// The pieces of a field between semicolons that stand in no quotes.
  private static func pieces(of value: String) -> [Substring] {
    var isQuoted = false
    return value.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let end = text.lastIndex { !$0.isWhitespace }
    guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
    return String(text[start...end])
  }

  /// What it holds, decoded.
  var body: [UInt8] { transfer.decode(content) }

  /// The first page in it, itself or in its parts.
  func page(depth: Int = deepest) -> MIMEPart? {
    if type == "text/html" || type == "application/xhtml+xml" { return self }
    guard depth > 0, type.hasPrefix("multipart/"), let boundary = parameters["boundary"],
      !boundary.isEmpty
    else { return nil }
    var rest = content
    var start: Int?
    let mark = Array("--\(boundary)".utf8)
    while true {
      let place = rest.startIndex
      guard let line = MIMELines.next(&rest) else { break }
      guard line.starts(with: mark) else { continue }
      let end = line[(line.startIndex + mark.count)...]
      let closes = end.starts(with: "--".utf8)
      guard closes || end.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let start, let page = part(start..<place, isEnded: true, depth) { return page }
      start = closes ? nil : rest.startIndex
      if closes { break }
    }
    return start.flatMap { part($0..<content.endIndex, isEnded: false, depth) }
  }

  private func part(_ range: Range<Int>, isEnded: Bool, _ depth: Int) -> MIMEPart? {
    MIMEPart(content[range], isEnded: isEnded && self.isEnded)?.page(depth: depth - 1)
  }
}
