import PlanModel
import PlanText

/// Signers side by side whom a program wrote one below the other, blank lines between: what stands over
/// each of them, and then the names of all in the same order.
///
/// "TỔ TRƯỞNG" / "" / "HIỆU TRƯỞNG" / "" / "Trần Văn Sơn" / "" / "Lê Thị Na".
extension PlanReader {
  /// How many such signers there are, how many lines stand over one, and how wide a line is at most.
  private static var groupedSigners: ClosedRange<Int> { 2...4 }
  private static var linesOfGroup: Int { 4 }
  private static var groupWidth: Int { 60 }
  private static var nameWidth: Int { 40 }

  /// Reads the signers whose positions begin at line `index`; the result is the line after their
  /// names, `nil` when no such signers stand there.
  mutating func stackedGroups(at index: Int, _ ending: inout Ending) -> Int? {
    guard !ending.lacksName, lines[index].capitals else { return nil }
    var groups: [[Int]] = []
    var next = index
    while next < lines.count, standsOverName(next, first: next == index) {
      if next == index || lines[next].blanksBefore > 0 { groups.append([]) }
      groups[groups.count - 1].append(next)
      guard groups.count <= Self.groupedSigners.upperBound,
        groups[groups.count - 1].count <= Self.linesOfGroup
      else { return nil }
      next += 1
    }
    guard Self.groupedSigners.contains(groups.count),
      groups.allSatisfy({ $0.contains { signs(tokens(lines[$0].content)) } }),
      let names = names(of: groups.count, from: next)
    else { return nil }
    for (group, name) in zip(groups, names) {
      take(group, &ending)
      ending.signers[ending.signers.count - 1].name = lines[name].content
    }
    return next + groups.count
  }

  /// Whether line `index` is a line in capitals that may stand over the name of a signer.
  private mutating func standsOverName(_ index: Int, first: Bool) -> Bool {
    let line = lines[index]
    return line.capitals && line.tabs == 0 && !line.pipe && !line.ended && line.heading == 0
      && line.width <= Self.groupWidth && isOneCell(line) && furniture(of: line) == nil
      && (first || line.blanksBefore <= 1 && !line.pageBefore)
      && !isPersonAlone(line) && lineMatch(.appendix, tokens(line.content)) == nil
  }

  private mutating func isPersonAlone(_ line: Line) -> Bool {
    isPerson(line.content) && !signs(tokens(line.content))
  }

  /// The lines of as many names as there are signers; `nil` where fewer or more stand there.
  private mutating func names(of count: Int, from start: Int) -> [Int]? {
    guard start + count <= lines.count else { return nil }
    let names = Array(start..<start + count)
    let isMore = start + count < lines.count && isNameAlone(start + count)
    return !isMore && names.allSatisfy { isNameAlone($0) } ? names : nil
  }

  private mutating func isNameAlone(_ index: Int) -> Bool {
    let line = lines[index]
    return line.tabs == 0 && !line.pipe && !line.capitals && line.width <= Self.nameWidth
      && isOneCell(line) && isTitledPerson(line.content)
  }

  /// Adds the signer over whose name some lines stand.
  private mutating func take(_ group: [Int], _ ending: inout Ending) {
    let known = group.firstIndex { signs(tokens(lines[$0].content)) } ?? 0
    let place = ending.signers.count
    ending.signers.append(Signer(authority: group[..<known].map { lines[$0].content }))
    for index in group[known...] {
      ending.line = index
      ending.column = place
      if signs(tokens(lines[index].content)) {
        sign(lines[index].content, &ending)
      } else {
        ending.signers[place].position.append(lines[index].content)
      }
    }
  }
}
