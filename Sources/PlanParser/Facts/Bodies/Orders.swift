import PlanModel
import PlanText

/// A line that opens a list of orders.
struct OrderLine {
  /// What it stands under, and what it orders with it.
  var ancestors: [Int]
  /// Whether it stands in an appendix.
  var isAppendix: Bool
}

/// Orders outside of the sections that hand duties out: what stands behind "Chủ tịch UBND xã yêu
/// cầu:", and sentences such as "Giao Phòng Kinh tế rà soát …".
extension PlanReader {
  /// How many tokens before the verb of an order its body is looked for.
  private static var longestOrderer: Int { 40 }

  /// Notes which leaves are orders, or stand behind a line that opens them.
  mutating func markOrders(_ leaves: FactLeaves, after lines: inout [OrderLine]) {
    for leaf in leaves.all {
      while let known = lines.last, !reaches(leaf, from: known) { lines.removeLast() }
      if leaf.zone == .closing { leaf.isOrdered = closesWithOrder(leaf) }
      guard mayOrder(leaf) else { continue }
      switch leaf.kind {
      case .heading, .item, .paragraph: break
      case .title, .cell: continue
      }
      if opensOrders(leaf) {
        leaf.opensOrders = true
        let line = OrderLine(ancestors: leaf.ancestors, isAppendix: leaf.zone == .appendix)
        // A line beside another opens anew what stands below.
        if lines.last?.ancestors == line.ancestors { lines.removeLast() }
        lines.append(line)
      } else if leaf.zone == .body || leaf.zone == .appendix {
        leaf.isOrdered = !lines.isEmpty || isOrder(leaf)
      }
    }
  }

  /// Whether a leaf stands beside a line or under it, and no section of another kind between.
  private func reaches(_ leaf: FactLeaf, from line: OrderLine) -> Bool {
    guard (leaf.zone == .appendix) == line.isAppendix, leaf.ancestors.starts(with: line.ancestors)
    else { return false }
    guard leaf.kind == .heading, leaf.ancestors == line.ancestors else { return true }
    // "1. Giao Văn phòng:" among "2. Các chi bộ:" hands duties out itself.
    return mayOrder(leaf) || leaf.role == .assignment || isWork(leaf)
  }

  /// Whether a leaf heads work that all are ordered in a document that is no plan.
  ///
  /// Bodies whose own work stands behind it may follow: "1. Nhiệm vụ chung", "2. Thanh tra tỉnh".
  private func isWork(_ leaf: FactLeaf) -> Bool {
    switch leaf.role {
    case .tasks, .solutions, .tasksSolutions:
      plan.header.kind.code.map(Self.plans.contains) != true
    default: false
    }
  }

  /// Whether a leaf stands in a section that may hold orders, or in none.
  func mayOrder(_ leaf: FactLeaf) -> Bool {
    switch leaf.role {
    case nil, .other, .content: true
    default: false
    }
  }

  /// Whether a leaf ends with a colon, or announces what follows with a full stop, and says that a body orders what follows: "Thường trực Đảng
  /// ủy có ý kiến chỉ đạo như sau:".
  private func opensOrders(_ leaf: FactLeaf) -> Bool {
    guard leaf.tells(.order), leaf.kind != .heading, let last = leaf.tokens.last,
      leaf.zone != .header, leaf.zone != .closing,
      // "… yêu cầu các phòng triển khai các nội dung sau." before the first unit of a letter.
      isMark(last, 0x3A) || isMark(last, 0x2E) && leaf.zone == .preamble && announces(leaf)
    else { return false }
    var refused = 0
    /// The end of the verb found last: "thông báo phân công" holds "phân công".
    var told = 0
    var verb: Int?
    for match in leaf.matches where meaning(match) == .order {
      switch value("kind", of: match) {
      case "no": refused = max(refused, match.end)
      // "…, UBND xã xây dựng Kế hoạch như sau:"
      case "plan": verb = nil
      case "list": break
      default:
        if match.start >= refused, match.start >= told { (verb, told) = (match.start, match.end) }
      }
    }
    guard let verb else { return false }
    if ordered(inLine: leaf) != nil, announces(leaf) { return true }
    let words = bodyWords(leaf)
    if verb == 0 { return words.handOuts[0].flatMap { words.heads[$0] } != nil }
    return (max(0, verb - Self.longestOrderer)..<verb).contains { start in
      guard let head = words.heads[start], head.kind != .bare else { return false }
      return bodyList(at: start, before: verb, leaf.tokens, words)?.end == verb
    }
  }

  /// Whether a closing sentence hands a duty of its own to a body that it names.
  ///
  /// "Căn cứ Kế hoạch này, đề nghị Đoàn trường xây dựng kế hoạch chi tiết" does; to report what
  /// happens is none.
  private mutating func closesWithOrder(_ leaf: FactLeaf) -> Bool {
    guard leaf.tells(.handOut), !leaf.tells(.report), leaf.kind == .paragraph else { return false }
    let words = bodyWords(leaf)
    guard let clause = clauses(leaf.tokens).first,
      let (list, handedOut) = subject(of: clause, leaf.tokens, words), list.stopped, handedOut
    else { return false }
    return list.bodies.contains { words.heads[$0.lowerBound]?.kind == .named }
  }

