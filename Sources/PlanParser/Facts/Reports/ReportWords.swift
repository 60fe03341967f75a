import PlanText

/// What the phrases of a leaf say about reports, by the place of a token.
struct ReportWords {
  /// A word that tells of a report.
  struct Verb {
    var lowerBound: Int
    var upperBound: Int
    /// The rule that found it.
    var rule: Int
  }

  /// The words that tell of a report, in order.
  private(set) var verbs: [Verb] = []
  /// Where the name of the one who is told may begin ("về", "gửi"): the places behind, in order.
  private var leads: [Int] = []
  /// Those of them behind "gửi".
  private var sends: [Int] = []
  /// Those of them behind "tổng hợp trình".
  private var gathered: [Int] = []
  /// The places of words before one more who is told the same ("đồng gửi"), in order.
  private(set) var alsos: [Int] = []
  /// The places behind them.
  private var alsoEnds: [Int] = []
  /// Where what is told begins.
  private(set) var objects = PlaceSet()
  private var objectPlaces: [Int] = []
  /// Where papers are named, which nobody is told.
  private(set) var papers = PlaceSet()
  /// Where it is said what the one who is told will do with a report, in order.
  private var purposes: [Int] = []
  /// Who does so, where it is named ("để Phòng Kinh tế tổng hợp"), by the place of those words.
  private var gatherers = PlaceMap<Range<Int>>()
  /// The places of words that make a report a duty, in order.
  private var regular: [Int] = []
  /// Those of them that say that it is a report ("chế độ báo cáo").
  private var regularReports: [Int] = []
  /// The words that say how often a report is due, in order.
  private var intervals: [RuleMatch] = []

  /// What else is to be done by a day ("xây dựng kế hoạch xong trước ngày 10/3"), by the day's first
  /// number.
  private var deeds = PlaceMap<Range<Int>>()

  /// The places of words by which a report is due so many days behind something, in order.
  private var behinds: [Int] = []

  /// Whether some phrase of a leaf is one of them.
  static func stand(in leaf: FactLeaf) -> Bool {
    leaf.tells(.report) || leaf.tells(.reportTo) || leaf.tells(.reportObject)
      || leaf.tells(.reportPurpose) || leaf.tells(.reportRegular)
  }

  /// Finds them in the phrases of a leaf.
  init(_ leaf: FactLeaf, of reader: borrowing PlanReader) {
    guard Self.stand(in: leaf) else { return }
    var refused = 0
    var refusedInterval = -1
    var refusedObject = 0
    var refusedLead = 0
    for match in leaf.matches {
      switch reader.meaning(match) {
      case .report where reader.value("kind", of: match) == "no":
        refused = max(refused, match.end)
        // "báo cáo viên" begins where "báo cáo" does, and comes first.
        while let last = verbs.last, last.upperBound > match.start { verbs.removeLast() }
      case .report where match.start >= refused:
        if let last = verbs.last, last.upperBound > match.start { break }
        verbs.gather(Verb(lowerBound: match.start, upperBound: match.end, rule: match.rule))
      case .reportTo where reader.value("also", of: match) != nil:
        // ", đồng gửi" holds "đồng gửi".
        if alsoEnds.last.map({ $0 <= match.start }) ?? true {
          alsos.append(match.start)
          alsoEnds.append(match.end)
        }
      case .reportTo where reader.value("of", of: match) == "none":
        refusedLead = max(refusedLead, match.end)
        // "tổng hợp, trình" begins where it does, and comes first.
        while let last = leads.last, last > match.start { leads.removeLast() }
        while let last = sends.last, last > match.start { sends.removeLast() }
        while let last = gathered.last, last >= match.start { gathered.removeLast() }
      case .reportTo where match.start >= refusedLead:
        if leads.last != match.end { leads.gather(match.end) }
        let send = reader.value("send", of: match)
        if send != nil { sends.gather(match.end) }
        if send == "gathered" { gathered.append(match.start) }
      case .reportObject where reader.value("of", of: match) == "paper":
        papers.insert(match.start)
      case .reportObject where reader.value("of", of: match) == "none":
        refusedObject = max(refusedObject, match.end)
      case .reportObject where match.start >= refusedObject:
        objects.insert(match.start)
        if reader.value("of", of: match) != nil { objectPlaces.gather(match.start) }
      case .reportPurpose:
        purposes.gather(match.start)
        let body = match.start + 1
        if body < match.end, leaf.tokens[body].shape.contains(.capitalized) {
          gatherers[match.start] = body..<match.end
        }
      case .reportRegular:
        regular.gather(match.start)
        if reader.value("of", of: match) != nil { regularReports.append(match.start) }
      case .reportInterval where reader.value("kind", of: match) == "no":
        refusedInterval = match.start
      case .reportInterval where reader.value("kind", of: match) == "deed":
        // What stands behind the day only shows that another verb follows.
        let tokens = leaf.tokens
        if let day = (match.start..<match.end).last(where: { tokens[$0].kind == .number }) {
          deeds[day] = match.start..<day + 1
        }
      case .reportInterval where reader.value("kind", of: match) == "behind":
        behinds.gather(match.start)
      case .reportInterval where match.start != refusedInterval:
        if intervals.last?.start != match.start { intervals.append(match) }
      default: break
      }
    }
  }

