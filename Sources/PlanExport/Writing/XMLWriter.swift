import PlanModel

/// Spells the fields of a plan as XML 1.0: texts, records and lists as elements, codes and numbers
/// as attributes, what is absent not at all.
///
/// XML 1.0 has no spelling for most control characters and for U+FFFE and U+FFFF. Such a character
/// is written as U+241B SYMBOL FOR ESCAPE and the four hexadecimal digits of its number, and so is
/// U+241B itself: a page break is `␛000C`.
struct XMLWriter: FieldWriter {
  static let namespace: StaticString = "urn:kehoach:plan:1"
  static var tellsCodesFirst: Bool { true }
  let trace: Bool
  var output: ByteOutput

  private(set) var takesOnlyCodes = false
  private let pretty: Bool
  private var depth = 0
  /// Whether the last start tag still lacks its ">".
  private var tagIsOpen = false

  init(trace: Bool, pretty: Bool, output: ByteOutput) {
    self.trace = trace
    self.pretty = pretty
    self.output = output
    self.output.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  mutating func beginRecord(_ name: StaticString, entry: Bool, lines: Bool) {
    start(name)
    takesOnlyCodes = true
  }

  mutating func endCodes() {
    takesOnlyCodes = false
  }

  mutating func endRecord(_ name: StaticString, lines: Bool) {
    end(name)
  }

  mutating func beginList(_ name: StaticString, lines: Bool) {
    start(name)
  }

  mutating func endList(_ name: StaticString, empty: Bool, lines: Bool) {
    end(name)
  }

  mutating func type(_ name: StaticString) {}

  mutating func code(_ name: StaticString, _ value: String?) {
    guard takesOnlyCodes, let value else { return }
    beginAttribute(name)
    attributeValue(value)
    output.byte(UInt8(ascii: "\""))
  }

  mutating func text(_ name: StaticString, _ value: String?) {
    guard !takesOnlyCodes, let value else { return }
    entry(name, text: value)
  }

  mutating func text(_ name: StaticString, _ value: Excerpt) {
    if takesOnlyCodes { return }
    start(name)
    value.withUTF8 { unsafe endText(name, $0) }
  }

  mutating func entry(_ name: StaticString, text value: String) {
    start(name)
    endText(name, value)
  }

  mutating func flag(_ name: StaticString, _ value: Bool) {
    guard takesOnlyCodes else { return }
    beginAttribute(name)
    output.literal(value ? "true\"" : "false\"")
  }

  mutating func integer(_ name: StaticString, _ value: Int?) {
    guard takesOnlyCodes, let value else { return }
    beginAttribute(name)
    output.integer(value)
    output.byte(UInt8(ascii: "\""))
  }

  mutating func decimal(_ name: StaticString, _ value: ExactDecimal?) {
    guard takesOnlyCodes, let value else { return }
    beginAttribute(name)
    output.decimal(value)
    output.byte(UInt8(ascii: "\""))
  }

  mutating func span(_ name: StaticString, _ value: ByteSpan?) {
    guard takesOnlyCodes, let value else { return }
    beginAttribute(name)
    output.integer(value.start)
    output.byte(UInt8(ascii: " "))
    output.integer(value.end)
    output.byte(UInt8(ascii: "\""))
  }

  mutating func cells(_ row: TableRow) {
    if takesOnlyCodes { return }
    start("cells")
    for (cell, span) in zip(row.cells, row.spans) {
      start("cell")
      takesOnlyCodes = true
      self.span("span", span)
      takesOnlyCodes = false
      endText("cell", cell)
    }
    end("cells")
  }

  private mutating func start(_ name: StaticString) {
    closeTag()
    if pretty, depth > 0 { output.breakLine(depth: depth) }
    output.byte(UInt8(ascii: "<"))
    output.literal(name)
    if depth == 0 {
      beginAttribute("xmlns")
      output.literal(Self.namespace)
      output.byte(UInt8(ascii: "\""))
    }
    tagIsOpen = true
    depth += 1
  }

  private mutating func end(_ name: StaticString) {
    depth -= 1
    if tagIsOpen {
      tagIsOpen = false
      output.literal("/>")
    } else {
      if pretty { output.breakLine(depth: depth) }
      endTag(name)
    }
  }

  /// Ends an element that holds nothing but a text.
  private mutating func endText(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { unsafe endText(name, $0) }
  }

  private mutating func endText(_ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
    depth -= 1
    guard !value.isEmpty else {
      tagIsOpen = false
      return output.literal("/>")
    }
    closeTag()
    unsafe elementText(value)
    endTag(name)
  }

  private mutating func closeTag() {
    guard tagIsOpen else { return }
    output.byte(UInt8(ascii: ">"))
    tagIsOpen = false
  }

  private mutating func endTag(_ name: StaticString) {
    output.literal("</")
    output.literal(name)
    output.byte(UInt8(ascii: ">"))
  }

  private mutating func beginAttribute(_ name: StaticString) {
    output.byte(UInt8(ascii: " "))
    output.literal(name)
    output.literal("=\"")
  }

  private mutating func elementText(_ value: UnsafeBufferPointer<UInt8>) {
    unsafe output.escape(value, where: { $0.mayNeedXMLEscape }) { output, byte, following in
      // Within an element, quotation marks, tabs and line feeds stand for themselves.
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        output.byte(byte)
        return 1
      default:
        return output.xmlEscape(byte, following)
      }
    }
  }

  private mutating func attributeValue(_ value: String) {
    var value = value
    value.withUTF8 { bytes in
      unsafe output.escape(bytes, where: { $0.mayNeedXMLEscape }) { output, byte, following in
        output.xmlEscape(byte, following)
      }
    }
  }
}
