import PlanModel
import PlanText

/// The lower lines of a head in columns of blanks: what goes on with its names, and where its first
/// row tells that it ends.
extension PlanReader {
  /// How many lines below a head are looked at for the numbers of its rows.
  private static var rowLines: Int { 24 }
  /// How far the number of a row may stand beside the name of the numbers.
  private static var numberReach: Int { 3 }
  /// The widest part of a name that nothing but its place tells.
  private static var widestPart: Int { 24 }

  /// Whether a line goes on with the names above it: in small letters, or with names of its own.
  mutating func goesOn(
    _ below: [Fragment], under rows: [[Fragment]], before next: Int
  ) -> Bool {
    guard !below.isEmpty else { return false }
    let above = rows.joined()
    for fragment in below {
      guard fragment.end - fragment.start < 32 else { return false }
      if endsOrdinalName(fragment, under: rows, before: next) { continue }
      let first = Scalars.decode(bytes, at: fragment.span.start).scalar
      let under = above.contains { $0.meets(fragment.start - 1, fragment.end + 1) }
      if LetterCase(first) == .lower || first == 0x28 {
        // "(1)" numbers the columns and "(triệu đồng)" goes on with a name.
        if first == 0x28, isOrdinal(fragment.span) { return false }
        guard under else { return false }
      } else {
        guard
          lineMatch(.column, tokens(fragment.span)) != nil || isBegun(fragment, before: next)
            || divides(fragment, of: below, under: rows)
        else { return false }
      }
    }
    return true
  }

  /// Whether a text begins the name of a column that the next line ends: "Hoàn" over "thành".
  private mutating func isBegun(_ name: Fragment, before next: Int) -> Bool {
    guard next < lines.count, lines[next].blanksBefore == 0, !lines[next].pageBefore else {
      return false
    }
    let met = fragments(of: lines[next]).filter { $0.meets(name.start - 1, name.end + 1) }
    guard met.count == 1, isLower(met[0]) else { return false }
    let text = folder.fold([name.span, met[0].span])
    return lineMatches(of: text).contains { grammar.meaning(of: $0.rule) == .column }
  }

  // MARK: Above the first row

  /// The line of the first row below a line that names the numbers of rows; `nil` where cells of the
  /// first two rows begin above or below the line with their number.
  ///
  /// Where numbers stand beside the middles of their rows, what stands above one belongs to its row:
  /// then cells go on in small letters beside it.
  mutating func firstRow(under names: [Fragment], at main: Int) -> Int? {
    guard namesOrdinals(folder.fold([names[0].span])) else { return nil }
    var first: Int?
    var rows = 0
    for index in (main + 1)..<min(lines.count, main + 1 + Self.rowLines) where rows < 2 {
      let line = lines[index]
      if line.tabs > 0 || line.pipe || line.width > 400 || line.pageBefore { break }
      if first == nil, line.blanksBefore > 0 || index - main > PlanReader.headDepth { return nil }
      guard let run = fragments(of: line).first else { continue }
      let (number, text) = firstWord(of: run).map { ($0.word, [$0.rest]) } ?? (run, [])
      guard let own = ordinal(number),
        number.meets(names[0].start - Self.numberReach, names[0].end + Self.numberReach)
      else { continue }
      if first == nil {
        guard own.opens else { return nil }
        first = index
      }
      let cells = text + fragments(of: line).dropFirst()
      guard cells.allSatisfy({ !isLower($0) }) else { return nil }
      if cells.count > 1 { rows += 1 }
    }
    return rows > 0 ? first : nil
  }

  /// Whether a line above the first row `row` ends names above it with words that no rule knows, or
  /// with bare years: "tối đa", "2025" and "KC - HT" under "Điểm", "Thực hiện" and "Thời gian".
  ///
  /// Nothing stands before the first row's number. Words that may begin a cell need one part beside
  /// them that does not; each part stands under a name, or over a cell of the row: "KH" and "TH".
  mutating func completes(_ below: [Fragment], under rows: [[Fragment]], above row: Int) -> Bool {
    let names = rows.joined()
    guard let left = names.min(by: { $0.start < $1.start }), let last = below.last,
      ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(bytes[last.span.end - 1])
    else { return false }
    let places = names + fragments(of: lines[row]).dropFirst(2)
    var shown = false
    var unknown = false
    for part in below {
      guard part.start >= left.end, part.end - part.start <= Self.widestPart,
        places.contains(where: { $0.meets(part.start - 1, part.end + 1) })
      else { return false }
      if isLower(part) || divides(part, of: below, under: rows)
        || lineMatch(.column, tokens(part.span)) != nil
      {
        shown = true
      } else if !areYears(part.span) {
        unknown = true
      }
    }
    return shown || !unknown
  }

