import PlanModel

/// Takes the fields of a plan one by one, in the order of the format, and spells them.
///
/// What the format says (`PlanFields`) and how it is spelled (`JSONWriter`, `XMLWriter`) thus meet
/// in one place, and both spellings have the same names in the same order.
protocol FieldWriter {
  /// Whether every node and fact carries the rule that made it.
  var trace: Bool { get }
  /// Whether a record's codes must all stand before its texts: each record is then told twice.
  static var tellsCodesFirst: Bool { get }
  /// Whether only codes are taken now: the first of two tellings.
  var takesOnlyCodes: Bool { get }

  /// Begins a record, as the field `name` or as an entry of a list.
  mutating func beginRecord(_ name: StaticString, entry: Bool, lines: Bool)
  /// Ends the first of two tellings of a record.
  mutating func endCodes()
  /// Ends the record.
  mutating func endRecord(_ name: StaticString, lines: Bool)
  /// Begins a list; with `lines` each entry has a line of its own.
  mutating func beginList(_ name: StaticString, lines: Bool)
  /// Ends the list.
  mutating func endList(_ name: StaticString, empty: Bool, lines: Bool)

  /// The type of a node, where its element does not tell it.
  mutating func type(_ name: StaticString)
  /// A word of a closed list, an id, a number's spelling.
  mutating func code(_ name: StaticString, _ value: String?)
  /// A text taken from the document.
  mutating func text(_ name: StaticString, _ value: String?)
  /// A text that is told by its place in the document.
  mutating func text(_ name: StaticString, _ value: Excerpt)
  /// A text that is an entry of a list.
  mutating func entry(_ name: StaticString, text value: String)
  /// A yes or no.
  mutating func flag(_ name: StaticString, _ value: Bool)
  /// A whole number.
  mutating func integer(_ name: StaticString, _ value: Int?)
  /// An exact number.
  mutating func decimal(_ name: StaticString, _ value: ExactDecimal?)
  /// A byte range of the canonical text.
  mutating func span(_ name: StaticString, _ value: ByteSpan?)
  /// The cells of a row with their spans.
  mutating func cells(_ row: TableRow)
}

extension FieldWriter {
  /// A record with the given fields.
  @inline(__always)
  mutating func record(
    _ name: StaticString, entry: Bool = false, lines: Bool = false, _ fields: (inout Self) -> Void
  ) {
    if takesOnlyCodes { return }
    beginRecord(name, entry: entry, lines: lines)
    fields(&self)
    if Self.tellsCodesFirst {
      endCodes()
      fields(&self)
    }
    endRecord(name, lines: lines)
  }

  /// A list of records.
  @inline(__always)
  mutating func list<Value>(
    _ name: StaticString, of entry: StaticString, _ values: [Value], lines: Bool = false,
    _ fields: (Value, inout Self) -> Void
  ) {
    if takesOnlyCodes { return }
    beginList(name, lines: lines)
    for value in values {
      record(entry, entry: true) { fields(value, &$0) }
    }
    endList(name, empty: values.isEmpty, lines: lines)
  }

  /// A list of texts.
  mutating func texts(_ name: StaticString, of entry: StaticString, _ values: [String]) {
    if takesOnlyCodes { return }
    beginList(name, lines: false)
    for value in values { self.entry(entry, text: value) }
    endList(name, empty: values.isEmpty, lines: false)
  }

  /// The rule that made a node or fact, when rules are asked for.
  @inline(__always)
  mutating func rule(_ value: String?) {
    if trace { code("rule", value) }
  }
}
