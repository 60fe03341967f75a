import PlanModel
import PlanText

/// Signatures that stood side by side and were written one row below the other: the positions of
/// all, then the names of all.
extension PlanReader {
  /// How many such signatures a document has at most.
  private static let mostStacked = 3

  /// Reads the signatures whose positions begin at line `index`: "TỔ TRƯỞNG" / "HIỆU TRƯỞNG" /
  /// "Đỗ Thị Yến" / "Phan Thế Vinh"; the result is the line after them, `nil` when none stand there.
  mutating func stackedSigners(at index: Int, _ ending: inout Ending) -> Int? {
    guard !ending.lacksName, isPost(index) else { return nil }
    var next = index
    while next < lines.count, next <= index + PlanReader.mostStacked, isPost(next),
      next == index || lines[next].blanksBefore == 0
    {
      next += 1
    }
    let posts = index..<next
    guard (2...PlanReader.mostStacked).contains(posts.count) else { return nil }
    var marks: [Int] = []
    var names: [Int] = []
    while next < lines.count, names.count <= posts.count, marks.count <= posts.count {
      let line = lines[next]
      if isOneCell(line), isSigner(tokens(line.content)), line.width <= 40,
        !lacksSurname(tokens(line.content))
      {
        names.append(next)
      } else if names.isEmpty, lineMatch(.signed, tokens(line.content)) != nil {
        marks.append(next)
      } else {
        break
      }
      next += 1
    }
    guard names.count == posts.count, names.contains(where: { isPerson(lines[$0].content) }) else {
      return nil
    }
    for mark in marks { addFurniture(.stamp, lines[mark].content) }
    for (post, name) in zip(posts, names) {
      let words = tokens(lines[post].content)
      ending.signers.append(
        Signer(
          position: [lines[post].content], name: lines[name].content,
          rule: lineMatch(.position, words)?.rule))
    }
    return next
  }

  /// Reads the signatures whose bodies and positions begin at line `index`, all above all names; the
  /// result is the line after them, `nil` when none stand there.
  ///
  /// "BAN AN NINH" / "TRƯỞNG BAN" / "SỞ TƯ PHÁP" / "GIÁM ĐỐC" / "Lò Thị Mai" / "Vàng A Páo"
  mutating func stackedBodies(at index: Int, _ ending: inout Ending) -> Int? {
    guard !ending.lacksName, lines[index].capitals else { return nil }
    var signers: [Signer] = []
    var bodies: [ByteSpan] = []
    var next = index
    while next < lines.count, next == index || lines[next].blanksBefore == 0,
      lines[next].capitals, !lines[next].pipe, !lines[next].ended, isOneCell(lines[next])
    {
      let words = tokens(lines[next].content)
      if lineMatch(.authority, words) == nil, let position = lineMatch(.position, words) {
        signers.append(
          Signer(authority: bodies, position: [lines[next].content], rule: position.rule))
        bodies = []
      } else {
        bodies.append(lines[next].content)
      }
      guard bodies.count < 4, signers.count <= PlanReader.mostStacked else { return nil }
      next += 1
    }
    guard bodies.isEmpty, (2...PlanReader.mostStacked).contains(signers.count),
      signers.dropFirst().allSatisfy({ !$0.authority.isEmpty }), next + signers.count <= lines.count
    else { return nil }
    for place in signers.indices {
      let line = lines[next + place]
      guard isOneCell(line), isSigner(tokens(line.content)), line.width <= 40 else { return nil }
      signers[place].name = line.content
    }
    let end = next + signers.count
    guard end == lines.count || !isSigner(tokens(lines[end].content)),
      signers.contains(where: { $0.name.map { isPerson($0) } == true })
    else { return nil }
    ending.signers += signers
    return end
  }

  /// Whether line `index` is a position in capitals and nothing else.
  private mutating func isPost(_ index: Int) -> Bool {
    let line = lines[index]
    return line.capitals && !line.pipe && !line.ended && isOneCell(line)
      && lineMatch(.position, tokens(line.content)) != nil
  }
}
