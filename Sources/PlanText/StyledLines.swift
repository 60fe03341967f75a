/// The lines that a reader of a format takes out of a document, each with its style.
package struct StyledLines: Sendable {
  /// The lines so far, each ended by LF.
  package private(set) var bytes: [UInt8] = []
  /// The style of each line.
  package private(set) var styles: [LineStyle] = []

  /// The legacy encodings that the reader converted runs from, told by their fonts.
  package var legacy: Set<LegacyEncoding> = []

  /// How sure recognition is of the text; `nil` for text that was not recognised here.
  package var recognition: Recognition?

  /// No line yet.
  package init() {}

  /// Adds a line: UTF-8 with a TAB between cells.
  ///
  /// A line break inside becomes a space, other control characters go; bytes that are no UTF-8
  /// become U+FFFD. Where a page begins with the line, a form feed stands before it.
  package mutating func append(
    _ line: some Sequence<UInt8>, _ style: LineStyle = LineStyle(), beginsPage: Bool = false
  ) {
    append(Array(line), style, beginsPage)
  }

  /// Adds a line that is an array: its bytes are walked one by one.
  private mutating func append(_ line: [UInt8], _ style: LineStyle, _ beginsPage: Bool) {
    if beginsPage { bytes.append(0x0C) }
    var clean: [UInt8] = []
    clean.reserveCapacity(line.count)
    for byte in line {
      switch byte {
      case 0x0A...0x0D: clean.append(0x20)
      case 0..<0x20 where byte != 0x09: break
      case 0x7F: break
      default: clean.append(byte)
      }
    }
    if String(validating: clean, as: UTF8.self) == nil {
      clean = Array(String(decoding: clean, as: UTF8.self).utf8)
    }
    bytes += clean
    bytes.append(0x0A)
    styles.append(style)
  }

  /// Adds a line of text.
  package mutating func append(
    _ line: String, _ style: LineStyle = LineStyle(), beginsPage: Bool = false
  ) {
    append(line.utf8, style, beginsPage: beginsPage)
  }
}
