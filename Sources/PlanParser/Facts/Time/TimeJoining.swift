import PlanModel
import PlanText

/// Joins dates by the words between and before them.
extension PlanReader {
  /// The times that pieces and the words beside them make.
  mutating func joined(
    _ pieces: [LeafTime], _ links: [RuleMatch], _ tokens: [Token], year: Int?
  ) -> [LeafTime] {
    var result: [LeafTime] = []
    var link = 0
    var index = 0
    while index < pieces.count {
      var time = pieces[index]
      let before = self.link(endingAt: time.range.lowerBound, links, &link)
      index += 1
      var atEnd = false
      if let before {
        time.range = min(before.start, time.range.lowerBound)..<time.range.upperBound
        // "Từ ngày 16-18/01/2014" and "đến giai đoạn 2026-2030" hold their own interval.
        if !time.isPair, value("join", of: before) == nil { time.bound = bound(before) }
        if value("at", of: before) != nil { atEnd = true }
      }
      if index < pieces.count, time.bound == .within || time.bound == .from,
        time.repeats.isEmpty, !time.isPair, pieces[index].repeats.isEmpty,
        joins(time, pieces[index], links, &link, tokens)
      {
        join(&time, pieces[index])
        index += 1
      }
      complete(&time, year: year)
      // "chậm nhất quý III": by its end.
      if atEnd, time.bound == .before { time.start = time.end }
      if time.start?.month == nil, time.start?.day != nil, time.repeats.isEmpty,
        time.bound != .before, !isAloneInBracket(time, tokens)
      {
        continue  // "ngày 18" alone says nothing; "báo cáo tháng (ngày 18)" says when
      }
      result.gather(time)
    }
    return result
  }

  /// The link that ends where a time begins; links are asked for in order.
  private func link(endingAt place: Int, _ links: [RuleMatch], _ next: inout Int) -> RuleMatch? {
    while next < links.count, links[next].end < place { next += 1 }
    guard next < links.count else { return nil }
    let link = links[next]
    // "chậm nhất trong năm 2026", "từ đầu năm 2026": they share a word.
    return link.end == place || link.end == place + 1 && link.start < place ? link : nil
  }

  private func bound(_ link: RuleMatch) -> LeafTime.Bound {
    switch value("link", of: link) {
    case "from": .from
    case "before": .before
    default: .until
    }
  }

  /// Whether only a dash or "đến" stands between two dates.
  private func joins(
    _ first: LeafTime, _ second: LeafTime, _ links: [RuleMatch], _ next: inout Int,
    _ tokens: [Token]
  ) -> Bool {
    let gap = first.range.upperBound..<second.range.lowerBound
    if gap.count == 1, isDash(tokens[gap.lowerBound]) { return true }
    guard !gap.isEmpty, let link = link(endingAt: gap.upperBound, links, &next) else {
      return false
    }
    return link.start == gap.lowerBound && value("link", of: link) == "until"
  }

  /// Makes one interval of two dates, each completed by the other.
  private func join(_ first: inout LeafTime, _ second: LeafTime) {
    let start = first.start
    if let end = second.end {
      first.start = first.start?.completed(by: end)
      if let start { first.end = end.completed(by: start) }
    }
    first.range = first.range.lowerBound..<second.range.upperBound
    first.core = first.core.lowerBound..<second.range.upperBound
    first.bound = .within
    first.isInvalid = first.isInvalid || second.isInvalid
  }

  /// Takes the year from around the words and drops an interval that runs backwards.
  private func complete(_ time: inout LeafTime, year: Int?) {
    guard time.repeats.isEmpty else { return }
    if let year {
      let around = PartialDate(year: year)
      time.start = time.start?.completed(by: around)
      time.end = time.end?.completed(by: around)
    }
    if let start = time.start, let end = time.end {
      if !start.exists || !end.exists { time.isInvalid = true }
      // "Từ tháng 10 đến tháng 3/2026" does not say in which year it begins.
      if !start.isNotAfter(end) {
        time.start = nil
        time.end = nil
      }
    }
  }
}
