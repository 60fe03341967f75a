import PlanModel

extension TreeWriter {
  /// The signers.
  mutating func signatures(_ signatures: [Signature]) {
    zone("signatures", empty: signatures.isEmpty)
    for signature in signatures {
      line(
        1, signature.name?.quoted ?? "unnamed", signature.position?.named("position"),
        signature.authority.listed("authority"), span: signature.span, rule: signature.rule)
    }
  }

  /// Where the document goes.
  mutating func recipients(_ recipients: [Recipient]) {
    zone("recipients", empty: recipients.isEmpty)
    for recipient in recipients {
      line(
        1, recipient.archive ? "archive" : "to", recipient.text.quoted,
        recipient.purpose?.named("purpose"), recipient.group?.named("group"),
        span: recipient.span, rule: recipient.rule)
    }
  }

  /// The appendices with their outlines.
  mutating func appendices(_ appendices: [Appendix]) {
    for (index, appendix) in appendices.enumerated() {
      line(
        0, "appendix", "A\(index + 1)", appendix.label.map { "[\($0.unbroken)]" },
        appendix.title?.quoted, span: appendix.span, rule: appendix.rule)
      if let note = appendix.note { line(1, "note", note.quoted) }
      nodes(appendix.body, depth: 1)
    }
  }

  /// The footnotes.
  mutating func footnotes(_ footnotes: [Footnote]) {
    zone("footnotes", empty: footnotes.isEmpty)
    for footnote in footnotes {
      line(1, "[\(footnote.label.unbroken)]", footnote.text.quoted, span: footnote.span)
    }
  }

  /// What is no part of the plan's text.
  mutating func furniture(_ furniture: [Furniture]) {
    zone("furniture", empty: furniture.isEmpty)
    for piece in furniture {
      line(1, piece.kind.rawValue, piece.text.quoted, span: piece.span, rule: piece.rule)
    }
  }

  /// What a person should look at.
  mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    zone("diagnostics", empty: diagnostics.isEmpty)
    for diagnostic in diagnostics {
      line(
        1, diagnostic.severity.rawValue, diagnostic.code.rawValue,
        "(\(diagnostic.category.rawValue))", diagnostic.node?.unbroken, diagnostic.message.quoted,
        span: diagnostic.span, rule: diagnostic.rule)
    }
  }
}
