import PlanModel

/// What labels say of a task ("Cơ quan chủ trì: …", "Thời hạn: …").
struct TaskFields {
  /// Who leads.
  var lead: [String] = []
  /// Who supports.
  var support: [String] = []
  /// When, or by when where `start` tells of the begin.
  var time: TimeExpression?
  /// From when: "Thời gian bắt đầu: 01/2026".
  var start: TimeExpression?
  /// What comes out.
  var output: String?
  /// The place of the leaf that tells what is to be done: "a) Nội dung: Kiểm kê trạm bơm".
  var content: Int?
  /// The place of the token at which the labels begin, when they stand behind the task's own text.
  var textEnd: Int?
  /// The rule of the first label.
  var rule: Int?
  /// Whether the line that says it is a label and no duty of its own: "Cơ quan chủ trì: …", but not
  /// "Giao: …".
  var isLabel = false
  /// Whether a line says so with a word that only work has: "Thời hạn hoàn thành: …", "Sản phẩm: …".
  var isOfWork = false

  /// Adds what another line says; of two times or outputs the first stays.
  mutating func add(_ other: TaskFields) {
    lead += other.lead.filter { !lead.contains($0) }
    support += other.support.filter { !support.contains($0) }
    time = time ?? other.time
    start = start ?? other.start
    output = output ?? other.output
    content = content ?? other.content
    rule = rule ?? other.rule
    isOfWork = isOfWork || other.isOfWork
  }
}
