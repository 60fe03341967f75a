import PlanModel

extension Header {
  /// The header that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init()
    superior = try record.record("superior", HeaderField.init)
    issuer = try record.record("issuer", IssuerField.init)
    number = try record.record("number", NumberField.init)
    place = try record.record("place", HeaderField.init)
    date = try record.record("date", DateField.init)
    kind = try record.record("kind", KindField.init)
    title = try record.record("title", HeaderField.init)
    note = try record.record("note", HeaderField.init)
    joint = try record.list("joint", JointIssuer.init)
  }
}

extension HeaderField {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.optionalText("text"), status: try record.word("status"),
      span: try record.optionalSpan(), rule: try record.optionalText("rule"))
  }
}

extension IssuerField {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.optionalText("text"), name: try record.optionalText("name"),
      status: try record.word("status"), span: try record.optionalSpan(),
      rule: try record.optionalText("rule"))
  }
}

extension NumberField {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.optionalText("text"), sequence: try record.optionalText("sequence"),
      symbol: try record.optionalText("symbol"), status: try record.word("status"),
      span: try record.optionalSpan(), rule: try record.optionalText("rule"))
  }
}

extension DateField {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.optionalText("text"), value: try record.optionalText("value"),
      status: try record.word("status"), span: try record.optionalSpan(),
      rule: try record.optionalText("rule"))
  }
}

extension KindField {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.optionalText("text"), code: try record.optionalText("code"),
      status: try record.word("status"), span: try record.optionalSpan(),
      rule: try record.optionalText("rule"))
  }
}

extension JointIssuer {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.text("text"), name: try record.text("name"), span: try record.span())
  }
}
