import PlanModel
import PlanText

/// Further signers whose positions no rule knows, below one who has signed or beside others: a few
/// words over a person's name.
///
/// "HIỆU TRƯỞNG" / "Trần Văn Sơn" / "NGƯỜI THAM MƯU" / "Lê Thị Na".
extension PlanReader {
  /// How many words such a position has.
  private static let postWords = 2...8
  /// How many bytes it has at most.
  private static let postBytes = 90
  /// How many lines the names stand below the positions at most.
  private static let namesReach = 3

  /// Reads the signers whose positions stand on line `index`, behind those who have signed; the result
  /// is the line after their names, `nil` when none stand there.
  mutating func furtherSigners(at index: Int, _ ending: inout Ending) -> Int? {
    guard ending.waitingSigner == nil, !ending.signers.isEmpty || endCells(lines[index]).count > 1,
      let below = namesOfPosts(at: index)
    else { return nil }
    let posts = endCells(lines[index])
    let names = endCells(lines[below])
    for between in lines[(index + 1)..<below] {
      if furniture(of: between) != nil {
        take(furniture: between)
      } else {
        for mark in endCells(between) { addFurniture(.stamp, mark) }
      }
    }
    for (post, name) in zip(posts, names) {
      ending.signers.append(Signer(position: [post], name: name))
    }
    return below + 1
  }

  /// Whether positions stand side by side on line `index`, one of which no rule knows, with people's
  /// names below them.
  mutating func signsSideBySide(_ index: Int) -> Bool {
    signWithNames(lines[index])
      || lines[index].width <= 160
        && endCells(lines[index]).count > 1 && namesOfPosts(at: index) != nil
  }

  /// The line with the names of those whose positions stand on line `index`, of which rules do not
  /// know all; `nil` when they are no positions, or no names stand below.
  mutating func namesOfPosts(at index: Int) -> Int? {
    let line = lines[index]
    guard !line.pageBefore, !line.pipe, line.heading == 0, line.ending == .open, line.table == 0,
      !line.startsLower, line.width <= 200
    else { return nil }
    let posts = endCells(line)
    guard !posts.isEmpty, posts.count <= 4, posts.allSatisfy({ mayBePost($0) }),
      posts.contains(where: { !signs(tokens($0)) })
    else { return nil }
    guard let below = lineOfNames(below: index), endCells(lines[below]).count == posts.count,
      !namesPeople(behind: below)
    else { return nil }
    return below
  }

  /// The line shortly below line `index` in whose cells people's names stand; what marks a signature
  /// may stand between.
  private mutating func lineOfNames(below index: Int) -> Int? {
    for below in (index + 1)..<min(index + 1 + PlanReader.namesReach, lines.count) {
      if lines[below].pageBefore { return nil }
      if furniture(of: lines[below]) != nil { continue }
      let cells = endCells(lines[below])
      if cells.allSatisfy({ isTitledPerson($0) }) { return below }
      guard cells.allSatisfy({ lineMatch(.signed, tokens($0)) != nil }) else { return nil }
    }
    return nil
  }

  /// Whether the line behind names has people's names too, as lists of people have.
  private mutating func namesPeople(behind index: Int) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { furniture(of: $0) == nil }) else {
      return false
    }
    return !next.pageBefore && !next.capitals && endCells(next).allSatisfy { isTitledPerson($0) }
  }

  /// Whether a cell may be a position: a few words without number, label or end, that name nothing
  /// else an ending or an appendix begins with.
  private mutating func mayBePost(_ cell: ByteSpan) -> Bool {
    guard cell.count <= PlanReader.postBytes else { return false }
    let tokens = tokens(cell)
    guard let first = tokens.first, first.shape.contains(.capitalized),
      tokens.allSatisfy({ $0.kind != .number }), markers.read(tokens) == nil,
      PlanReader.postWords.contains(tokens.count(where: { $0.kind == .syllable })),
      tokens.count(where: { $0.kind == .mark }) <= 2,
      tokens.allSatisfy({ $0.shape.contains(.upper) }) || !isTitledPerson(cell)
    else { return false }
    let others = lineMatches(tokens).contains {
      switch meaning($0) {
      case .authority, .recipients, .archive, .appendix, .signed, .note, .closing, .unit: true
      default: false
      }
    }
    // A list or a program has a kind for its first word.
    return !others
      && !phrases(tokens, startingBefore: 1).contains { [.kind, .motto].contains(meaning($0)) }
  }
}
