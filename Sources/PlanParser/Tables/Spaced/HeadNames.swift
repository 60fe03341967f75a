import PlanModel

/// Names of columns that stand so near to each other that one blank holds them apart.
extension PlanReader {
  /// How many lines under a head tell whether two columns stand under what looks like one name.
  private static var witnesses: Int { 60 }
  /// How many of them must.
  private static var agreeing: Int { 2 }
  /// How far the text of a column may begin behind its name.
  private static var overhang: Int { 5 }

  /// The runs of words of the lines under a head, as far as they tell where its columns are.
  func linesUnder(_ index: Int) -> [[Fragment]] {
    var found: [[Fragment]] = []
    for line in lines[index...].dropFirst().prefix(PlanReader.witnesses) {
      if line.tabs > 0 || line.pipe || line.width > 400 { break }
      if line.spaced { found.append(fragments(of: line)) }
    }
    return found
  }

  /// The names of a line of a head, each for itself.
  ///
  /// Names that go on below the line stand on those from `below` on.
  mutating func names(_ line: [Fragment], over under: [[Fragment]], below: Int? = nil)
    -> [Fragment]
  {
    var found: [Fragment] = []
    for name in line { found += names(in: name, over: under, below: below) }
    return found
  }

  /// The names that a run of words holds: "Thời gian Cơ quan" over two columns.
  ///
  /// A name begins with a capital, one side of the blank is the name of a column, and lines of the
  /// table write into two columns under it.
  private mutating func names(
    in name: Fragment, over under: [[Fragment]], below: Int? = nil
  ) -> [Fragment] {
    // "Số TT"
    if name.span.count < 24, namesOrdinals(folder.fold([name.span])) { return [name] }
    for blank in blanks(in: name) {
      guard let (left, right) = split(name, at: blank),
        LetterCase(Scalars.decode(bytes, at: right.span.start).scalar) == .upper,
        // "Quý III" is one name, over marks at its left edge too.
        !isOrdinal(right.span), columnCount([left.span, right.span]) > 0,
        stand(left, right, over: under) || goOn(left, right, at: below)
      else { continue }
      return [left] + names(in: right, over: under, below: below)
    }
    return [name]
  }

  /// Whether two texts are names of columns with what the lines from `below` on write under each
  /// of them, and nothing stands under both: "Thời Sản phẩm" over "gian".
  private mutating func goOn(_ left: Fragment, _ right: Fragment, at below: Int?) -> Bool {
    guard let below else { return false }
    var names = ([left.span], [right.span])
    var index = below
    while index < lines.count, index < below + PlanReader.headDepth,
      lines[index].blanksBefore == 0, !lines[index].pageBefore, lines[index].width < 400
    {
      let pieces = fragments(of: lines[index])
      let first = pieces.filter { $0.meets(left.start - 1, left.end + 1) }
      let second = pieces.filter { $0.meets(right.start, right.end + 1) }
      guard first.count < 2, second.count < 2, first.count + second.count > 0,
        (first + second).allSatisfy({
          LetterCase(Scalars.decode(bytes, at: $0.span.start).scalar) == .lower
        })
      else { break }
      if let piece = first.first, piece.meets(right.start, right.end) { return false }
      names.0 += first.map(\.span)
      names.1 += second.map(\.span)
      index += 1
    }
    guard names.0.count + names.1.count > 2 else { return false }
    for name in [names.0, names.1] {
      let isColumn = lineMatches(of: folder.fold(name)).contains {
        grammar.meaning(of: $0.rule) == .column
      }
      guard isColumn else { return false }
    }
    return true
  }

  /// Whether lines write into two columns under two names.
  func stand(_ left: Fragment, _ right: Fragment, over under: [[Fragment]]) -> Bool {
    var agreeing = 0
    var written = 0
    for line in under {
      let first = line.firstIndex { $0.meets(left.start, left.end) }
      let second = line.lastIndex { $0.meets(right.start, right.end + PlanReader.overhang) }
      if first != nil || second != nil { written += 1 }
      if let first, let second, first < second { agreeing += 1 }
    }
    return agreeing >= PlanReader.agreeing && agreeing * 4 > written
  }

