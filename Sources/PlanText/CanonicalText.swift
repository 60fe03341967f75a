package import PlanModel

/// The canonical text of a document: Unicode NFC, line ends LF, no byte order mark.
///
/// For a file that is UTF-8, NFC and LF already it is the file, byte for byte.
public struct CanonicalText: Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]
  /// The encoding the document was in, by its IANA name; when its characters were places in old
  /// fonts, those encodings after it in brackets: "UTF-8 (TCVN3, VNI)".
  public private(set) var encoding: String
  /// Whether nothing but the pattern of its bytes told the encoding.
  public private(set) var encodingGuessed: Bool
  /// The legacy encodings that words of it were in, by the pattern of the words alone.
  public let legacyEncodings: [LegacyEncoding]
  /// The share of the words of a legacy encoding that are Vietnamese syllables; 1 without one.
  public let encodingConfidence: Double
  /// The byte range of each line, without its LF.
  package let lines: [ByteSpan]
  /// What the document's format knows of each line; empty when it knows nothing.
  package let styles: [LineStyle]
  /// What is known of the cells of single lines, which are rows of tables that a text of which nothing
  /// else is known holds in another format, by the numbers of the lines.
  package var rows: [Int: LineStyle] = [:]
  /// How sure recognition is of the text; `nil` for text that the program did not recognise.
  package let recognition: Recognition?
  /// The number of scalars before each `stride` bytes, so that a column costs no walk along a line.
  private let scalarsBefore: [Int32]

  /// The most bytes a document may have, as received and as text.
  static let limit = Int(Int32.max)
  private static let stride = 4096

  /// The text that UTF-8 was made of for it, with the encoding its document was in before.
  package func wasWide(_ wide: WideText) -> CanonicalText {
    var text = self
    // "UTF-8 (TCVN3)": the encodings of old fonts in it stay.
    text.encoding = wide.encoding + text.encoding.dropFirst("UTF-8".count)
    text.encodingGuessed = text.encodingGuessed || wide.isGuessed
    return text
  }

  /// Reads a document's bytes: UTF-8, UTF-16 or an encoding of the years before them, in any normal
  /// form, with any line ends.
  public init(decoding raw: [UInt8]) throws(TextError) {
    guard raw.count <= Self.limit else { throw .tooLarge(bytes: raw.count) }
    if let format = BinaryFormat.signed(raw) { throw .binary(format, offset: 0) }
    let mark = ByteOrderMark(raw)
    let decoded: [UInt8]
    switch mark.encoding {
    case .utf8: decoded = raw
    case .utf16(let bigEndian):
      decoded = try UTF16Decoding.utf8(raw, from: mark.length, bigEndian: bigEndian)
    }
    let start = mark.encoding == .utf8 ? mark.length : 0
    let survey: TextSurvey
    do {
      survey = try TextSurvey(decoded, from: start)
    } catch {
      guard mark.encoding == .utf8, mark.length == 0, let legacy = LegacyBytes(raw) else {
        throw error
      }
      try self.init(legacy)
      return
    }

    var text = decoded
    if start > 0 || survey.hasCarriageReturns {
      text = lineFeedsOnly(decoded, from: start)
    }
    if survey.mayNeedComposing {
      guard let composed = Composition.compose(text) else { throw .tooLarge(bytes: raw.count) }
      text = composed
    }
    // "ö" may have come as two characters.
    let suspicious =
      survey.mayNeedComposing ? try TextSurvey(text, from: 0).suspicious : survey.suspicious
    let legacy = suspicious >= LegacyText.leastSuspicious ? LegacyText(text) : nil
    if let legacy {
      guard let composed = Composition.compose(legacy.bytes) else {
        throw .tooLarge(bytes: raw.count)
      }
      text = composed
    }
    try self.init(
      text, Self.name(mark.encoding.name, legacy?.encodings ?? []),
      guessed: mark.guessed || legacy != nil, legacy: legacy?.encodings ?? [],
      confidence: legacy?.confidence ?? 1)
  }

  /// Takes the lines that the reader of a format found.
  ///
  /// - Parameters:
  ///   - lines: The lines and their styles.
  ///   - encoding: The encoding the document was in, by its IANA name.
  ///   - guessed: Whether nothing but the pattern of its bytes told the encoding.
  package init(
    _ lines: StyledLines, encoding: String, guessed: Bool = false
  ) throws(TextError) {
    let size = lines.bytes.count
    guard size <= Self.limit else { throw .tooLarge(bytes: size) }
    let legacy = LegacyText(lines.bytes)
    let printed = InvisibleMarks.dropped(from: legacy?.bytes ?? lines.bytes)
    guard let text = Composition.compose(printed) else {
      throw .tooLarge(bytes: size)
    }
    let told = LegacyEncoding.allCases.filter(lines.legacy.contains)
    let found = legacy?.encodings.filter { !lines.legacy.contains($0) } ?? []
    try self.init(
      text, Self.name(encoding, told + found), guessed: guessed || legacy != nil,
      legacy: legacy?.encodings ?? [], confidence: legacy?.confidence ?? 1, styles: lines.styles,
      recognition: lines.recognition)
  }

  /// Takes the text of a file whose bytes are a legacy encoding's.
  private init(_ legacy: LegacyBytes) throws(TextError) {
    guard let text = Composition.compose(legacy.text) else {
      throw .tooLarge(bytes: legacy.text.count)
    }
    try self.init(
      text, legacy.encodings.map(\.rawValue).joined(separator: ", "), guessed: true,
      legacy: legacy.encodings, confidence: legacy.confidence)
  }

  /// Takes composed text and measures it.
  private init(
    _ text: [UInt8], _ encoding: String, guessed: Bool, legacy: [LegacyEncoding],
    confidence: Double, styles: [LineStyle] = [], recognition: Recognition? = nil
  ) throws(TextError) {
    guard text.count <= Self.limit else { throw .tooLarge(bytes: text.count) }
    bytes = text
    self.encoding = encoding
    encodingGuessed = guessed
    legacyEncodings = legacy
    encodingConfidence = confidence
    self.styles = styles
    self.recognition = recognition
    (lines, scalarsBefore) = Self.measure(text)
  }

  private static func name(_ encoding: String, _ legacy: [LegacyEncoding]) -> String {
    guard !legacy.isEmpty else { return encoding }
    return "\(encoding) (\(legacy.map(\.rawValue).joined(separator: ", ")))"
  }

  /// The characters under a span; a span beyond the text is cut to it.
  package func string(_ span: ByteSpan) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The index in `lines` of the line that holds an offset; `lines.count` after the last LF.
  package func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      // A line's LF, at its end, is its own.
      if lines[middle].end < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The line and the column of an offset, both from 1; a column is a character (scalar).
  package func line(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let index = lineIndex(at: offset)
    let start = index < lines.count ? lines[index].start : bytes.count
    let inside = offset < bytes.count && bytes[offset] & 0xC0 == 0x80 ? 1 : 0
    let before =
      offset - start < Self.stride
      ? Self.scalars(bytes[start..<offset]) : scalars(before: offset) - scalars(before: start)
    return (index + 1, before + 1 - inside)
  }

  /// Whether a character is white space or a zero-width mark, of which no token and no plan speaks.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    let entry = ScalarFolding.fold(scalar.value)
    return entry.is(.space) || entry.is(.skipped)
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    return Int(scalarsBefore[block]) + Self.scalars(bytes[block * Self.stride..<offset])
  }

  /// How many scalars begin in some bytes.
  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// Finds the lines and counts the scalars, eight bytes at a time.
  private static func measure(_ text: [UInt8]) -> (lines: [ByteSpan], scalarsBefore: [Int32]) {
    var lines: [ByteSpan] = []
    var scalarsBefore: [Int32] = [0]
    var scalars = 0
    var lineStart = 0
    func endLine(at index: Int) {
      lines.append(ByteSpan(lineStart, index))
      lineStart = index + 1
    }
    unsafe text.withUnsafeBytes { bytes in
      for block in Swift.stride(from: 0, to: bytes.count, by: stride) {
        let end = min(block + stride, bytes.count)
        var index = block
        while end - index >= 8 {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          // The lowest bit of each byte 0b10xxxxxx, summed by a product in its highest byte.
          let inner = (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
          scalars += 8 - Int(truncatingIfNeeded: (inner &* 0x0101_0101_0101_0101) >> 56)
          // The top bit of each byte that is LF, and of none if none is.
          let feeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
          if (feeds &- 0x0101_0101_0101_0101) & ~feeds & 0x8080_8080_8080_8080 != 0 {
            for index in index..<index + 8 where unsafe bytes[index] == 0x0A { endLine(at: index) }
          }
          index += 8
        }
        for index in index..<end {
          let byte = unsafe bytes[index]
          if byte & 0xC0 != 0x80 { scalars += 1 }
          if byte == 0x0A { endLine(at: index) }
        }
        if end - block == stride { scalarsBefore.append(Int32(truncatingIfNeeded: scalars)) }
      }
    }
    if lineStart < text.count { lines.append(ByteSpan(lineStart, text.count)) }
    return (lines, scalarsBefore)
  }
}

/// The bytes from `start` with CRLF and CR as LF.
private func lineFeedsOnly(_ raw: [UInt8], from start: Int) -> [UInt8] {
  let bytes = raw.span
  return unsafe [UInt8](unsafeUninitializedCapacity: raw.count - start) { target, count in
    var index = start
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == 0x0D {
        byte = 0x0A
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
      }
      unsafe target.initializeElement(at: count, to: byte)
      count += 1
    }
  }
}
