import PlanModel
import PlanText

/// Cells of a row that their words alone tell: years, times without a date, units.
extension PlanReader {
  /// How many words such a cell has at most.
  private static var mostValueWords: Int { 10 }

  /// Takes note of the words that are a whole cell of times or of units wherever they stand: "2031",
  /// "Thường xuyên", "%/năm".
  mutating func noteValues(
    in tokens: [Token], _ opens: Set<Int>, _ roles: [String?], _ times: inout [Int: Int],
    _ units: inout [Int: Int]
  ) {
    let hasTimes = roles.contains("time") || roles.contains("start")
    let hasUnits = roles.contains("unit")
    guard hasTimes || hasUnits else { return }
    let inside = Set(times.flatMap { $0.key + 1..<max($0.value, $0.key + 1) })
    for (index, token) in tokens.enumerated() where !inside.contains(index) {
      guard opens.contains(index) || token.shape.contains(.spaced) else { continue }
      if hasTimes, token.kind == .number {
        if times[index] == nil, isYear(token) { times[index] = index + 1 }
        guard opens.contains(index) else { continue }
      }
      for end in valueEnds(in: tokens, opens, from: index) {
        let words = Array(tokens[index..<end])
        if hasTimes, end > times[index] ?? 0, isTimeCell(words) { times[index] = end }
        if hasUnits, end > units[index] ?? 0, lineMatch(.cellUnit, words) != nil {
          units[index] = end
        }
      }
    }
  }

  /// Where the name of a body ends whose first words are `known`: with its words in small letters, behind
  /// "và", and with the own name of what is but a kind of body: "Trung tâm" / "Khuyến nông".
  mutating func wholeBody(in tokens: [Token], _ known: Range<Int>, _ bodies: [Int: Int]) -> Int {
    var end = known.upperBound
    while end < tokens.count, tokens[end].kind == .syllable {
      let isCapital = tokens[end].shape.contains(.capitalized)
      let wantsMore =
        wantsNext(tokens[end - 1])
        || bodies[end] == nil && namesKind(Array(tokens[known.lowerBound..<end]))
      guard !isCapital || wantsMore else { break }
      end += 1
    }
    return end
  }

  /// Whether words are the kind of a body and want its own name.
  private mutating func namesKind(_ words: [Token]) -> Bool {
    lineMatch(.bodyHead, words) != nil
      || lineMatch(.joiner, words).flatMap { value("strong", of: $0) } == "head"
  }

  /// Whether a word in small letters wants another behind it: "và".
  mutating func wantsNext(_ word: Token) -> Bool {
    !word.shape.contains(.capitalized) && word.kind == .syllable
      && lineMatch(.joiner, [word]) != nil
  }

  /// The words before which a cell may end that begins with a word: others with a capital, numbers and
  /// the beginnings of lines, no more than one of these within it.
  private func valueEnds(in tokens: [Token], _ opens: Set<Int>, from start: Int) -> [Int] {
    let first = markers.scalar(tokens[start])
    guard
      tokens[start].kind == .number || tokens[start].shape.contains(.capitalized) || first == 0x25
    else { return [] }
    var ends: [Int] = []
    var lines = 0
    for place in start + 1...tokens.count {
      guard place - start <= Self.mostValueWords else { break }
      guard place < tokens.count else {
        ends.append(place)
        break
      }
      let begins = opens.contains(place)
      let token = tokens[place]
      let isAnew = token.kind != .syllable || token.shape.contains(.capitalized)
      if begins || token.shape.contains(.spaced) && isAnew { ends.append(place) }
      lines += begins ? 1 : 0
      if lines > 1 { break }
    }
    return ends
  }

  /// Whether words are a whole time, or tell when work is done that has none.
  private mutating func isTimeCell(_ words: [Token]) -> Bool {
    lineMatch(.cellTime, words) != nil
      || phrases(words, startingBefore: 1).contains {
        meaning($0) == .time && value("form", of: $0) != "link" && $0.end == words.count
      }
  }
}