  /// The names of a line, each under one of the nearest line above it that tells them apart.
  func parted(_ line: [Fragment], under rows: [[Fragment]]) -> [Fragment] {
    for row in rows.reversed() {
      // "Danh mục công trình nước sạch" over two names is one text, "chủ trì phối hợp" two.
      let parted = line.flatMap { parts(of: $0, beside: row, capital: !isLower($0)) }
      if parted.count > line.count { return parted }
    }
    return line
  }

  /// The parts of the names of a line, each over or under one of `names`: "chủ trì phối hợp"
  /// under "Đơn vị" and "Đơn vị".
  func parts(_ line: [Fragment], beside names: [Fragment], capital: Bool) -> [Fragment] {
    line.flatMap { parts(of: $0, beside: names, capital: capital) }
  }

  private func parts(of name: Fragment, beside names: [Fragment], capital: Bool) -> [Fragment] {
    let met = names.filter { $0.meets(name.start, name.end) }
    guard let first = met.first, let second = met.dropFirst().first else { return [name] }
    let middle = first.end + second.start
    let near = blanks(in: name).filter { blank in
      guard blank >= first.end - 2, blank <= second.start + 1 else { return false }
      guard capital, let (_, right) = split(name, at: blank) else { return !capital }
      return LetterCase(Scalars.decode(bytes, at: right.span.start).scalar) == .upper
    }
    guard let blank = near.min(by: { abs(2 * $0 - middle) < abs(2 * $1 - middle) }),
      let (left, right) = split(name, at: blank)
    else { return [name] }
    return [left] + parts(of: right, beside: Array(met.dropFirst()), capital: capital)
  }

  /// Whether a letter or two go on with the name of numbers that a narrow column cuts: "ST" over
  /// "T", and "S" over "T" over "T".
  mutating func endsOrdinalName(
    _ letters: Fragment, under rows: [[Fragment]], before next: Int
  ) -> Bool {
    guard letters.span.count <= 2 else { return false }
    var pieces = rows.compactMap(\.first).filter {
      $0.span.count <= 2 && $0.meets(letters.start - 1, letters.end + 1)
    }
    guard !pieces.isEmpty else { return false }
    pieces.append(letters)
    if isOrdinalName(pieces.map(\.span)) { return true }
    guard next < lines.count, lines[next].blanksBefore == 0, !lines[next].pageBefore,
      let last = fragments(of: lines[next]).first, last.span.count <= 2,
      last.meets(letters.start - 1, letters.end + 1)
    else { return false }
    return isOrdinalName(pieces.map(\.span) + [last.span])
  }

  /// Whether a short text above and to the left of a name begins the name of numbers that the line
  /// under it ends: "Số" over "TT", "T" over "T", with "Nội dung" between them.
  mutating func opensOrdinalName(_ piece: Fragment, before name: Fragment, at main: Int) -> Bool {
    let next = main + 1
    guard piece.end <= name.start, piece.span.count <= 5, next < lines.count,
      lines[next].blanksBefore == 0, !lines[next].pageBefore,
      let last = fragments(of: lines[next]).first, last.end <= name.start,
      last.meets(piece.start - 1, piece.end + 1)
    else { return false }
    let pieces = [piece.span, last.span]
    return isOrdinalName(pieces) || namesOrdinals(folder.fold(pieces))
  }

  /// Whether a text names the numbers of rows.
  mutating func namesOrdinals(_ text: String) -> Bool {
    lineMatches(of: text).contains {
      grammar.meaning(of: $0.rule) == .column && value("column", of: $0) == "ordinal"
    }
  }

  /// Whether pieces of one word name the numbers of rows.
  mutating func isOrdinalName(_ pieces: [ByteSpan]) -> Bool {
    guard pieces.count > 1, pieces.count <= 4, pieces.allSatisfy({ $0.count <= 2 }) else {
      return false
    }
    return namesOrdinals(pieces.map { folder.fold([$0]) }.joined())
  }

  /// The name of a column as its pieces tell it.
  mutating func columnName(_ pieces: [ByteSpan]) -> String {
    isOrdinalName(pieces) ? pieces.map { folder.fold([$0]) }.joined() : folder.fold(pieces)
  }
}
