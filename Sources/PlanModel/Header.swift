/// Whether a field of the header stands in the document.
public enum FieldStatus: String, CaseIterable, Sendable {
  /// The field stands there, filled in.
  case present
  /// The field stands there, still to be filled: legal in a draft or an electronic copy.
  case blank
  /// The document does not have the field.
  case absent
}

/// The head of a document (thể thức văn bản): Nghị định 30/2020/NĐ-CP, Phụ lục I;
/// Hướng dẫn 36-HD/VPTW for Party documents.
public struct Header: Equatable, Sendable {
  /// The body above the issuer (cơ quan chủ quản).
  public var superior = HeaderField()
  /// The issuing body (cơ quan ban hành).
  public var issuer = IssuerField()
  /// The number and symbol (số, ký hiệu).
  public var number = NumberField()
  /// The place name (địa danh).
  public var place = HeaderField()
  /// The date of issue (thời gian ban hành).
  public var date = DateField()
  /// The kind of document (tên loại).
  public var kind = KindField()
  /// What the document is about (trích yếu nội dung).
  public var title = HeaderField()
  /// A bracketed line under the title ("(Ban hành kèm theo …)").
  public var note = HeaderField()
  /// Further issuers of a joint document (văn bản liên tịch).
  public var joint: [JointIssuer] = []

  /// A header in which every field is absent.
  public init() {}
}

/// A header field that is its text.
public struct HeaderField: Equatable, Sendable {
  /// The text as printed.
  public var text: String?
  /// Whether the field stands in the document.
  public var status: FieldStatus
  /// Where it stands.
  public var span: ByteSpan?
  /// The rule that found it.
  public var rule: String?

  /// A field; absent when nothing is given.
  public init(
    text: String? = nil, status: FieldStatus = .absent, span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.text = text
    self.status = status
    self.span = span
    self.rule = rule
  }
}

/// The issuing body (cơ quan ban hành).
public struct IssuerField: Equatable, Sendable {
  /// The text as printed.
  public var text: String?
  /// The name written out in normal case; inferred from the body when the header has none.
  public var name: String?
  /// Whether the field stands in the document.
  public var status: FieldStatus
  /// Where it stands.
  public var span: ByteSpan?
  /// The rule that found it.
  public var rule: String?

  /// A field; absent when nothing is given.
  public init(
    text: String? = nil, name: String? = nil, status: FieldStatus = .absent,
    span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.text = text
    self.name = name
    self.status = status
    self.span = span
    self.rule = rule
  }
}

/// The number and symbol of a document (số, ký hiệu).
public struct NumberField: Equatable, Sendable {
  /// The text as printed: "Số: 12/KH-UBND".
  public var text: String?
  /// The running number: "12"; `nil` when blank.
  public var sequence: String?
  /// The symbol: "KH-UBND", "KH/ĐU".
  public var symbol: String?
  /// Whether the field stands in the document.
  public var status: FieldStatus
  /// Where it stands.
  public var span: ByteSpan?
  /// The rule that found it.
  public var rule: String?

  /// A field; absent when nothing is given.
  public init(
    text: String? = nil, sequence: String? = nil, symbol: String? = nil,
    status: FieldStatus = .absent, span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.text = text
    self.sequence = sequence
    self.symbol = symbol
    self.status = status
    self.span = span
    self.rule = rule
  }
}

/// The date of issue (ngày, tháng, năm ban hành).
public struct DateField: Equatable, Sendable {
  /// The text as printed: "ngày 07 tháng 4 năm 2026".
  public var text: String?
  /// The date in Extended Date/Time Format (ISO 8601-2): "2026-04-07", "2026-04", "2026".
  public var value: String?
  /// Whether the field stands in the document.
  public var status: FieldStatus
  /// Where it stands.
  public var span: ByteSpan?
  /// The rule that found it.
  public var rule: String?

  /// A field; absent when nothing is given.
  public init(
    text: String? = nil, value: String? = nil, status: FieldStatus = .absent,
    span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.text = text
    self.value = value
    self.status = status
    self.span = span
    self.rule = rule
  }
}

/// The kind of a document (tên loại văn bản).
public struct KindField: Equatable, Sendable {
  /// The text as printed: "KẾ HOẠCH".
  public var text: String?
  /// The abbreviation of Nghị định 30/2020/NĐ-CP, Phụ lục III: "KH".
  public var code: String?
  /// Whether the field stands in the document.
  public var status: FieldStatus
  /// Where it stands.
  public var span: ByteSpan?
  /// The rule that found it.
  public var rule: String?

  /// A field; absent when nothing is given.
  public init(
    text: String? = nil, code: String? = nil, status: FieldStatus = .absent,
    span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.text = text
    self.code = code
    self.status = status
    self.span = span
    self.rule = rule
  }
}

/// A further issuer of a joint document (cơ quan đồng ban hành).
public struct JointIssuer: Equatable, Sendable {
  /// The text as printed.
  public var text: String
  /// The name written out in normal case.
  public var name: String
  /// Where it stands.
  public var span: ByteSpan

  /// A joint issuer from its parts.
  public init(text: String, name: String, span: ByteSpan) {
    self.text = text
    self.name = name
    self.span = span
  }
}
