import PlanModel
import PlanText

/// Rows of tables whose cells follow each other, read from their lines.
extension PlanReader {
  /// How many words of a row are read at most; all of a longer one stand in one cell.
  private static var mostWrappedWords: Int { 400 }

  /// The row whose lines are `pieces`, in columns that hold what `roles` tell.
  mutating func wrappedRow(
    _ pieces: [ByteSpan], as role: WrappedRow.Role, under roles: [String?]
  ) -> WrappedRow {
    var tokens: [Token] = []
    var opens: Set<Int> = []
    for piece in pieces {
      opens.insert(tokens.count)
      tokens += allTokens(piece)
    }
    guard tokens.count <= PlanReader.mostWrappedWords else {
      return WrappedRow(tokens: tokens, opens: [0], as: role, bytes)
    }
    var times: [Int: Int] = [:]
    var bodies: [Int: Int] = [:]
    var groups: Set<Int> = []
    for match in phrases(tokens) {
      switch meaning(match) {
      case .time: times[match.start] = max(match.end, times[match.start] ?? 0)
      case .actor where value("kind", of: match) != "no":
        guard match.end == tokens.count || tokens[match.end].kind != .number,
          tokens[match.start].shape.contains(.capitalized)
        else { continue }
        // "Văn phòng Sở" / "Sở Nội vụ": a name ends with its line before a capital.
        let next = (match.start + 1..<match.end).first {
          opens.contains($0) && tokens[$0].shape.contains(.capitalized)
            && !wantsNext(tokens[$0 - 1])
        }
        bodies[match.start] = max(next ?? match.end, bodies[match.start] ?? 0)
        if value("kind", of: match) == "group" { groups.insert(match.start) }
      default: continue
      }
    }
    // "Tháng 4 -" / "tháng 5/2031": one time goes on with the next.
    for start in times.keys.sorted(by: >) {
      guard var end = times[start] else { continue }
      guard end < tokens.count, tokens[end].kind == .mark else { continue }
      end += 1
      if let further = times[end] { times[start] = further }
    }
    for (start, end) in bodies { bodies[start] = wholeBody(in: tokens, start..<end, bodies) }
    notePeople(in: tokens, opens, &bodies)
    var units: [Int: Int] = [:]
    noteValues(in: tokens, opens, roles, &times, &units)
    // "Bộ" is counted, and "Bộ Nội vụ" is not.
    units = units.filter { $0.value >= bodies[$0.key] ?? 0 }
    return WrappedRow(
      tokens: tokens, opens: opens, times: times, bodies: bodies, groups: groups, units: units,
      as: role, bytes)
  }

  /// Takes note of the names of people: a surname or a letter with the names behind it.
  private func notePeople(
    in tokens: [Token], _ opens: Set<Int>, _ bodies: inout [Int: Int]
  ) {
    guard let surnames = grammar.list("surnames") else { return }
    for (index, token) in tokens.enumerated()
    where token.kind == .syllable && token.shape.contains(.capitalized) && bodies[index] == nil {
      var end = index + 1
      let isInitial =
        token.shape.contains(.single) && end < tokens.count && markers.scalar(tokens[end]) == 0x2E
      guard isInitial || grammar.entry(in: surnames, tokens, at: index) != nil else { continue }
      // "tỉnh Sơn Dương Sở Nội vụ": the second word of a place.
      if !opens.contains(index), index > 0, tokens[index - 1].shape.contains(.capitalized) {
        continue
      }
      if isInitial { end += 1 }
      while end < tokens.count, tokens[end].kind == .syllable, bodies[end] == nil,
        tokens[end].shape.contains(.capitalized), !tokens[end].shape.contains(.upper),
        end < index + 4
      {
        end += 1
      }
      if end > index + (isInitial ? 2 : 1) { bodies[index] = end }
    }
  }

  /// The cells of rows: they are read a few times, each time with what the time before told of the
  /// columns.
  func wrappedCells(
    of rows: [WrappedRow], roles: [String?], centred: Bool
  ) -> [[WrappedCells.Cell]] {
    var columns = WrappedCells(roles: roles, centred: centred)
    var cells = rows.map { columns.cells(of: $0) }
    for _ in 0..<2 {
      columns.learn(from: cells, of: rows)
      cells = rows.map { columns.cells(of: $0) }
    }
    return cells
  }
}
