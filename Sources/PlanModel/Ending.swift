/// A signer (người ký): Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7.
public struct Signature: Equatable, Sendable {
  /// The lines that say for whom the signer signs, in order (thay mặt, ký thay, …).
  public var authority: [String]
  /// The signer's position: "PHÓ CHỦ TỊCH".
  public var position: String?
  /// The signer's name.
  public var name: String?
  /// From the first line to the last.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A signature from its parts.
  public init(
    authority: [String] = [], position: String? = nil, name: String? = nil, span: ByteSpan,
    rule: String? = nil
  ) {
    self.authority = authority
    self.position = position
    self.name = name
    self.span = span
    self.rule = rule
  }
}

/// A recipient (nơi nhận): Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9.
public struct Recipient: Equatable, Sendable {
  /// The group it stands in ("Gửi bản điện tử").
  public var group: String?
  /// Who receives, without bullet, closing mark and purpose.
  public var text: String
  /// What it is sent for ("để báo cáo").
  public var purpose: String?
  /// Whether it is the filing line ("Lưu: VT, KT.").
  public var archive: Bool
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A recipient from its parts.
  public init(
    group: String? = nil, text: String, purpose: String? = nil, archive: Bool = false,
    span: ByteSpan, rule: String? = nil
  ) {
    self.group = group
    self.text = text
    self.purpose = purpose
    self.archive = archive
    self.span = span
    self.rule = rule
  }
}

/// An appendix (phụ lục), in document order.
public struct Appendix: Equatable, Sendable {
  /// The number it has: "I", "01".
  public var label: String?
  /// The title.
  public var title: String?
  /// The bracketed line under the title ("(Kèm theo …)").
  public var note: String?
  /// The outline of the appendix.
  public var body: [Node]
  /// From its first line to its last.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// An appendix from its parts.
  public init(
    label: String? = nil, title: String? = nil, note: String? = nil, body: [Node] = [],
    span: ByteSpan, rule: String? = nil
  ) {
    self.label = label
    self.title = title
    self.note = note
    self.body = body
    self.span = span
    self.rule = rule
  }
}

/// A footnote (chú thích cuối trang).
public struct Footnote: Equatable, Sendable {
  /// Its mark: "1".
  public var label: String
  /// Its text.
  public var text: String
  /// Where it stands.
  public var span: ByteSpan

  /// A footnote from its parts.
  public init(label: String, text: String, span: ByteSpan) {
    self.label = label
    self.text = text
    self.span = span
  }
}

/// What a piece of furniture is.
public enum FurnitureKind: String, CaseIterable, Sendable {
  /// Quốc hiệu, tiêu ngữ.
  case motto
  /// A page number.
  case pageNumber = "page-number"
  /// A line at the head of each page.
  case runningHeader = "running-header"
  /// A line at the foot of each page.
  case runningFooter = "running-footer"
  /// A rule, a row of marks.
  case separator
  /// A stamp: incoming (ĐẾN), urgency (HỎA TỐC), secrecy (MẬT), electronic signature.
  case stamp
  /// "(DỰ THẢO)" and its like.
  case draftMark = "draft-mark"
  /// A word that only names a zone ("Nơi nhận:").
  case label
  /// A repeated column row, a row that only numbers the columns, or the text of a cell over several
  /// columns where it is written again in each.
  case columns
  /// What a web portal put around the document.
  case portal
  /// What recognition made of lines and stamps.
  case noise
}

/// A text that stands on the page and is no part of the plan.
public struct Furniture: Equatable, Sendable {
  /// What it is.
  public var kind: FurnitureKind
  /// Its text.
  public var text: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A piece of furniture from its parts.
  public init(kind: FurnitureKind, text: String, span: ByteSpan, rule: String? = nil) {
    self.kind = kind
    self.text = text
    self.span = span
    self.rule = rule
  }
}
