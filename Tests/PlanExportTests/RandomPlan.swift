import PlanModel

/// Plans as no document has them: every field drawn by chance from a seed.
struct RandomPlan {
  private var state: UInt64

  init(seed: UInt64) {
    // Seeds that differ in one bit shall not give plans that resemble each other.
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func plan(trace: Bool) -> Plan {
    var plan = Plan(
      source: Source(
        name: text(), mediaType: text(), encoding: text(), bytes: number(), sha256: text(),
        pages: maybe { $0.number() }, producer: maybe { $0.text() + "x" }),
      generator: Generator(name: text(), version: text(), grammar: text()))
    plan.header = header(trace)
    plan.preamble = nodes(depth: 0, trace)
    plan.body = nodes(depth: 4, trace)
    plan.closing = nodes(depth: 1, trace)
    plan.signatures = list {
      Signature(
        authority: $0.texts(), position: $0.optional(), name: $0.optional(), span: $0.span(),
        rule: $0.rule(trace))
    }
    plan.recipients = list {
      Recipient(
        group: $0.optional(), text: $0.text(), purpose: $0.optional(), archive: $0.flip(),
        span: $0.span(), rule: $0.rule(trace))
    }
    plan.appendices = list {
      Appendix(
        label: $0.optional(), title: $0.optional(), note: $0.optional(),
        body: $0.nodes(depth: 2, trace), span: $0.span(), rule: $0.rule(trace))
    }
    plan.footnotes = list { Footnote(label: $0.text(), text: $0.text(), span: $0.span()) }
    plan.furniture = list {
      Furniture(kind: $0.word(), text: $0.text(), span: $0.span(), rule: $0.rule(trace))
    }
    facts(&plan, trace)
    return plan
  }

  private mutating func facts(_ plan: inout Plan, _ trace: Bool) {
    plan.references = list {
      Reference(
        kind: $0.text(), number: $0.optional(), date: $0.optional(), issuer: $0.optional(),
        subject: $0.optional(), relation: $0.word(), aliases: $0.texts(),
        mentions: $0.list { Mention(node: $0.text(), span: $0.span()) }, node: $0.text(),
        span: $0.span(), rule: $0.rule(trace))
    }
    plan.targets = list {
      Target(
        indicator: $0.text(), subject: $0.optional(), action: $0.optional(), comparator: $0.word(),
        approximate: $0.flip(), value: $0.decimal(), upper: $0.maybe { $0.decimal() },
        unit: $0.text(), direction: $0.maybe { $0.word() }, by: $0.optional(),
        period: $0.optional(), text: $0.text(), node: $0.text(), span: $0.span(),
        rule: $0.rule(trace))
    }
    plan.tasks = list {
      PlanTask(
        origin: $0.word(), ordinal: $0.optional(), group: $0.optional(), text: $0.text(),
        lead: $0.texts(), support: $0.texts(),
        time: $0.maybe {
          TimeExpression(text: $0.text(), value: $0.optional(), repeat: $0.optional())
        },
        output: $0.optional(), node: $0.text(), span: $0.span(), rule: $0.rule(trace))
    }
    plan.assignments = list {
      Assignment(
        body: $0.text(), role: $0.word(), duty: $0.text(), node: $0.text(), span: $0.span(),
        rule: $0.rule(trace))
    }
    plan.funding = list {
      Funding(
        text: $0.text(), sources: $0.texts(),
        amount: $0.maybe { Amount(value: $0.decimal(), unit: $0.text()) }, node: $0.text(),
        span: $0.span(), rule: $0.rule(trace))
    }
    plan.reports = list {
      Report(
        by: $0.texts(), to: $0.texts(), repeat: $0.texts(), before: $0.optional(),
        text: $0.text(), node: $0.text(), span: $0.span(), rule: $0.rule(trace))
    }
    plan.links = list {
      Link(text: $0.text(), to: $0.texts(), node: $0.text(), span: $0.span(), rule: $0.rule(trace))
    }
    plan.diagnostics = list {
      Diagnostic(
        $0.word(), $0.word(), $0.word(), $0.text(), node: $0.optional(),
        span: $0.maybe { $0.span() }, rule: $0.rule(trace))
    }
  }

  private mutating func header(_ trace: Bool) -> Header {
    var header = Header()
    header.superior = field(trace)
    header.issuer = IssuerField(
      text: optional(), name: optional(), status: word(), span: maybe { $0.span() },
      rule: rule(trace))
    header.number = NumberField(
      text: optional(), sequence: optional(), symbol: optional(), status: word(),
      span: maybe { $0.span() }, rule: rule(trace))
    header.place = field(trace)
    header.date = DateField(
      text: optional(), value: optional(), status: word(), span: maybe { $0.span() },
      rule: rule(trace))
    header.kind = KindField(
      text: optional(), code: optional(), status: word(), span: maybe { $0.span() },
      rule: rule(trace))
    header.title = field(trace)
    header.note = field(trace)
    header.joint = list { JointIssuer(text: $0.text(), name: $0.text(), span: $0.span()) }
    return header
  }

  private mutating func field(_ trace: Bool) -> HeaderField {
    HeaderField(text: optional(), status: word(), span: maybe { $0.span() }, rule: rule(trace))
  }

  private mutating func nodes(depth: Int, _ trace: Bool) -> [Node] {
    list {
      let type: NodeType = $0.word()
      var node = Node(type: type, id: $0.text(), span: $0.span(), rule: $0.rule(trace))
      switch type {
      case .section:
        node.label = $0.optional()
        node.text = $0.text()
        node.role = $0.word()
      case .item:
        node.label = $0.optional()
        node.text = $0.text()
      case .paragraph:
        node.text = $0.text()
      case .table:
        node.table = Table(
          columns: $0.texts(),
          rows: $0.list { $0.row() })
      }
      if depth > 0, type == .section || type == .item {
        node.children = $0.nodes(depth: depth - 1, trace)
        if !node.children.isEmpty { node.extent = $0.span() }
      }
      return node
    }
  }

  private mutating func row() -> TableRow {
    let cells = texts()
    var spans: [ByteSpan] = []
    for _ in cells { spans.append(span()) }
    return TableRow(cells: cells, spans: spans, group: flip())
  }

  // MARK: - Values

  private static let pieces: [String] = [
    "kế hoạch", "Ủy ban", " ", "  ", "\"", "\\", "/", "<", ">", "&", "&amp;", "]]>", "'", "\n",
    "\r", "\r\n", "\t", "\0", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1F}", "\u{7F}", "\u{85}",
    "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{241B}",
    "\u{241B}000C", "\u{1FFFE}", "\u{10FFFF}", "\u{E000}", "😀", "👩‍👩‍👧", "e\u{301}", "ế", "–", "…",
    "null", "true", "1", "{", "}", "[", "]", ",", ":", "%", "<!--", "<![CDATA[", "&#x0;", "\\u0041",
    "a longer run of plain words that no escape interrupts",
  ]

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<below(5) { text += Self.pieces[below(Self.pieces.count)] }
    return text
  }

  private mutating func optional() -> String? { maybe { $0.text() } }

  private mutating func rule(_ trace: Bool) -> String? { trace ? optional() : nil }

  private mutating func texts() -> [String] { list { $0.text() } }

  private mutating func number() -> Int { below(3) == 0 ? Int.max : below(1_000_000) }

  private mutating func span() -> ByteSpan { ByteSpan(offset(), offset()) }

  /// No text has more bytes.
  private mutating func offset() -> Int { min(number(), Int(Int32.max)) }

  private mutating func decimal() -> ExactDecimal {
    let digits = below(8) == 0 ? (flip() ? Int.max : Int.min) : below(2_000_000) - 1_000_000
    return ExactDecimal(digits: digits, scale: below(10) == 0 ? below(900) : below(6))
  }

  private mutating func flip() -> Bool { below(2) == 0 }

  private mutating func word<Word: CaseIterable>() -> Word {
    let words = Array(Word.allCases)
    return words[below(words.count)]
  }

  private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
    flip() ? value(&self) : nil
  }

  private mutating func list<Value>(_ value: (inout Self) -> Value) -> [Value] {
    var values: [Value] = []
    for _ in 0..<below(4) { values.append(value(&self)) }
    return values
  }

  private mutating func below(_ limit: Int) -> Int {
    // Marsaglia's xorshift: the same plans on every machine.
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
