import PlanModel

/// Spells the fields of a plan as JSON (RFC 8259).
struct JSONWriter: FieldWriter {
  static var tellsCodesFirst: Bool { false }
  var takesOnlyCodes: Bool { false }
  let trace: Bool
  var output: ByteOutput

  private let pretty: Bool
  /// Whether something stands before in the record or list.
  private var follows = false
  /// For each open record and list, whether its entries have lines of their own.
  private var lines: [Bool] = []
  /// How many of them have.
  private var depth = 0

  init(trace: Bool, pretty: Bool, output: ByteOutput) {
    self.trace = trace
    self.pretty = pretty
    self.output = output
  }

  mutating func beginRecord(_ name: StaticString, entry: Bool, lines: Bool) {
    if entry { separate() } else { key(name) }
    output.byte(UInt8(ascii: "{"))
    open(lines: lines)
  }

  mutating func endCodes() {}

  mutating func endRecord(_ name: StaticString, lines: Bool) {
    close(breaks: lines)
    output.byte(UInt8(ascii: "}"))
  }

  mutating func beginList(_ name: StaticString, lines: Bool) {
    key(name)
    output.byte(UInt8(ascii: "["))
    open(lines: lines)
  }

  mutating func endList(_ name: StaticString, empty: Bool, lines: Bool) {
    close(breaks: lines && !empty)
    output.byte(UInt8(ascii: "]"))
  }

  mutating func type(_ name: StaticString) {
    key("type")
    output.byte(UInt8(ascii: "\""))
    output.literal(name)
    output.byte(UInt8(ascii: "\""))
  }

  mutating func code(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { output.literal("null") }
  }

  mutating func text(_ name: StaticString, _ value: String?) {
    code(name, value)
  }

  mutating func text(_ name: StaticString, _ value: Excerpt) {
    key(name)
    value.withUTF8 { unsafe string($0) }
  }

  mutating func entry(_ name: StaticString, text value: String) {
    separate()
    string(value)
  }

  mutating func flag(_ name: StaticString, _ value: Bool) {
    key(name)
    output.literal(value ? "true" : "false")
  }

  mutating func integer(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { output.integer(value) } else { output.literal("null") }
  }

  mutating func decimal(_ name: StaticString, _ value: ExactDecimal?) {
    key(name)
    if let value { output.decimal(value) } else { output.literal("null") }
  }

  mutating func span(_ name: StaticString, _ value: ByteSpan?) {
    key(name)
    if let value { range(value) } else { output.literal("null") }
  }

  mutating func cells(_ row: TableRow) {
    texts("cells", of: "cell", row.cells)
    beginList("spans", lines: false)
    for span in row.spans {
      separate()
      range(span)
    }
    endList("spans", empty: row.spans.isEmpty, lines: false)
  }

  private mutating func open(lines: Bool) {
    self.lines.append(lines)
    if lines { depth += 1 }
    follows = false
  }

  private mutating func close(breaks: Bool) {
    if lines.popLast() == true { depth -= 1 }
    if breaks { breakLine() }
    follows = true
  }

  /// What stands between two entries: a comma, and a line break where entries have lines.
  @inline(__always)
  private mutating func separate() {
    let breaks = lines.last == true
    if follows {
      output.byte(UInt8(ascii: ","))
      if pretty, !breaks { output.byte(UInt8(ascii: " ")) }
    }
    if breaks { breakLine() }
    follows = true
  }

  private mutating func breakLine() {
    if pretty { output.breakLine(depth: depth) }
  }

  @inline(__always)
  private mutating func key(_ name: StaticString) {
    separate()
    output.byte(UInt8(ascii: "\""))
    output.literal(name)
    output.byte(UInt8(ascii: "\""))
    output.byte(UInt8(ascii: ":"))
    if pretty { output.byte(UInt8(ascii: " ")) }
  }

  private mutating func range(_ span: ByteSpan) {
    output.byte(UInt8(ascii: "["))
    output.integer(span.start)
    output.byte(UInt8(ascii: ","))
    if pretty { output.byte(UInt8(ascii: " ")) }
    output.integer(span.end)
    output.byte(UInt8(ascii: "]"))
  }

  /// Spells a text that stands alone.
  mutating func string(_ value: String) {
    unsafe value.utf8.span.withUnsafeBufferPointer { unsafe string($0) }
  }

  private mutating func string(_ value: UnsafeBufferPointer<UInt8>) {
    output.byte(UInt8(ascii: "\""))
    unsafe output.escape(
      value, where: { $0.needsJSONEscape }, mayHold: { $0.mayNeedJSONEscape }
    ) { output, byte, _ in
      output.byte(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.byte(byte)
      case UInt8(ascii: "\n"): output.byte(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): output.byte(UInt8(ascii: "r"))
      case UInt8(ascii: "\t"): output.byte(UInt8(ascii: "t"))
      default:
        output.literal("u00")
        output.hexadecimal(byte)
      }
      return 1
    }
    output.byte(UInt8(ascii: "\""))
  }
}
