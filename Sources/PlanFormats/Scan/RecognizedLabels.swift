import PlanText

/// Sets the labels of recognised lines right by the sequence they stand in.
///
/// "I." before "2." is "1."; "H." in capitals after "I." is "II.".
struct RecognizedLabels {
  private let labels: [(line: Int, label: LabelReading)]
  /// Whether numerals head lines in capitals.
  private let numeralsAreCapital: Bool
  private var lastNumeral = 0
  private var lastNumber = 0
  private var lastParts: [Int] = []

  /// Mends the labels of lines, of which `isRecognized` tells those that were recognised.
  static func mend(_ lines: inout [PageLine], isRecognized: (PageLine) -> Bool) {
    var labels: [(Int, LabelReading)] = []
    for (index, line) in lines.enumerated()
    where !line.isRow && line.style.zone == .body && isRecognized(line) {
      lines[index].text = RecognizedBullets.plain(line.text)
      if let label = LabelReading.first(in: lines[index].text) { labels.append((index, label)) }
    }
    var mender = RecognizedLabels(labels)
    for position in labels.indices {
      let (index, label) = labels[position]
      let text = mender.text(at: position)
      lines[index].text = "\(text)\(label.mark ?? ".") \(label.rest)"
    }
  }

  private init(_ labels: [(Int, LabelReading)]) {
    self.labels = labels.map { ($0.0, $0.1) }
    let numerals = labels.filter { !$0.1.isStrokes && $0.1.numeral != nil }
    let numbers = labels.count { $0.1.isNumber && $0.1.parts == nil && $0.1.isCapital }
    numeralsAreCapital =
      numerals.isEmpty
      ? numbers == 0 && labels.contains { $0.1.isCapital }
      : numerals.count { $0.1.isCapital } * 2 > numerals.count
  }

  /// The label at a position as it is most likely printed.
  private mutating func text(at position: Int) -> String {
    let label = labels[position].label
    if let parts = label.parts { return dotted(parts, label, position) }
    if label.isNumber, let number = label.number {
      // "1." in capitals opens the numerals when no "2." follows.
      if number == 1, lastNumeral == 0, numeralsAreCapital, label.isCapital, isNumeral(position) {
        return numeral(label, position)
      }
      if isNumeralOfDigits(number, label, position) { return numeral(label, position) }
      lastNumber = number
      return label.token
    }
    if label.token == "L", label.mark == ".", nextNumeral(position) == "II" {
      (lastNumeral, lastNumber, lastParts) = (1, 0, [])
      return "I"
    }
    if label.isStrokes {
      if isNumeral(position) { return numeral(label, position) }
      guard let number = label.number else { return label.token }
      lastNumber = number
      return String(number)
    }
    if label.numeral != nil { return numeral(label, position) }
    if let number = label.number {
      lastNumber = number
      return String(number)
    }
    return label.token
  }

  /// Whether a number of ones is a numeral: "1." before "II." when no numeral stands before it,
  /// "11." that follows no "10." and stands where "III." is expected.
  private func isNumeralOfDigits(_ number: Int, _ label: LabelReading, _ position: Int) -> Bool {
    guard label.numeral != nil else { return false }
    if number == 1 {
      return lastNumeral == 0 && lastNumber == 0 && position + 1 < labels.count
        && !labels[position + 1].label.isNumber && nextNumeral(position) == "II"
    }
    return lastNumber != number - 1 && lastNumeral > 0
      && label.token.count <= lastNumeral + 1
      && LabelReading.isNear(label.numeral ?? "", lastNumeral + 1)
      && nextNumeral(position).map { LabelReading.isNear($0, lastNumeral + 2) } == true
  }

  /// The next numeral as it was read.
  private func nextNumeral(_ position: Int) -> String? {
    labels[(position + 1)...].lazy.filter { !$0.label.isNumber && $0.label.parts == nil }
      .compactMap(\.label.numeral).first
  }

  /// Whether strokes are a numeral: by the type of their line, and by what follows.
  private func isNumeral(_ position: Int) -> Bool {
    let label = labels[position].label
    guard let number = label.number, label.numeral != nil else { return label.numeral != nil }
    if label.mark == ")" { return false }
    let next = labels[(position + 1)...].first { $0.label.parts == nil }?.label
    if let next, next.isNumber, next.number == number + 1 { return false }
    if number > 1, lastNumber == number - 1, !label.isCapital { return false }
    if numeralsAreCapital { return label.isCapital }
    return label.isCapital || next?.isStrokes == true || (next == nil && lastNumeral > 0)
  }

  /// The numeral that is expected when the label is near it.
  private mutating func numeral(_ label: LabelReading, _ position: Int) -> String {
    guard let read = label.numeral else { return label.token }
    let expected = lastNumeral + 1
    let value = (1..<40).first { LabelReading.numeral($0) == read }
    lastNumber = 0
    lastParts = []
    if value == expected || !LabelReading.isNear(read, expected) || restarts(value, position) {
      guard let value else { return label.token }
      lastNumeral = value
      return LabelReading.numeral(value)
    }
    // A numeral further on is a gap, unless the next goes on from here.
    if let value, value > expected, !goesOn(from: expected, position) {
      lastNumeral = value
      return LabelReading.numeral(value)
    }
    lastNumeral = expected
    return LabelReading.numeral(expected)
  }

  /// Whether "I" begins a series anew: the next numeral is "II", and none further on that strokes
  /// cannot be mistaken in counts on.
  private func restarts(_ value: Int?, _ position: Int) -> Bool {
    guard value == 1, lastNumeral > 1 else { return false }
    return !goesOn(from: lastNumeral + 1, position)
  }

  /// Whether the next numeral that has more than strokes counts on from here.
  private func goesOn(from value: Int, _ position: Int) -> Bool {
    var expected = value
    for (_, label) in labels[(position + 1)...] where label.isCapital || !numeralsAreCapital {
      guard let read = label.numeral, label.parts == nil, !label.isNumber else { continue }
      expected += 1
      if read.contains(where: { $0 != "I" }) { return LabelReading.isNear(read, expected) }
    }
    return false
  }

  /// A number of several parts, when the next goes on from it or it from the last.
  private mutating func dotted(_ parts: [Int], _ label: LabelReading, _ position: Int) -> String {
    let digits = parts.map(String.init).joined(separator: ".")
    let isClear = label.token.contains(where: \.isNumber)
    defer { lastParts = parts }
    if label.isNumber { return label.token }
    // "I.1" may head under I.
    let begin = label.token.prefix { $0 != "." }
    guard !begin.contains(where: \.isNumber) else { return digits }
    let next = labels[(position + 1)...].first { $0.label.parts != nil }?.label
    let follows = { (one: [Int], two: [Int]) in
      one.count == two.count && one.dropLast() == two.dropLast()
        && one.last.map { $0 + 1 } == two.last
    }
    if let next, next.isNumber, let other = next.parts, follows(parts, other) { return digits }
    if follows(lastParts, parts), isClear { return digits }
    return label.token
  }
}
