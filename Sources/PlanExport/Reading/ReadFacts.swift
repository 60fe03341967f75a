import PlanModel

extension Reference {
  /// The reference that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      kind: try record.text("kind"), number: try record.optionalText("number"),
      date: try record.optionalText("date"), issuer: try record.optionalText("issuer"),
      subject: try record.optionalText("subject"), relation: try record.word("relation"),
      aliases: try record.texts("aliases"), mentions: try record.list("mentions", Mention.init),
      node: try record.text("node"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension Mention {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(node: try record.text("node"), span: try record.span())
  }
}

extension Target {
  /// The target that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      indicator: try record.text("indicator"), subject: try record.optionalText("subject"),
      action: try record.optionalText("action"), comparator: try record.word("comparator"),
      approximate: try record.flag("approximate"), value: try record.decimal("value"),
      upper: try record.optionalDecimal("upper"), unit: try record.text("unit"),
      direction: try record.optionalWord("direction"), by: try record.optionalText("by"),
      period: try record.optionalText("period"), text: try record.text("text"),
      node: try record.text("node"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension PlanTask {
  /// The task that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      origin: try record.word("origin"), ordinal: try record.optionalText("ordinal"),
      group: try record.optionalText("group"), text: try record.text("text"),
      lead: try record.texts("lead"), support: try record.texts("support"),
      time: try record.optionalRecord("time", TimeExpression.init),
      output: try record.optionalText("output"), node: try record.text("node"),
      span: try record.span(), rule: try record.optionalText("rule"))
  }
}

extension TimeExpression {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.text("text"), value: try record.optionalText("value"),
      repeat: try record.optionalText("repeat"))
  }
}

extension Assignment {
  /// The assignment that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      body: try record.text("body"), role: try record.word("role"),
      duty: try record.text("duty"), node: try record.text("node"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension Funding {
  /// The funding fact that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.text("text"), sources: try record.texts("sources"),
      amount: try record.optionalRecord("amount", Amount.init), node: try record.text("node"),
      span: try record.span(), rule: try record.optionalText("rule"))
  }
}

extension Amount {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(value: try record.decimal("value"), unit: try record.text("unit"))
  }
}

extension Report {
  /// The duty to report that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      by: try record.texts("by"), to: try record.texts("to"), repeat: try record.texts("repeat"),
      before: try record.optionalText("before"), text: try record.text("text"),
      node: try record.text("node"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension Link {
  /// The link that a record tells.
  init(_ record: Record) throws(ExportError) {
    self.init(
      text: try record.text("text"), to: try record.texts("to"), node: try record.text("node"),
      span: try record.span(), rule: try record.optionalText("rule"))
  }
}
