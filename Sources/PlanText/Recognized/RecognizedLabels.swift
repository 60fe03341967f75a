/// Sets the labels of recognised lines right by the series they stand in.
///
/// "I." before "2." is "1."; "H." in capitals after "I." is "II.". Of all ways to read the labels of
/// a document the one is taken that asks for the least: for each label what recognition would have
/// mistaken, and what the series would leave out or begin anew.
package struct RecognizedLabels {
  /// What a label is taken for.
  private enum Choice: Equatable {
    case numeral(Int)
    case number(Int)
    case asRead
  }

  /// How far the series have come: the last numeral, and the last number under it.
  private struct Counts {
    var numeral = 0
    var number = 0

    /// One number for each: numerals are below 40, and numbers below 100.
    var place: Int { numeral * 100 + number }
    static let places = 40 * 100
  }

  /// The cheapest way to come to some counts: its cost, its last choice and the way of the label
  /// before that it came from.
  private struct Way {
    var counts = Counts()
    var cost = 0.0
    var choice = Choice.asRead
    var before = 0
  }

  private let labels: [LabelReading]
  /// Whether numerals are taken to head lines in capitals, and numbers others.
  private let numeralsAreCapital: Bool

  /// The most counts that are followed at a time.
  private static let most = 48

  /// The labels of a document as they are most likely printed, without the marks that end them;
  /// `nil` for one that stays as it was read.
  package static func settle(_ labels: [LabelReading]) -> [String?] {
    let plain = RecognizedLabels(labels: labels, numeralsAreCapital: false).cheapest()
    let capital = RecognizedLabels(labels: labels, numeralsAreCapital: true).cheapest()
    let choices = capital.cost < plain.cost ? capital.choices : plain.choices
    return choices.enumerated().map { position, choice in
      token(labels[position], choice, at: position, in: labels)
    }
  }

  /// The label as it is most likely printed; `nil` when it stays as it was read.
  private static func token(
    _ label: LabelReading, _ choice: Choice, at position: Int, in labels: [LabelReading]
  ) -> String? {
    if label.letter != nil { return nil }
    if let parts = label.parts { return dotted(parts, label, at: position, in: labels) }
    switch choice {
    case .numeral(let value): return LabelReading.numeral(value)
    case .number(let value):
      return label.isNumber && label.isSure ? label.token : String(value)
    case .asRead: return label.isSure ? label.token : nil
    }
  }

  // MARK: The series

  /// The choices that together ask for the least.
  private func cheapest() -> (cost: Double, choices: [Choice]) {
    var ways = [Way()]
    var steps: [[Way]] = []
    /// The way to each counts among those of the label, or -1.
    var known = [Int](repeating: -1, count: Counts.places)
    for label in labels {
      var next: [Way] = []
      for (before, way) in ways.enumerated() {
        forEachChoice(label, way.counts) { choice, cost in
          let found = Way(
            counts: Self.after(choice, label, way.counts), cost: way.cost + cost, choice: choice,
            before: before)
          let place = known[found.counts.place]
          if place < 0 {
            known[found.counts.place] = next.count
            next.append(found)
          } else if found.cost < next[place].cost
            || found.cost == next[place].cost
              && way.counts.place < ways[next[place].before].counts.place
          {
            next[place] = found
          }
        }
      }
      for way in next { known[way.counts.place] = -1 }
      if next.count > Self.most { next = Array(next.sorted(by: Self.precedes).prefix(Self.most)) }
      steps.append(next)
      ways = next
    }
    guard let end = ways.indices.min(by: { Self.precedes(ways[$0], ways[$1]) }) else {
      return (0, [])
    }
    var place = end
    var choices: [Choice] = []
    for step in steps.reversed() {
      choices.append(step[place].choice)
      place = step[place].before
    }
    return (ways[end].cost, choices.reversed())
  }

  /// An order, so that what costs the same is always told alike.
  private static func precedes(_ one: Way, _ other: Way) -> Bool {
    one.cost != other.cost ? one.cost < other.cost : one.counts.place < other.counts.place
  }

  private static func after(_ choice: Choice, _ label: LabelReading, _ counts: Counts) -> Counts {
    if label.letter != nil { return Counts() }
    switch choice {
    case .numeral(let value): return Counts(numeral: value)
    case .number(let value): return Counts(numeral: counts.numeral, number: value)
    case .asRead: return counts
    }
  }

  /// What a label can be taken for, with what that asks for.
  private func forEachChoice(
    _ label: LabelReading, _ counts: Counts, _ take: (Choice, Double) -> Void
  ) {
    if label.letter != nil || label.parts != nil { return take(.asRead, 0) }
    take(.asRead, label.isSure ? 2.5 : 0.7)
    if label.numeral != nil, label.endMark != ")" {
      let style = label.isCapital == numeralsAreCapital ? 0 : 0.8
      func takeNumeral(_ value: Int, _ mistaken: Double) {
        take(.numeral(value), mistaken + style + Self.cost(ofNumeral: value, after: counts))
      }
      if let value = label.value { takeNumeral(value, label.mistakenAsNumeral) }
      let expected = counts.numeral + 1
      if let mistaken = label.mistaken(as: expected) { takeNumeral(expected, mistaken) }
    }
    if let number = label.number {
      let style = numeralsAreCapital && label.isCapital ? 0.4 : 0
      take(
        .number(number),
        label.mistakenAsNumber + style + Self.cost(ofNumber: number, after: counts))
    }
  }

  private static func cost(ofNumeral value: Int, after counts: Counts) -> Double {
    // Numbers that no numeral stands above seldom come first.
    let above = counts.numeral == 0 && counts.number > 0 ? 1.8 : 0
    if value == counts.numeral + 1 { return above }
    if value == 1 { return 1 }
    return value > counts.numeral ? above + 1.4 + 0.3 * Double(value - counts.numeral - 1) : 3
  }

  private static func cost(ofNumber value: Int, after counts: Counts) -> Double {
    if value == counts.number + 1 { return 0 }
    if value == 1 { return 1 }
    return value > counts.number ? min(2, 1.1 + 0.1 * Double(value - counts.number)) : 2
  }

  // MARK: Numbers of several parts

  /// A number of several parts, when the next goes on from it or it from the last.
  private static func dotted(
    _ parts: [Int], _ label: LabelReading, at position: Int, in labels: [LabelReading]
  ) -> String {
    let digits = parts.map(String.init).joined(separator: ".")
    if label.isNumber { return label.token }
    // "I.1" may head under I.
    let begin = label.token.prefix { $0 != "." }
    guard !begin.contains(where: \.isNumber) else { return digits }
    let next = labels[(position + 1)...].first { $0.parts != nil }
    if let next, next.isNumber, let other = next.parts, follows(parts, other) { return digits }
    let last = labels[..<position].last { $0.parts != nil }?.parts ?? []
    return follows(last, parts) && label.token.contains(where: \.isNumber) ? digits : label.token
  }

  private static func follows(_ one: [Int], _ two: [Int]) -> Bool {
    one.count == two.count && one.dropLast() == two.dropLast()
      && one.last.map { $0 + 1 } == two.last
  }
}
