import PlanModel
import PlanText

/// Finds what completes an indicator: the lead before the colon, or the heading above.
extension PlanReader {
  /// Sets the subject of a target.
  mutating func setSubject(of target: inout Target, _ draft: TargetDraft) {
    let quantity = draft.quantity
    let tokens = draft.tokens
    if let place = draft.indicator {
      if isElliptical(Array(tokens[place])) {
        // "Về doanh thu: phấn đấu đạt …": the lead is what is measured.
        if place != draft.lead { target.subject = subject(draft) }
      } else if let lead = draft.lead, target.action == nil, draft.isNounAlone,
        !draft.isForeseenWork
      {
        // "Nuôi ong: 450 đàn"
        target.subject = folder.fold(span(tokens, lead))
      } else if let lead = draft.leadOfShare ?? draft.leadOfHolder {
        // "Học nghề: 10% học sinh lớp 9", "Trưởng bến: kiểm tra 02 lần/tháng"
        target.subject = folder.fold(span(tokens, lead))
      } else if let lead = draft.leadOfPlace, target.action == nil {
        // "Thôn Bãi: hộ nghèo 5%"
        target.subject = folder.fold(span(tokens, lead))
      } else if let lead = draft.lead, target.action == nil, quantity.kind != .count,
        isPartOfLead(place, tokens)
      {
        // "Chiều cao trung bình: nam đạt 168 cm; nữ đạt 157 cm"
        target.subject = folder.fold(span(tokens, lead))
      } else if let lead = draft.leadOfNames, target.action == nil {
        // "Sản lượng: lúa 10.000 tấn; ngô 2.500 tấn"
        target.subject = folder.fold(span(tokens, lead))
      } else if let lead = draft.leadOfTotal, target.action == nil {
        // "Cấp tỉnh: Tổng số mẫu điều tra: 5.029"
        target.subject = folder.fold(span(tokens, lead))
      } else if target.action == nil, place == quantity.noun, draft.hasTime,
        let heading = draft.context.subject, measures(heading)
      {
        // "Năm 2026: 10 hộ; năm 2027: 20 hộ" below "Số hộ tham gia mô hình: 30 hộ"
        target.subject = subject(draft)
      } else if target.action == nil, quantity.kind != .count, draft.isNamed,
        let heading = draft.context.subject, measures(heading)
      {
        // "Nông nghiệp 30%" below "Cơ cấu kinh tế:"
        target.subject = subject(draft)
      } else if target.action == nil, draft.isNamed, let heading = draft.context.subject {
        // "Trâu: 200 con" below "Tổng đàn gia súc: 900 con, trong đó:"
        target.subject = whole(heading)
      }
    }
  }

  /// What the unit above measures, where a unit below tells its level or its change alone: "Năm 2026
  /// đạt 25 triệu USD" below "Kim ngạch xuất khẩu".
  mutating func nameAbove(_ draft: TargetDraft) -> String? {
    let quantity = draft.quantity
    guard draft.clause.parent == nil, draft.lead == nil, draft.context.leaf.kind != .heading,
      quantity.reaches && !quantity.isToward || quantity.equals && draft.hasTime,
      draft.behind(percent: quantity.kind == .percent).count <= quantity.unit.count,
      let heading = draft.context.subject, measures(heading),
      heading.tokens.allSatisfy({ $0.kind != .number })
    else { return nil }
    return subject(draft)
  }

  /// What is done so often as a number tells that names nothing itself: "Kiểm tra bếp ăn đối với
  /// 100% trường học, tối thiểu 2 lần/năm".
  mutating func deed(of known: TargetDraft, for draft: TargetDraft) -> String? {
    guard draft.quantity.kind == .times, known.quantity.kind == .percent, let action = known.action,
      case let place = span(draft.tokens, action), place.count <= TargetSurroundings.longestName
    else { return nil }
    return folder.fold(place)
  }

  /// Which way what stands above a bare name changes: "Tỷ lệ hộ nghèo giảm bình quân hằng năm:" above
  /// "Khu vực nông thôn: 1,2%".
  func handedDirection(_ draft: TargetDraft) -> Direction? {
    guard draft.isNamed, draft.quantity.kind == .percent, let heading = draft.context.subject,
      let change = heading.matches.first(where: {
        meaning($0) == .aim && value("kind", of: $0) == "handed"
      })
    else { return nil }
    return value("direction", of: change).flatMap(Direction.init(rawValue:))
  }

