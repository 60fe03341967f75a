import PlanModel

extension Plan {
  /// The plan that a record tells.
  init(_ record: Record) throws(ExportError) {
    let format = try record.text("format")
    guard format == Plan.format else {
      throw .field(
        path: "format", problem: "expected \"\(Plan.format)\", found \"\(format.prefix(40))\"",
        record.place)
    }
    self.init(
      source: try record.record("source", Source.init),
      generator: try record.record("generator", Generator.init))
    header = try record.record("header", Header.init)
    preamble = try record.list("preamble", Node.init)
    body = try record.list("body", Node.init)
    closing = try record.list("closing", Node.init)
    signatures = try record.list("signatures", Signature.init)
    recipients = try record.list("recipients", Recipient.init)
    appendices = try record.list("appendices", Appendix.init)
    footnotes = try record.list("footnotes", Footnote.init)
    furniture = try record.list("furniture", Furniture.init)
    references = try record.list("references", Reference.init)
    targets = try record.list("targets", Target.init)
    tasks = try record.list("tasks", PlanTask.init)
    assignments = try record.list("assignments", Assignment.init)
    funding = try record.list("funding", Funding.init)
    reports = try record.list("reports", Report.init)
    links = try record.optionalList("links", Link.init)
    diagnostics = try record.list("diagnostics", Diagnostic.init)
  }
}

extension Source {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      name: try record.text("name"), mediaType: try record.text("mediaType"),
      encoding: try record.text("encoding"), bytes: try record.integer("bytes"),
      sha256: try record.text("sha256"), pages: try record.optionalInteger("pages"),
      producer: try record.optionalText("producer"))
  }
}

extension Generator {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      name: try record.text("name"), version: try record.text("version"),
      grammar: try record.text("grammar"))
  }
}

extension Signature {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      authority: try record.texts("authority"), position: try record.optionalText("position"),
      name: try record.optionalText("name"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension Recipient {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      group: try record.optionalText("group"), text: try record.text("text"),
      purpose: try record.optionalText("purpose"), archive: try record.flag("archive"),
      span: try record.span(), rule: try record.optionalText("rule"))
  }
}

extension Appendix {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      label: try record.optionalText("label"), title: try record.optionalText("title"),
      note: try record.optionalText("note"), body: try record.list("body", Node.init),
      span: try record.span(), rule: try record.optionalText("rule"))
  }
}

extension Footnote {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      label: try record.text("label"), text: try record.text("text"), span: try record.span())
  }
}

extension Furniture {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      kind: try record.word("kind"), text: try record.text("text"), span: try record.span(),
      rule: try record.optionalText("rule"))
  }
}

extension Diagnostic {
  fileprivate init(_ record: Record) throws(ExportError) {
    self.init(
      try record.word("code"), try record.word("category"), try record.word("severity"),
      try record.text("message"), node: try record.optionalText("node"),
      span: try record.optionalSpan(), rule: try record.optionalText("rule"))
  }
}
