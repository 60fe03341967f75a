import PlanModel
import PlanText

/// Labels that are not printed as labels are: numbers without the mark that closes them, and a
/// numeral that stands for the number one.
extension PlanReader {
  /// How many characters a heading has at most whose number has no mark.
  private static let bareWidth = 80
  /// How many lines further on the second number of a series is looked for.
  private static let bareReach = 60

  /// The marker of a heading whose number no mark closes, where the series proves it: "II Đối tượng
  /// tham gia:" after I, "1 Bóng đá" right under a heading and before "2 Kéo co".
  mutating func bareMarker(_ tokens: [Token], at index: Int, _ zone: Zone) -> Marker? {
    let line = lines[index]
    if let marker = bareSentence(tokens, at: index, zone) { return marker }
    guard line.width <= PlanReader.bareWidth, line.tabs == 0, !line.pipe,
      line.ending == .open || line.ending == .colon, let marker = bareLabel(tokens)
    else { return nil }
    // "… lần thứ" / "V Nhiệm kỳ 2026": a sentence that goes on.
    if let last = zone.drafts.last,
      last.ending == .comma || match(.counted, endOf: last, least: 8) != nil
        || match(.joiner, endOf: last, least: 8) != nil
    {
      return nil
    }
    if zone.outline.expectsBare(marker) { return marker }
    guard marker.family == .number, marker.value == 1, let last = zone.drafts.last,
      let above = last.marker, above.family != .bullet,
      !last.ending.endsUnit || last.ending == .colon
    else { return nil }
    // "II NỘI DUNG" / "1 Tổ chức thi đấu các môn gồm:": the numbers above have no mark either.
    if above.style == 0, above.family == .roman, line.ending == .colon { return marker }
    for next in lines.indices[(index + 1)...].prefix(PlanReader.bareReach) {
      let words = self.tokens(lines[next].content)
      if let other = markers.read(words), other.family == above.family { return nil }
      if let second = bareLabel(words) {
        if second.family == above.family { return nil }
        if second.family == .number { return second.value == 2 ? marker : nil }
      }
    }
    return nil
  }

  /// The marker of a sentence or a title with its text whose number lost its mark, behind the end
  /// of a sentence: the numbers beside it have none either, or the next of the series follows.
  ///
  /// "2. Phòng Kinh tế: …." / "3 Các thôn tuyên truyền.": "4. …"
  private mutating func bareSentence(_ tokens: [Token], at index: Int, _ zone: Zone) -> Marker? {
    guard lines[index].tabs == 0, !lines[index].pipe, let last = zone.drafts.last,
      last.ending == .stop, let marker = bareLabel(tokens), marker.family == .number,
      marker.value > 1, zone.outline.expects(marker)
    else { return nil }
    if zone.outline.expectsBare(marker) { return marker }
    var next = marker
    next.values = [marker.value + 1]
    for further in lines.indices[(index + 1)...].prefix(PlanReader.bareReach) {
      let words = self.tokens(lines[further].content)
      guard let other = markers.read(words) ?? bareLabel(words), other.family != .bullet,
        zone.outline.holds(other) || other.family == .number
      else { continue }
      return other.family == .number && other.values == next.values ? marker : nil
    }
    return nil
  }

  /// A numeral or number without a mark before a capital, read as a label.
  private func bareLabel(_ tokens: [Token]) -> Marker? {
    guard tokens.count > 2, tokens[1].kind == .syllable,
      tokens[1].shape.contains([.spaced, .capitalized])
    else { return nil }
    let label = ByteSpan(Int(tokens[0].start), Int(tokens[0].end))
    let isNumeral = tokens[0].kind == .syllable && tokens[0].shape.contains([.roman, .upper])
    let numeral = isNumeral ? Letters.roman(bytes[label.start..<label.end]) : nil
    guard let value = numeral ?? markers.number(tokens[0]), (1...40).contains(value),
      label.count <= 5, numeral != nil || bytes[label.start] != UInt8(ascii: "0")
    else { return nil }
    return Marker(
      family: numeral == nil ? .number : .roman, style: 0, values: [value], span: label,
      label: label, textStart: Int(tokens[1].start))
  }

  /// The number that "I." stands for where a series of numbers begins under a heading in capitals
  /// that has a numeral itself; `nil` for any other marker.
  mutating func slipped(_ marker: Marker, _ line: Line, _ zone: Zone) -> Marker? {
    guard marker.family == .roman, marker.value == 1, marker.style == 0x2E, !marker.suspect,
      !line.capitals, let last = zone.drafts.last, last.capitals, last.marker?.family == .roman
    else { return nil }
    let words = tokens(line.content).filter { Int($0.start) >= marker.textStart }
    guard words.prefix(2).contains(where: { !$0.shape.contains(.upper) }) else { return nil }
    var number = marker
    number.family = .number
    number.alternative = nil
    return number
  }

  /// Tells of the last unit that its label was read as a number, when it is a numeral.
  func tellSlip(_ marker: Marker, _ zone: inout Zone) {
    guard marker.family == .number, marker.values == [1], !marker.suspect,
      bytes[marker.label.start] == UInt8(ascii: "I")
    else { return }
    zone.faults.append((zone.drafts.count - 1, .read))
  }

  /// Whether a short line stands right above a bullet or letter: it heads a list.
  mutating func headsList(_ line: Line, _ zone: Zone) -> Bool {
    guard line.width <= 120, line.ending == .open || line.ending == .colon else { return false }
    // The pieces of a poured line have one number.
    var index = 0
    var end = lines.count
    while index < end {
      let middle = (index + end) / 2
      if lines[middle].content.start <= line.content.start {
        index = middle + 1
      } else {
        end = middle
      }
    }
    guard index < lines.count else { return false }
    guard let next = markers.read(tokens(lines[index].content)) else { return false }
    switch next.family {
    case .bullet, .lower: return true
    case .number: return next.value == 1 && !zone.outline.holds(next)
    default: return false
    }
  }

  /// Whether a step is the next of the series that is open: its word is the same, "Bước 3: Công bố
  /// kết quả." behind "Bước 2: Thẩm định".
  func goesOn(series marker: Marker, _ zone: Zone) -> Bool {
    guard let before = zone.outline.unit(before: marker), let known = zone.drafts[before].label
    else { return false }
    let word = { (label: String) in label.split(separator: " ").dropLast() }
    return word(known) == word(label(of: marker))
  }
}