  /// Whether a heading names what is measured of those below it ("Cơ cấu kinh tế").
  private func measures(_ heading: FactLeaf) -> Bool {
    heading.tokens.count <= (heading.tokens.last.map { isMark($0, 0x3A) } ?? false ? 14 : 8)
      && heading.matches(from: 0, to: 1).contains { match in
        meaning(match) == .measured && ["", "whole"].contains(value("kind", of: match) ?? "")
      }
  }

  /// What a unit that gives a total and is told in parts below measures: "Tổng đàn gia súc".
  private func whole(_ heading: FactLeaf) -> String? {
    guard heading.kind == .item || heading.kind == .paragraph, let last = heading.tokens.last,
      isMark(last, 0x3A),
      heading.matches(from: 0, to: 1).contains(where: { match in
        meaning(match) == .measured && ["", "whole"].contains(value("kind", of: match) ?? "")
      })
    else { return nil }
    // "Tổng đàn gia súc:" has no number of its own.
    var end = heading.tokens.firstIndex { $0.kind == .number } ?? heading.tokens.count
    while end > 0, heading.tokens[end - 1].kind == .mark { end -= 1 }
    return (2...8).contains(end) ? folder.fold(span(heading.tokens, 0..<end)) : nil
  }

  /// Whether a name is one of the parts that only what stands before their colon completes.
  private func isPartOfLead(_ name: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let parts = grammar.list("parts-of-lead"),
      let entry = grammar.entry(in: parts, tokens, at: name.lowerBound)
    else { return false }
    return entry.end == name.upperBound
  }

  /// What a part says nothing without, behind a measure or another part of it: "Tỷ lệ hộ có nước sạch
  /// đạt 95%; trong đó khu vực nông thôn đạt 92%"; a share of the whole is a measure of its own.
  func whole(of part: TargetDraft, behind known: TargetDraft, _ target: Target) -> String? {
    guard let name = part.indicator, let other = known.indicator, part.quantity.reaches,
      !part.quantity.isShare, part.quantity.direction == known.quantity.direction,
      part.isOfOneUnit(known.quantity), isPartOfWhole(name, part.tokens)
    else { return nil }
    if isPartOfWhole(other, part.tokens) { return target.subject }
    return part.words.measured[other.lowerBound] == nil ? nil : target.indicator
  }

  /// Whether a name begins like that of a part of the people, the places or the work.
  private func isPartOfWhole(_ name: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let parts = grammar.list("parts-of-whole"),
      let entry = grammar.entry(in: parts, tokens, at: name.lowerBound)
    else { return false }
    return entry.end <= name.upperBound
  }

  /// Whether an indicator says nothing alone ("Tổng đàn").
  mutating func isElliptical(_ tokens: [Token]) -> Bool {
    tokens.count <= 8 && lineMatch(.elliptical, tokens) != nil
  }

  /// Names what is measured where the words before the number only tell who set it: "Tỷ lệ hộ nghèo: tỉnh
  /// giao 3%, huyện giao 3,5%".
  mutating func nameAllotted(_ target: inout Target, _ draft: TargetDraft) {
    guard let list = grammar.list("allotting-words"), let words = draft.indicator,
      grammar.entry(in: list, draft.tokens, at: words.lowerBound)?.end == words.upperBound,
      let name = target.subject ?? draft.lead.map({ folder.fold(span(draft.tokens, $0)) })
    else { return }
    target.indicator = name
    target.subject = nil
  }

  /// What completes an indicator: the run-in lead, else the nearest heading.
  private func subject(_ draft: TargetDraft) -> String? {
    if let lead = draft.lead { return folder.fold(span(draft.tokens, lead)) }
    guard let heading = draft.context.subject, !heading.tokens.isEmpty else { return nil }
    // "Diện tích lúa 1.200 ha, trong đó:"
    let tellsParts = heading.matches.contains {
      meaning($0) == .joint && value("kind", of: $0) == "part" && $0.end == heading.tokens.count
    }
    if tellsParts, let whole = whole(heading) { return whole }
    var end = heading.tokens.count
    while end > 1, heading.tokens[end - 1].kind == .mark { end -= 1 }
    // "Cơ cấu kinh tế đến năm 2030"
    if let time = heading.times.last?.range, time.upperBound == end, time.lowerBound > 0 {
      end = time.lowerBound
    }
    return folder.fold(span(heading.tokens, 0..<end))
  }
}
