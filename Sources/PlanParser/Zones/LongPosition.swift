import PlanModel
import PlanText

/// A position whose body takes a second line: "GIÁM ĐỐC TRUNG TÂM VĂN HÓA," / "THÔNG TIN VÀ THỂ
/// THAO".
extension PlanReader {
  /// How many lines below a position the name of the signer stands at most.
  private static let nameReach = 4
  /// How many words the name of a person has at most.
  private static let nameWords = 4

  /// Whether a cell in capitals right below a position goes on with it, and is no name.
  mutating func goesOnWithPosition(_ cell: ByteSpan, _ tokens: [Token], at index: Int) -> Bool {
    let line = lines[index]
    guard line.capitals, line.blanksBefore == 0, index > 0, lines[index - 1].capitals,
      lineMatch(.position, tokens) == nil, lineMatch(.authority, tokens) == nil
    else { return false }
    let words = tokens.count { $0.kind == .syllable }
    guard words > 0, tokens.allSatisfy({ $0.kind != .syllable || $0.shape.contains(.upper) }) else {
      return false
    }
    if words > PlanReader.nameWords || tokens.contains(where: { markers.scalar($0) == 0x2C }) {
      return true
    }
    return !isPerson(cell) && namesPerson(below: index)
  }

  /// How many lines below a position beside recipients the name stands at most, and how many lie
  /// between two lines of the position.
  private static let reachBeside = 12
  private static let leading = 2

  /// Whether a cell in capitals to the right of recipients goes on with the position of a signer
  /// shortly above it: it names no person, and a name in small letters stands below.
  mutating func goesOnBeside(_ cell: ByteSpan, _ tokens: [Token], at index: Int, of signer: Signer)
    -> Bool
  {
    guard let last = signer.position.last, signer.name == nil, !isOneCell(lines[index]),
      cell.start > lines[index].content.start,
      lines[max(0, index - Self.leading)].raw.start <= last.start,
      tokens.contains(where: { $0.kind == .syllable }),
      tokens.allSatisfy({ $0.kind == .mark || $0.shape.contains(.upper) }),
      lineMatch(.position, tokens) == nil, lineMatch(.authority, tokens) == nil, !isPerson(cell)
    else { return false }
    for next in lines[(index + 1)...].prefix(Self.reachBeside) {
      if let name = endCells(next).last, isPersonInSmall(name) { return true }
    }
    return false
  }

  /// Whether line `index` goes on with the authority right above it, above a position.
  ///
  /// "TM. BAN THƯỜNG VỤ LIÊN" / "ĐOÀN LAO ĐỘNG TỈNH" / "CHỦ TỊCH".
  mutating func goesOnWithAuthority(_ cell: ByteSpan, at index: Int, of signer: Signer) -> Bool {
    let line = lines[index]
    guard let last = signer.authority.last, signer.position.isEmpty, signer.name == nil,
      line.capitals, line.blanksBefore == 0, !line.ended, isOneCell(line), index + 1 < lines.count,
      Blank.trim(bytes, ByteSpan(last.end, max(last.end, cell.start))).isEmpty
    else { return false }
    let next = lines[index + 1]
    return next.blanksBefore == 0 && next.capitals && isOneCell(next)
      && lineMatch(.position, tokens(next.content)) != nil
  }

  /// Whether a person is named shortly below line `index`.
  mutating func namesPerson(below index: Int) -> Bool {
    for next in lines[(index + 1)...].prefix(PlanReader.nameReach)
    where furniture(of: next) == nil && endCells(next).contains(where: { isTitledPerson($0) }) {
      return true
    }
    return false
  }
}