  /// The codes of kinds of documents that have sections for handing out duties.
  private static let plans: Set<String> = ["KH", "CTr", "PA"]

  /// Whether a leaf is a sentence that charges a body: "Giao Phòng Kinh tế rà soát …", "Phòng Kinh
  /// tế chủ trì, phối hợp với …".
  ///
  /// A plan hands duties out in sections of its own; elsewhere in it such a sentence tells of work.
  private mutating func isOrder(_ leaf: FactLeaf) -> Bool {
    if leaf.role != nil, plan.header.kind.code.map(Self.plans.contains) == true { return false }
    guard leaf.kind != .heading, !leaf.tells(.noDuty), leaf.tells(.handOut) || leaf.tells(.charge)
    else { return false }
    let words = bodyWords(leaf)
    guard let clause = clauses(leaf.tokens).first,
      let (list, handedOut) = subject(of: clause, leaf.tokens, words), list.stopped,
      let first = list.bodies.first
    else { return false }
    if handedOut {
      if asks(list, leaf) { return true }
      // "Yêu cầu tất cả học sinh phải có tài khoản": what has to be, not what one has to do.
      if words.musts.contains(list.end) { return false }
      return leaf.matches.contains {
        meaning($0) == .handOut && $0.end == first.lowerBound
          && (value("order", of: $0) == "yes" || orders(list, by: $0, leaf))
      }
    }
    guard let head = words.heads[first.lowerBound], head.kind == .named || head.kind == .group
    else { return false }
    let place = words.charge(from: list.end)
    guard place < words.charges.count, words.charges[place].range.lowerBound == list.end else {
      return false
    }
    return words.charges[place].role == .lead
      || words.charges[place].role == .responsible && (isLetter || isNotice)
  }

  /// Whether a document only lets others know (thông báo), and has no sections for handing duties out.
  private var isNotice: Bool { plan.header.kind.code == "TB" }

  /// Whether a sentence of a notice asks the bodies of a list: "Đề nghị các thôn tổng vệ sinh".
  private func asks(_ list: BodyList, _ leaf: FactLeaf) -> Bool {
    guard isNotice, let verbs = grammar.list("notice-asks"),
      let last = leaf.tokens.last, !isMark(last, 0x3A), let first = list.bodies.first
    else { return false }
    return grammar.entry(in: verbs, leaf.tokens, at: 0)?.end == first.lowerBound
  }

  /// Whether a document is a letter, which has no sections for handing duties out.
  private var isLetter: Bool { plan.header.kind.code == nil }

  /// The codes of kinds of documents that only tell what has been done or asked.
  private static let accounts: Set<String> = ["BC", "TTr", "BB"]

  /// Whether whoever stands before a word that hands down orders bodies with it: "Thủ tướng Chính phủ
  /// giao Bộ Tài chính …", in a letter "Bộ Nội vụ đề nghị Ủy ban nhân dân các tỉnh …"; on a day that
  /// begins the sentence it only tells what was done, and before a colon what is asked for stands below.
  private func orders(_ list: BodyList, by match: RuleMatch, _ leaf: FactLeaf) -> Bool {
    guard list.stopped, let last = leaf.tokens.last, !isMark(last, 0x3A),
      !leaf.tokens.prefix(2).contains(where: { $0.kind == .number }),
      plan.header.kind.code.map(Self.accounts.contains) != true
    else { return false }
    if value("order", of: match) != nil { return true }
    switch value("down", of: match) {
    case "any": return true
    case "several":
      return isLetter && list.bodies.allSatisfy { isOfSeveral($0, leaf.tokens) }
    default: return false
    }
  }

  /// The bodies whom a line orders what stands behind it: "Tổng cục Thuế đề nghị Cục Thuế các tỉnh:".
  func ordered(by leaf: FactLeaf) -> AssignmentContext.Head? {
    leaf.opensOrders ? ordered(inLine: leaf) : nil
  }

  private func ordered(inLine leaf: FactLeaf) -> AssignmentContext.Head? {
    let verbs = leaf.matches.filter { meaning($0) == .order && value("kind", of: $0) == nil }
    let announces = announces(leaf)
    for verb in announces ? verbs : verbs.suffix(1) {
      if let head = ordered(by: verb, leaf, announces) { return head }
    }
    return nil
  }

  /// The bodies behind a verb with which a line orders what stands behind it.
  private func ordered(
    by verb: RuleMatch, _ leaf: FactLeaf, _ announces: Bool
  ) -> AssignmentContext.Head? {
    let words = bodyWords(leaf)
    let limit = leaf.tokens.count - 1
    guard verb.end < limit, let head = words.heads[verb.end], head.kind != .bare,
      let list = bodyList(at: verb.end, before: limit, leaf.tokens, words),
      list.end == limit || list.stopped && announces
    else { return nil }
    return AssignmentContext.Head(
      bodies: bodyNames(list, leaf.tokens, words), role: .responsible, rule: head.rule,
      sentence: false)
  }

  /// Whether a line ends with words that announce what has to be done: "… thực hiện một số nội dung
  /// sau:".
  private func announces(_ leaf: FactLeaf) -> Bool {
    leaf.matches.contains { meaning($0) == .order && value("kind", of: $0) == "list" }
  }
}
