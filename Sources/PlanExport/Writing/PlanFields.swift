import PlanModel

extension FieldWriter {
  /// All fields of a plan, in the order of the format.
  mutating func tell(_ plan: Plan) {
    record("plan", entry: true, lines: true) { writer in
      writer.code("format", Plan.format)
      writer.tell(plan.source)
      writer.tell(plan.generator)
      writer.tell(plan.header)
      writer.nodes("preamble", plan.preamble)
      writer.nodes("body", plan.body)
      writer.nodes("closing", plan.closing)
      writer.list("signatures", of: "signature", plan.signatures, lines: true) { $1.tell($0) }
      writer.list("recipients", of: "recipient", plan.recipients, lines: true) { $1.tell($0) }
      writer.list("appendices", of: "appendix", plan.appendices, lines: true) { $1.tell($0) }
      writer.list("footnotes", of: "footnote", plan.footnotes, lines: true) { $1.tell($0) }
      writer.list("furniture", of: "piece", plan.furniture, lines: true) { $1.tell($0) }
      for kind in FactKind.allCases { writer.facts(kind, of: plan) }
      if !plan.links.isEmpty {
        writer.list("links", of: "link", plan.links, lines: true) { $1.tell($0) }
      }
      writer.list("diagnostics", of: "diagnostic", plan.diagnostics, lines: true) { $1.tell($0) }
    }
  }

  private mutating func tell(_ source: Source) {
    record("source") { writer in
      writer.code("name", source.name)
      writer.code("mediaType", source.mediaType)
      writer.code("encoding", source.encoding)
      writer.integer("bytes", source.bytes)
      writer.code("sha256", source.sha256)
      writer.integer("pages", source.pages)
      if let producer = source.producer { writer.code("producer", producer) }
    }
  }

  private mutating func tell(_ generator: Generator) {
    record("generator") { writer in
      writer.code("name", generator.name)
      writer.code("version", generator.version)
      writer.code("grammar", generator.grammar)
    }
  }

  private mutating func tell(_ header: Header) {
    record("header", lines: true) { writer in
      writer.field("superior", header.superior)
      writer.record("issuer") {
        $0.text("text", header.issuer.text)
        $0.text("name", header.issuer.name)
        $0.origin(header.issuer.status, header.issuer.span, header.issuer.rule)
      }
      writer.record("number") {
        $0.text("text", header.number.text)
        $0.code("sequence", header.number.sequence)
        $0.code("symbol", header.number.symbol)
        $0.origin(header.number.status, header.number.span, header.number.rule)
      }
      writer.field("place", header.place)
      writer.record("date") {
        $0.text("text", header.date.text)
        $0.code("value", header.date.value)
        $0.origin(header.date.status, header.date.span, header.date.rule)
      }
      writer.record("kind") {
        $0.text("text", header.kind.text)
        $0.code("code", header.kind.code)
        $0.origin(header.kind.status, header.kind.span, header.kind.rule)
      }
      writer.field("title", header.title)
      writer.field("note", header.note)
      writer.list("joint", of: "issuer", header.joint, lines: true) { issuer, writer in
        writer.text("text", issuer.text)
        writer.text("name", issuer.name)
        writer.span("span", issuer.span)
      }
    }
  }

  private mutating func field(_ name: StaticString, _ field: HeaderField) {
    record(name) {
      $0.text("text", field.text)
      $0.origin(field.status, field.span, field.rule)
    }
  }

  private mutating func origin(_ status: FieldStatus, _ span: ByteSpan?, _ rule: String?) {
    code("status", status.rawValue)
    self.span("span", span)
    self.rule(rule)
  }

  private mutating func tell(_ signature: Signature) {
    texts("authority", of: "line", signature.authority)
    text("position", signature.position)
    text("name", signature.name)
    span("span", signature.span)
    rule(signature.rule)
  }

  private mutating func tell(_ recipient: Recipient) {
    text("group", recipient.group)
    text("text", recipient.text)
    text("purpose", recipient.purpose)
    flag("archive", recipient.archive)
    span("span", recipient.span)
    rule(recipient.rule)
  }

  private mutating func tell(_ appendix: Appendix) {
    code("label", appendix.label)
    text("title", appendix.title)
    text("note", appendix.note)
    nodes("body", appendix.body)
    span("span", appendix.span)
    rule(appendix.rule)
  }

  private mutating func tell(_ footnote: Footnote) {
    code("label", footnote.label)
    text("text", footnote.text)
    span("span", footnote.span)
  }

  private mutating func tell(_ furniture: Furniture) {
    code("kind", furniture.kind.rawValue)
    text("text", furniture.text)
    span("span", furniture.span)
    rule(furniture.rule)
  }
}
