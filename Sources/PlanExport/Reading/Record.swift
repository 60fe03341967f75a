import PlanModel

/// A record that is being read: a JSON object, or an XML element with its attributes and children.
struct Record {
  private let field: Field

  /// The record that a value is.
  init(_ field: Field) throws(ExportError) {
    switch field.content {
    case .record, .element: self.field = field
    default: throw field.expected("a record")
    }
  }

  /// Where the record stands.
  var place: ExportError.Place { field.place }

  /// The value under a name, `nil` when it is absent or null.
  ///
  /// Of several the last counts.
  func value(_ name: String) -> Field? {
    switch field.content {
    case .record(let fields):
      guard let value = fields.last(where: { $0.name == name })?.value else { return nil }
      if case .null = value.content { return nil }
      return value
    case .element(let element):
      if let value = element.attributes.last(where: { $0.name == name })?.value {
        return Field(content: .text(value), place: field.place)
      }
      return element.children.last { child in
        if case .element(let element) = child.content { element.name == name } else { false }
      }
    default: return nil
    }
  }

  /// The type of a node: the field `type` in JSON, the element's name in XML.
  func type() throws(ExportError) -> NodeType {
    guard case .element(let element) = field.content else { return try word("type") }
    guard let type = NodeType(rawValue: element.name) else {
      throw field.expected(NodeType.words)
    }
    return type
  }

  /// The error that a field is missing.
  func missing(_ name: String) -> ExportError {
    .field(path: "", problem: "field \"\(name)\" is missing", field.place)
  }

  /// What `read` makes of the value under a name; errors tell the name.
  func read<Value>(
    _ name: String, _ read: (Field) throws(ExportError) -> Value
  ) throws(ExportError) -> Value {
    guard let value = try readIfPresent(name, read) else { throw missing(name) }
    return value
  }

  /// What `read` makes of the value under a name, `nil` when it is absent or null.
  func readIfPresent<Value>(
    _ name: String, _ read: (Field) throws(ExportError) -> Value
  ) throws(ExportError) -> Value? {
    guard let value = value(name) else { return nil }
    do throws(ExportError) { return try read(value) } catch { throw error.under(name) }
  }
}

extension Record {
  func text(_ name: String) throws(ExportError) -> String {
    try read(name) { (field) throws(ExportError) in try field.text() }
  }

  func optionalText(_ name: String) throws(ExportError) -> String? {
    try readIfPresent(name) { (field) throws(ExportError) in try field.text() }
  }

  func integer(_ name: String) throws(ExportError) -> Int {
    try read(name) { (field) throws(ExportError) in try field.integer() }
  }

  func optionalInteger(_ name: String) throws(ExportError) -> Int? {
    try readIfPresent(name) { (field) throws(ExportError) in try field.integer() }
  }

  func decimal(_ name: String) throws(ExportError) -> ExactDecimal {
    try read(name) { (field) throws(ExportError) in try field.decimal() }
  }

  func optionalDecimal(_ name: String) throws(ExportError) -> ExactDecimal? {
    try readIfPresent(name) { (field) throws(ExportError) in try field.decimal() }
  }

  func span(_ name: String = "span") throws(ExportError) -> ByteSpan {
    try read(name) { (field) throws(ExportError) in try field.span() }
  }

  func optionalSpan(_ name: String = "span") throws(ExportError) -> ByteSpan? {
    try readIfPresent(name) { (field) throws(ExportError) in try field.span() }
  }

  /// A yes or no.
  func flag(_ name: String) throws(ExportError) -> Bool {
    try read(name) { (field) throws(ExportError) in
      switch field.content {
      case .flag(let flag): return flag
      case .text("true"): return true
      case .text("false"): return false
      default: throw field.expected("true or false")
      }
    }
  }

  /// A word of a closed list.
  func word<Word: FormatWord>(_ name: String) throws(ExportError) -> Word {
    try read(name) { (field) throws(ExportError) in try field.word() }
  }

  func optionalWord<Word: FormatWord>(_ name: String) throws(ExportError) -> Word? {
    try readIfPresent(name) { (field) throws(ExportError) in try field.word() }
  }

  /// A record within the record.
  func record<Value>(
    _ name: String, _ read: (Record) throws(ExportError) -> Value
  ) throws(ExportError) -> Value {
    try self.read(name) { (field) throws(ExportError) in try read(Record(field)) }
  }

  func optionalRecord<Value>(
    _ name: String, _ read: (Record) throws(ExportError) -> Value
  ) throws(ExportError) -> Value? {
    try readIfPresent(name) { (field) throws(ExportError) in try read(Record(field)) }
  }
}
