/// Where a fact was found.
public struct Mention: Equatable, Sendable {
  /// The id of the node, or `header`.
  public var node: String
  /// Where in the canonical text.
  public var span: ByteSpan

  /// A mention from its parts.
  public init(node: String, span: ByteSpan) {
    self.node = node
    self.span = span
  }
}

/// How a plan stands to a document it refers to.
public enum Relation: String, CaseIterable, Sendable {
  /// It stands in the preamble or the title (căn cứ).
  case basis
  /// It is only named.
  case mention
}

/// A document that the plan refers to (văn bản viện dẫn); one per document.
public struct Reference: Equatable, Sendable {
  /// The kind as printed: "Đề án".
  public var kind: String
  /// The number and symbol: "12-ĐA/TU".
  public var number: String?
  /// The date in Extended Date/Time Format.
  public var date: String?
  /// Who issued it.
  public var issuer: String?
  /// What it is about: "về …".
  public var subject: String?
  /// Whether it is a basis of the plan.
  public var relation: Relation
  /// Other spellings of it in this document.
  public var aliases: [String]
  /// Every place it is named.
  public var mentions: [Mention]
  /// The id of the node where it was first found, or `header`.
  public var node: String
  /// Where it was first found.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A reference from its parts.
  @inlinable
  public init(
    kind: String, number: String?, date: String? = nil, issuer: String? = nil,
    subject: String? = nil, relation: Relation = .mention, aliases: [String] = [],
    mentions: [Mention] = [], node: String, span: ByteSpan, rule: String? = nil
  ) {
    self.kind = kind
    self.number = number
    self.date = date
    self.issuer = issuer
    self.subject = subject
    self.relation = relation
    self.aliases = aliases
    self.mentions = mentions
    self.node = node
    self.span = span
    self.rule = rule
  }
}

/// How a target compares with its value.
public enum Comparator: String, CaseIterable, Sendable {
  /// Đạt.
  case eq
  /// Từ … trở lên, tối thiểu, ít nhất.
  case ge
  /// Trên.
  case gt
  /// Không quá, tối đa.
  case le
  /// Dưới.
  case lt
}

/// Which way a target changes a quantity.
public enum Direction: String, CaseIterable, Sendable {
  /// Tăng.
  case increase
  /// Giảm.
  case decrease
}

/// A quantity that the plan sets out to reach (chỉ tiêu).
public struct Target: Equatable, Sendable {
  /// What is measured, as printed.
  public var indicator: String
  /// The run-in lead that completes an elliptical indicator.
  public var subject: String?
  /// The verb before a count: "Thành lập mới".
  public var action: String?
  /// How it compares.
  public var comparator: Comparator
  /// Whether the value is approximate ("khoảng").
  public var approximate: Bool
  /// The value, exact.
  public var value: ExactDecimal
  /// The upper end of a range.
  public var upper: ExactDecimal?
  /// The unit as printed: "tấn/năm"; empty when there is none.
  public var unit: String
  /// Which way the quantity changes.
  public var direction: Direction?
  /// When it is to be reached, as an EDTF date.
  public var by: String?
  /// The period it holds for, as an EDTF interval.
  public var period: String?
  /// The clause it stands in.
  @Excerpt public var text: String
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A target from its parts.
  @inlinable
  public init(
    indicator: String, subject: String? = nil, action: String? = nil,
    comparator: Comparator = .eq, approximate: Bool = false, value: ExactDecimal,
    upper: ExactDecimal? = nil, unit: String, direction: Direction? = nil, by: String? = nil,
    period: String? = nil, text: String, node: String, span: ByteSpan, rule: String? = nil
  ) {
    self.indicator = indicator
    self.subject = subject
    self.action = action
    self.comparator = comparator
    self.approximate = approximate
    self.value = value
    self.upper = upper
    self.unit = unit
    self.direction = direction
    self.by = by
    self.period = period
    self.text = text
    self.node = node
    self.span = span
    self.rule = rule
  }
}

/// A time as the plan states it.
public struct TimeExpression: Equatable, Sendable {
  /// The words.
  public var text: String
  /// The EDTF date or interval.
  public var value: String?
  /// The RFC 5545 recurrence.
  public var `repeat`: String?

