import PlanModel
import PlanText

/// What a section is for, and what that says of those below it.
struct Purpose {
  /// The role; `nil` where neither the heading nor one above says it.
  var role: Role?
  /// Whether everything below was done before, as under "Kết quả thực hiện năm 2025".
  var isPast = false
  /// Whether everything below is what somebody will look at, as under "Nội dung kiểm tra".
  var isChecked = false

  /// Whether work to do is told there, or who does it and with what.
  var tellsWork: Bool {
    switch role {
    case .tasks, .solutions, .tasksSolutions, .content, .implementation, .assignment, .funding,
      .reporting:
      true
    default: false
    }
  }

  /// Whether the titles right below are works to do.
  private var holdsWorks: Bool {
    role == .tasks || role == .solutions || role == .tasksSolutions
  }

  /// Whether it tells what is to be reached.
  private var setsGoals: Bool {
    role?.setsGoals ?? false
  }

  /// The purpose of a section below this one whose heading says `found`; `toldWork` and `toldGoals`
  /// tell whether one before it beside it told of work to do, or of what is to be reached.
  func below(_ found: HeadingPurpose?, toldWork: Bool, toldGoals: Bool) -> Purpose {
    guard let found else { return self }
    // "Tình hình thu phí" under "Nội dung kiểm tra" is what will be looked at.
    if isChecked, found.role == .situation { return self }
    let isHeld =
      switch found.place {
      case .anywhere: true
      // "Giao Phòng Kinh tế" under "Tổ chức thực hiện" is part of that.
      case .part: role != .implementation && role != .assignment
      // "Bố trí kinh phí" under the tasks is one of them.
      case .noWork: !holdsWorks && role != .content && role != .situation
      // "Đánh giá kết quả" behind the tasks and under "Tổ chức thực hiện" is still to come.
      case .ahead: !toldWork && role != .implementation && role != .reporting
      }
    // "Đánh giá hiện trạng" under the tasks is a task, and tells of no situation.
    guard isHeld, !(holdsWorks && found.role == .situation) else { return self }
    // "Kết quả rèn luyện" under the objectives names what is to be reached.
    if setsGoals, found.isMeasured { return self }
    // "Tài chính", "Báo cáo" under the objectives are fields of which each has its own.
    if setsGoals, !toldGoals, found.isField { return self }
    // "Kinh phí đã thực hiện" under the results of last year is one of them.
    if isPast, found.role != .situation, !found.isNext { return self }
    return Purpose(
      role: found.role, isPast: found.isPast || isPast && !found.isNext,
      isChecked: found.isChecked || isChecked)
  }
}

extension Role {
  /// Whether a section with it tells what is to be reached.
  var setsGoals: Bool {
    self == .objectives || self == .specificObjectives || self == .generalObjective
  }
}

/// What the words of a heading say of its section.
struct HeadingPurpose {
  /// Where a role holds.
  enum Place {
    case anywhere, part, noWork, ahead
  }

  var role: Role
  var rule: Int
  var place = Place.anywhere
  /// Whether what stands below was done before.
  var isPast = false
  /// Whether it is surely still to come: "Phương hướng, nhiệm vụ năm 2026".
  var isNext = false
  /// Whether the words may name what is measured: "Kết quả rèn luyện".
  var isMeasured = false
  /// Whether what stands below will be looked at: "Nội dung kiểm tra".
  var isChecked = false
  /// Whether the words may tell who led what was done: "Công tác chỉ đạo, điều hành".
  var isLed = false

  /// Whether the words may name a field of objectives: "Tài chính", "Tình hình hộ nghèo".
  var isField: Bool {
    switch role {
    case .funding, .reporting, .implementation, .assignment: true
    case .situation: !isPast
    default: false
    }
  }
}

extension PlanReader {
  /// What a section is for, by the words of its heading, which may end before the unit.
  mutating func purpose(ofHeading draft: Draft, end: Int?) -> HeadingPurpose? {
    guard let first = draft.pieces.first, let last = draft.pieces.last else { return nil }
    var tokens = tokens(ByteSpan(first.start, min(end ?? last.end, last.end)))
    // "Yêu cầu:" and "Yêu cầu." are the words "Yêu cầu".
    while let closing = tokens.last, closing.kind == .mark { tokens.removeLast() }
    // "Cơ quan chủ trì" heads a section of the plan or tells of the unit above it.
    let match = lineMatches(tokens).first {
      meaning($0) == .role && (draft.parent < 0 || value("top", of: $0) == nil)
    }
    guard let match, let role = grammar.compiled.roles[match] else {
      return lineMatch(.chargeHeading, tokens).map {
        HeadingPurpose(role: .assignment, rule: $0.rule, place: .part)
      }
    }
    // "d) Kết quả: Biên bản kiểm kê": what comes of the work above.
    if role == .situation, end != nil, labelsOutput(tokens) { return nil }
    return HeadingPurpose(
      role: role, rule: match.rule, place: place(of: match),
      isPast: value("past", of: match) != nil, isNext: value("next", of: match) != nil,
      isMeasured: value("measured", of: match) != nil,
      isChecked: value("checked", of: match) != nil, isLed: value("led", of: match) != nil)
  }

  /// Where the role of a rule holds; only among the sections of a plan is asked before.
  private func place(of match: RuleMatch) -> HeadingPurpose.Place {
    if value("ahead", of: match) != nil { return .ahead }
    return value("work", of: match) != nil ? .noWork : .anywhere
  }

  /// Whether a title only announces what comes out of a task.
  private mutating func labelsOutput(_ title: [Token]) -> Bool {
    lineMatches(title).contains {
      meaning($0) == .taskHeading && value("field", of: $0) == "output"
    }
  }
}