  /// Whether a text is a year, or years that marks part: "2025", "2026/2025".
  private func areYears(_ span: ByteSpan) -> Bool {
    let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "-")]
    let parts = bytes[span.start..<span.end].split(omittingEmptySubsequences: false) {
      marks.contains($0)
    }
    return parts.allSatisfy { part in part.count == 4 && part.allSatisfy { $0.isDigit } }
  }

  /// The line shortly below one that names the numbers of the rows, to the left of all that stands on
  /// it: those are the first parts of names ("Thực hiện" over "năm 2025"), or names over several.
  mutating func numbersLine(below start: Int) -> Int? {
    let left = lines[start].indent
    for index in (start + 1)..<min(lines.count, start + 3) {
      let line = lines[index]
      guard line.blanksBefore == 0, !line.pageBefore, line.tabs == 0, !line.pipe, line.spaced,
        line.width < 400
      else { return nil }
      let lower = fragments(of: line)
      if lower.count > 2, lower[0].end <= left,
        namesOrdinals(folder.fold([lower[0].span])),
        firstRow(under: lower, at: index) != nil || numbersRows(under: lower, at: index)
      {
        return index
      }
    }
    return nil
  }

  /// The names on a line that a blank line parts from the names it divides, where blank lines part all
  /// rows; `nil` when it has others.
  ///
  /// "TT   Nhiệm vụ   Phân công", "                Chủ trì   Phối hợp", "1   Mở lớp   …".
  mutating func dividingNames(at index: Int, under names: [Fragment]) -> [Fragment]? {
    guard names.count > 2, index + 1 < lines.count, namesOrdinals(folder.fold([names[0].span]))
    else { return nil }
    let (line, row) = (lines[index], lines[index + 1])
    for line in [line, row] where line.blanksBefore == 0 || line.pageBefore || line.tabs > 0 {
      return nil
    }
    guard line.spaced, !line.pipe, line.width < 400, !row.pipe, row.width < 400 else { return nil }
    let lower = fragments(of: line)
    guard lower.count > 1, columnCount(lower.map(\.span)) == lower.count,
      lower[0].start >= names[1].end - 1, let run = fragments(of: row).first
    else { return nil }
    let number = firstWord(of: run)?.word ?? run
    return ordinal(number)?.opens == true && number.start < names[1].start ? lower : nil
  }

  /// How far the middle of a name may lie from that of the two below it, in letters.
  private static var offMiddle: Int { 3 }

  /// The names on a line right above the first row that stand two by two under names, one before and
  /// one behind each: "Năm sinh" over "Nam" and "Nữ"; `nil` when it has others.
  mutating func pairedNames(at index: Int, under names: [Fragment]) -> [Fragment]? {
    guard names.count > 2, index + 1 < lines.count, namesOrdinals(folder.fold([names[0].span]))
    else { return nil }
    let (line, row) = (lines[index], lines[index + 1])
    for line in [line, row] where line.blanksBefore > 0 || line.pageBefore || line.tabs > 0 {
      return nil
    }
    guard line.spaced, !line.pipe, line.width < 400, !row.pipe, row.width < 400,
      let run = fragments(of: row).first, run.start < names[1].start,
      ordinal(firstWord(of: run)?.word ?? run)?.opens == true
    else { return nil }
    let lower = fragments(of: line)
    guard lower.count > 1, lower.count.isMultiple(of: 2), lower.allSatisfy({ !isLower($0) }) else {
      return nil
    }
    for place in stride(from: 0, to: lower.count, by: 2) {
      let (left, right) = (lower[place], lower[place + 1])
      let met = names.filter { $0.meets(left.start, right.end) }
      guard met.count == 1, met[0].start >= left.end, met[0].end <= right.start,
        abs(met[0].start + met[0].end - left.start - right.end) <= 2 * Self.offMiddle
      else { return nil }
    }
    return lower
  }
}
