/// What a node of the outline is.
public enum NodeType: String, CaseIterable, Sendable {
  /// A numbered or lettered unit with a heading (mục có tiêu đề).
  case section
  /// A numbered, lettered or bulleted unit whose text is the unit (khoản, điểm, gạch đầu dòng).
  case item
  /// A paragraph without a label (đoạn văn).
  case paragraph
  /// A table (bảng).
  case table
}

/// What a section is for.
public enum Role: String, CaseIterable, Sendable {
  /// Mục đích.
  case purpose
  /// Yêu cầu.
  case requirements
  /// Mục đích, yêu cầu.
  case purposeRequirements = "purpose-requirements"
  /// Thực trạng, đánh giá, kết quả.
  case situation
  /// Quan điểm.
  case viewpoints
  /// Phạm vi, đối tượng.
  case scope
  /// Mục tiêu, chỉ tiêu.
  case objectives
  /// Mục tiêu chung, mục tiêu tổng quát.
  case generalObjective = "general-objective"
  /// Mục tiêu cụ thể.
  case specificObjectives = "specific-objectives"
  /// Tầm nhìn.
  case vision
  /// Nội dung.
  case content
  /// Nhiệm vụ.
  case tasks
  /// Giải pháp.
  case solutions
  /// Nhiệm vụ và giải pháp.
  case tasksSolutions = "tasks-solutions"
  /// Thời gian, tiến độ, lộ trình.
  case schedule
  /// Kinh phí.
  case funding
  /// Phân công.
  case assignment
  /// Tổ chức thực hiện.
  case implementation
  /// Chế độ báo cáo.
  case reporting
  /// Anything else.
  case other
}

/// A node of the outline (đề mục), in document order.
///
/// A long plan has a million of them: what most lack stands apart, and the small fields together.
public struct Node: Equatable, Sendable {
  /// The id, unique in the document: `III.3.1`, `III.1.b2`.
  public var id: String
  /// The bare marker of a section or item: `I`, `3.1`, `a`, `-`, `Điều 1`.
  public var label: String?
  /// The heading of a section, the text of an item or paragraph; empty for a table.
  @Excerpt public var text: String
  @Rare private var side: Side?
  /// Where the node's own text stands: label and heading, label and text, the whole table.
  public var span: ByteSpan
  /// From the node's start to the end of its last descendant; `nil` without children.
  public var extent: ByteSpan?
  /// What the node is.
  public var type: NodeType
  /// What a section is for, its own or inherited; `nil` for the other types.
  public var role: Role?
  /// The nodes under this one.
  public var children: [Node]

  /// What few nodes have.
  private struct Side: Equatable, Sendable {
    var table: Table?
    var rule: String?
  }

  /// The cells of a table; `nil` for the other types.
  public var table: Table? {
    get { side?.table }
    set { set(table: newValue, rule: rule) }
  }

  /// The rule that made the node.
  public var rule: String? {
    get { side?.rule }
    set { set(table: table, rule: newValue) }
  }

  private mutating func set(table: Table?, rule: String?) {
    side = table == nil && rule == nil ? nil : Side(table: table, rule: rule)
  }

  /// A node from its parts.
  public init(
    type: NodeType, id: String = "", label: String? = nil, text: String = "", role: Role? = nil,
    table: Table? = nil, span: ByteSpan, extent: ByteSpan? = nil, children: [Node] = [],
    rule: String? = nil
  ) {
    self.init(
      type: type, id: id, label: label, excerpt: Excerpt(wrappedValue: text), role: role,
      table: table, span: span, extent: extent, children: children, rule: rule)
  }

  /// A node from its parts, whose text may stand in the document.
  public init(
    type: NodeType, id: String = "", label: String? = nil, excerpt: Excerpt, role: Role? = nil,
    table: Table? = nil, span: ByteSpan, extent: ByteSpan? = nil, children: [Node] = [],
    rule: String? = nil
  ) {
    self.id = id
    self.label = label
    _text = excerpt
    self.span = span
    self.extent = extent
    self.type = type
    self.role = role
    self.children = children
    set(table: table, rule: rule)
  }
}

/// The content of a table (bảng).
public struct Table: Equatable, Sendable {
  /// One name per column; a two-row head gives "Phân công: Chủ trì".
  public var columns: [String]
  /// The rows under the column row.
  public var rows: [TableRow]

  /// A table from its parts.
  public init(columns: [String], rows: [TableRow]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A row of a table (dòng).
public struct TableRow: Equatable, Sendable {
  /// One text per column; "" for an empty cell.
  public var cells: [String]
  /// Where each cell stands; an empty cell has an empty span.
  public var spans: [ByteSpan]
  /// Whether the row heads those below it, as "Các dự án …" with a Roman numeral does.
  public var group: Bool

  /// A row from its parts.
  public init(cells: [String], spans: [ByteSpan], group: Bool = false) {
    self.cells = cells
    self.spans = spans
    self.group = group
  }
}