  /// A time from its parts.
  public init(text: String, value: String? = nil, repeat: String? = nil) {
    self.text = text
    self.value = value
    self.repeat = `repeat`
  }
}

/// Where a task stands.
public enum TaskOrigin: String, CaseIterable, Sendable {
  /// A row of a table in an appendix.
  case appendix
  /// The body.
  case body
}

/// A piece of work that the plan hands out (nhiệm vụ).
public struct PlanTask: Equatable, Sendable {
  /// Where it stands.
  public var origin: TaskOrigin
  /// Its number in the table.
  public var ordinal: String?
  /// The text of the nearest group row above it.
  public var group: String?
  /// What is to be done.
  @Excerpt public var text: String
  /// Who leads (chủ trì).
  public var lead: [String]
  /// Who supports (phối hợp).
  public var support: [String]
  /// When.
  public var time: TimeExpression?
  /// What comes out (sản phẩm).
  public var output: String?
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A task from its parts.
  @inlinable
  public init(
    origin: TaskOrigin, ordinal: String? = nil, group: String? = nil, text: String,
    lead: [String] = [], support: [String] = [], time: TimeExpression? = nil,
    output: String? = nil, node: String, span: ByteSpan, rule: String? = nil
  ) {
    self.origin = origin
    self.ordinal = ordinal
    self.group = group
    self.text = text
    self.lead = lead
    self.support = support
    self.time = time
    self.output = output
    self.node = node
    self.span = span
    self.rule = rule
  }
}

/// What a body is charged to be.
public enum AssignmentRole: String, CaseIterable, Sendable {
  /// Chủ trì.
  case lead
  /// Phối hợp.
  case support
  /// Giao, đề nghị, có trách nhiệm.
  case responsible
}

/// A body charged with a duty (phân công).
public struct Assignment: Equatable, Sendable {
  /// The body as printed.
  public var body: String
  /// What it is charged to be.
  public var role: AssignmentRole
  /// The duty.
  @Excerpt public var duty: String
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// An assignment from its parts.
  @inlinable
  public init(
    body: String, role: AssignmentRole, duty: String, node: String, span: ByteSpan,
    rule: String? = nil
  ) {
    self.body = body
    self.role = role
    self.duty = duty
    self.node = node
    self.span = span
    self.rule = rule
  }
}

/// An amount of money or another counted thing.
public struct Amount: Equatable, Sendable {
  /// The exact value.
  public var value: ExactDecimal
  /// The unit: "đồng".
  public var unit: String

  /// An amount from its parts.
  public init(value: ExactDecimal, unit: String) {
    self.value = value
    self.unit = unit
  }
}

/// Where the money comes from (kinh phí).
public struct Funding: Equatable, Sendable {
  /// The text that says so.
  @Excerpt public var text: String
  /// The sources as printed.
  public var sources: [String]
  /// The amount, when one is stated.
  public var amount: Amount?
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A funding fact from its parts.
  @inlinable
  public init(
    text: String, sources: [String], amount: Amount? = nil, node: String, span: ByteSpan,
    rule: String? = nil
  ) {
    self.text = text
    self.sources = sources
    self.amount = amount
    self.node = node
    self.span = span
    self.rule = rule
  }
}

/// A duty to report (chế độ báo cáo).
public struct Report: Equatable, Sendable {
  /// Who reports.
  public var by: [String]
  /// To whom.
  public var to: [String]
  /// RFC 5545 recurrences.
  public var `repeat`: [String]
  /// The deadline: "2026-12-16", "--12-15" each year, "---18" each month.
  public var before: String?
  /// The text that says so.
  @Excerpt public var text: String
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A report from its parts.
  @inlinable
  public init(
    by: [String], to: [String], repeat: [String], before: String? = nil, text: String,
    node: String, span: ByteSpan, rule: String? = nil
  ) {
    self.by = by
    self.to = to
    self.repeat = `repeat`
    self.before = before
    self.text = text
    self.node = node
    self.span = span
    self.rule = rule
  }
}