  /// Whether nothing of a report is said.
  var isEmpty: Bool { verbs.isEmpty && leads.isEmpty }

  /// Whether a clause says what is told ("kết quả", "số liệu").
  func tellsObject(in clause: Range<Int>) -> Bool {
    !objectPlaces.between(clause.lowerBound, clause.upperBound).isEmpty
  }

  /// The words that tell of a report in a clause.
  func verbs(in clause: Range<Int>) -> ArraySlice<Verb> {
    var low = 0
    var high = verbs.count
    while low < high {
      let middle = (low + high) / 2
      if verbs[middle].lowerBound < clause.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < verbs.count, verbs[end].lowerBound < clause.upperBound { end += 1 }
    return verbs[low..<end]
  }

  /// Whether a day is that of another deed, and of no report that is told before it.
  func isOfDeed(_ day: Range<Int>) -> Bool {
    day.contains { place in
      guard let deed = deeds[place] else { return false }
      return sends(from: deed.lowerBound, to: deed.upperBound).isEmpty && verbs(in: deed).isEmpty
    }
  }

  /// Whether a clause says that something is due so many days behind something else.
  func tellsDaysBehind(in clause: Range<Int>) -> Bool {
    !behinds.between(clause.lowerBound, clause.upperBound).isEmpty
  }

  /// Whether a clause says of the duty to report that it comes again: "chế độ báo cáo định kỳ".
  func tellsPeriodicReport(in clause: Range<Int>) -> Bool {
    tellsRegularReport(in: clause)
      && regular.between(clause.lowerBound, clause.upperBound).contains {
        !regularReports.contains($0)
      }
  }

  /// The words that say how often a report of a clause is due.
  func intervals(in clause: Range<Int>) -> [RuleMatch] {
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].start < clause.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array(intervals[low...].prefix { $0.start < clause.upperBound })
  }

  /// Whether what is gathered in a clause is handed to somebody.
  func gathers(in clause: Range<Int>) -> Bool {
    !gathered.between(clause.lowerBound, clause.upperBound).isEmpty
  }

  /// The places behind "về", "gửi", "với" from one place to another.
  func leads(from start: Int, to end: Int) -> ArraySlice<Int> { leads.between(start, end) }

  /// The places behind "gửi" from one place to another.
  func sends(from start: Int, to end: Int) -> ArraySlice<Int> { sends.between(start, end) }

  /// The places behind "đồng gửi" from one place to another.
  func alsos(from start: Int, to end: Int) -> ArraySlice<Int> { alsoEnds.between(start, end) }

  /// Where a clause says what the one who is told will do with a report.
  func purpose(in clause: Range<Int>) -> Int? {
    purposes.between(clause.lowerBound, clause.upperBound).first
  }

  /// Who gathers what is reported, as the words at a place say.
  func gatherer(at purpose: Int) -> Range<Int>? { gatherers[purpose] }

  /// The first word of a clause by which a report without a verb of reporting is a duty.
  func regularReport(in clause: Range<Int>) -> Int? {
    regularReports.between(clause.lowerBound, clause.upperBound).first
  }

  /// Whether a clause makes a report a duty though it names nobody who is told.
  func isRegular(in clause: Range<Int>) -> Bool {
    !regular.between(clause.lowerBound, clause.upperBound).isEmpty
  }

  /// Whether a clause without a verb of reporting makes a report a duty: "chế độ báo cáo".
  func tellsRegularReport(in clause: Range<Int>) -> Bool {
    !regularReports.between(clause.lowerBound, clause.upperBound).isEmpty
  }
}

extension [Int] {
  /// The values from one to another, of values in order.
  fileprivate func between(_ start: Int, _ end: Int) -> ArraySlice<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < start { low = middle + 1 } else { high = middle }
    }
    var last = low
    while last < count, self[last] < end { last += 1 }
    return self[low..<last]
  }
}
