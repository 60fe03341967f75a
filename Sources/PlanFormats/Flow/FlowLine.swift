import PlanText

/// A line that is being set, and the type of its letters so far.
struct FlowLine {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// What is known of the line beside its type.
  var style = LineStyle()
  /// Whether a page begins with it.
  var beginsPage = false
  /// Whether it is a row of a table, with a TAB between cells.
  var isRow = false
  /// The encodings that its characters were in before they were Unicode.
  private(set) var legacy: Set<LegacyEncoding> = []
  /// Where the characters of an old font begin that are not Unicode yet; `nil` when all are.
  private var legacyStart: Int?
  private var legacyFont = ""
  private var letters = 0
  private var boldLetters = 0
  private var italicLetters = 0
  private var sizeLetters = 0

  /// A line of a style, nothing on it.
  init(_ style: LineStyle = LineStyle()) { self.style = style }

  /// Whether it has no text but blanks.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Adds what `write` puts at the end of the text, set in a face.
  mutating func add(_ face: TextFace, _ write: (inout [UInt8]) -> Void) {
    if legacyFont != face.legacyFont {
      convert()
      legacyFont = face.legacyFont
      legacyStart = legacyFont.isEmpty ? nil : bytes.count
    }
    let start = bytes.count
    write(&bytes)
    var count = 0
    for byte in bytes[start...] where byte > 0x40 { count += 1 }
    guard count > 0 else { return }
    letters += count
    if face.bold { boldLetters += count }
    if face.italic { italicLetters += count }
    if count > sizeLetters, face.size > 0 {
      sizeLetters = count
      style.size = face.size
    }
  }

  /// Adds marks that have no face: a TAB, a blank.
  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  /// Puts a line behind the text that goes on with it.
  mutating func append(_ line: FlowLine) {
    if bytes.last != 0x20 { bytes.append(0x20) }
    bytes += line.cellText
    legacy.formUnion(line.legacy)
    style.bold = style.bold && line.style.bold
    style.italic = style.italic && line.style.italic
  }

  /// Takes a mark away that the text begins with.
  mutating func drop(_ mark: String) {
    let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
    if bytes[start...].starts(with: mark.utf8) {
      bytes.removeSubrange(..<(start + mark.utf8.count))
    }
  }

  /// Puts a label that the format counts out before the text.
  mutating func prefix(_ label: String, gap: Bool) {
    guard !label.isEmpty else { return }
    let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
    bytes.replaceSubrange(..<start, with: Array(label.utf8) + (gap ? [0x20] : []))
  }

  /// Brings the characters of an old font to Unicode; a word may stand in several runs of it.
  private mutating func convert() {
    guard let start = legacyStart, start < bytes.count else { return }
    legacyStart = nil
    let run = LegacyRun(String(decoding: bytes[start...], as: UTF8.self), font: legacyFont)
    bytes.replaceSubrange(start..., with: Array(run.text.utf8))
    if let encoding = run.encoding { legacy.insert(encoding) }
  }

  /// Turns the type of its letters into its style.
  mutating func finish() {
    convert()
    legacyFont = ""
    style.bold = letters > 0 && boldLetters == letters
    style.italic = letters > 0 && italicLetters == letters
  }

  /// The text without blanks at its ends, its TABs as blanks: what stands in a cell.
  var cellText: ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }

  /// What stands before the first TAB.
  var firstCell: ArraySlice<UInt8> { bytes.prefix(while: { $0 != 0x09 }) }

  /// A row of cells as one line, each cell its paragraphs with a blank between them.
  static func row(_ cells: [[ArraySlice<UInt8>]], bold: Bool, size: Int) -> FlowLine {
    var line = FlowLine()
    line.isRow = true
    var blanks = 0
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.bytes.append(0x09) }
      for (number, paragraph) in cell.enumerated() {
        if number > 0 {
          line.bytes.append(0x20)
          blanks += 1
          line.style.paragraphs.append(blanks)
        }
        for byte in paragraph {
          let isBlank = byte >= 0x09 && byte <= 0x0D || byte == 0x20
          if isBlank { blanks += 1 }
          line.bytes.append(isBlank ? 0x20 : byte)
        }
      }
    }
    line.style.bold = bold
    line.style.size = size
    return line
  }
}
