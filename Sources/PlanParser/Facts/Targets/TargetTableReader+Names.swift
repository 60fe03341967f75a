import PlanModel
import PlanText

/// Reads what the names in tables of targets tell: the units in their brackets, and whose a row is.
extension PlanReader {
  /// Where the name of what is measured begins: "Trong đó: Bạn đọc thiếu nhi", "1) Thu ngân sách".
  func nameStart(_ named: FactLeaf) -> Int {
    var start = behindNumber(named.tokens)
    while start < named.tokens.count {
      if named.tokens[start].kind == .mark {
        start += 1
      } else if let part = named.matches(from: start, to: start + 1).first(where: {
        meaning($0) == .joint && value("kind", of: $0) == "part"
      }) {
        start = part.end
      } else {
        break
      }
    }
    return start
  }

  /// The place behind the number that a row begins with: "1) Thu ngân sách".
  private func behindNumber(_ tokens: [Token]) -> Int {
    var place = 0
    while place + 2 < min(tokens.count, 9), tokens[place].kind == .number,
      isMark(tokens[place + 1], 0x2E) || isMark(tokens[place + 1], 0x29),
      !tokens[place + 1].shape.contains(.spaced)
    {
      place += 2
      if tokens[place].kind == .syllable, tokens[place].shape.contains(.spaced) { return place }
    }
    return 0
  }

  /// Whether a column that is called so names what is measured: "Chỉ tiêu", or beside the name of a
  /// criterion its content ("Tên tiêu chí | Nội dung tiêu chí"); in "Đơn vị | Chỉ tiêu" figures stand.
  mutating func namesIndicator(
    _ place: Int, _ match: RuleMatch, _ table: Table, after first: Int?
  ) -> Bool {
    if first != nil { return value("of", of: match) == "content" && !tellsFigures(place, table) }
    return
      !(place > 0 && isFigures(place, table) && tellsFigures(place, table)
      && table.columns[..<place].indices.contains { isOfNames($0, table) })
  }

  /// Whether most filled cells of a column have no number.
  private func isOfNames(_ column: Int, _ table: Table) -> Bool {
    !isFigures(column, table)
      && table.rows.prefix(Self.mostRows).contains { row in
        !row.group && column < row.cells.count && !row.cells[column].isEmpty
      }
  }

  /// Makes a table of targets of "Đơn vị | Chỉ tiêu giao (ha)", where each row is a body among whom
  /// figures are handed out, and the name of the column tells their unit.
  mutating func readAllotment(_ place: Int, _ table: Table, into result: inout TargetTable) {
    for column in result.values.keys where column > place {
      result.values[column]?.unit = unit(behind: table.columns[column])
      result.values[column]?.name = allotted(table.columns[column])
    }
    result.values = result.values.filter { $0.value.unit != nil }
    guard !result.values.isEmpty else { return }
    result.indicator = place
    if result.unit == place { result.unit = nil }
  }

  /// What is handed out by a column: "trồng rừng" of "Chỉ tiêu trồng rừng (ha)"; `nil` where its name
  /// does not tell it.
  mutating func allotted(_ column: String) -> String? {
    let tokens = tokens(of: Array(column.utf8))
    let matches = lineMatches(of: column).filter {
      meaning($0) == .targetColumn && value("of", of: $0) == "place"
    }
    guard matches.count == 1, let name = capture("name", of: matches[0], tokens) else {
      return nil
    }
    let column = Array(column.utf8)
    return String(
      decoding: column[Int(tokens[name.lowerBound].start)..<Int(tokens[name.upperBound - 1].end)],
      as: UTF8.self)
  }

  /// Whose a row is: its name, behind what it is where that is a number ("Khối 6").
  func subject(_ named: FactLeaf, _ name: ByteSpan, _ column: TargetTable.ValueColumn) -> String {
    let text = folder.fold(name)
    guard let head = column.counted, named.tokens.count <= 3, named.tokens.first?.kind == .number
    else { return text }
    return head + " " + text
  }

  /// The unit in brackets that the name of a column ends with: "Chỉ tiêu giao (ha)".
  mutating func unit(behind name: String) -> String? {
    guard name.utf8.last == UInt8(ascii: ")"), let open = name.utf8.lastIndex(of: UInt8(ascii: "("))
    else {
      return nil
    }
    let unit = String(name[name.utf8.index(after: open)...].dropLast())
    if unit == "%" || isUnit(unit) { return unit }
    // "con/ha"
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isUnit(String($0)) } ? unit : nil
  }

  private mutating func isUnit(_ text: String) -> Bool {
    let tokens = tokens(of: Array(text.utf8))
    return isUnit(0..<tokens.count, tokens)
  }

  /// The unit that the name of a column ends with, in brackets or as a bare sign: "Chỉ tiêu giao
  /// (triệu đồng)", "Phấn đấu %".
  mutating func columnUnit(_ name: String) -> String? {
    if name.hasSuffix(" %") { return "%" }
    guard name.utf8.last == UInt8(ascii: ")"), let open = name.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let unit = String(name[name.utf8.index(after: open)...].dropLast())
    return isQuantified(unit) ? unit : nil
  }

  /// Whether some words behind a number make a quantity of it.
  private mutating func isQuantified(_ unit: String) -> Bool {
    let tokens = tokens(of: Array(("1 " + unit).utf8))
    return phrases(tokens).contains {
      $0.start == 0 && $0.end == tokens.count && meaning($0) == .quantity
    }
  }

  /// Whether some words are a unit that a caption may tell: "%", "con", "triệu đồng".
  mutating func isTold(_ unit: String) -> Bool {
    unit == "%" || isUnit(unit) || isQuantified(unit)
  }

  /// The unit that the caption tells for a column, unless its name says that it holds rates.
  mutating func captionUnit(_ caption: TableCaption, _ name: String) -> String? {
    guard let unit = caption.unit else { return nil }
    let isRate = lineMatches(of: name).contains { match in
      ["share", "rate"].contains(value("part", of: match) ?? "")
    }
    return isRate ? nil : unit
  }

  /// The unit in brackets behind a name: "Tỷ lệ hộ nghèo (%)", "Kinh phí (triệu đồng)".
  mutating func bracketedUnit(_ tokens: [Token]) -> Range<Int>? {
    guard tokens.count > 3, isMark(tokens[tokens.count - 1], 0x29),
      let open = tokens.lastIndex(where: { isMark($0, 0x28) }), open > 0,
      open + 1 < tokens.count - 1
    else { return nil }
    let unit = (open + 1)..<(tokens.count - 1)
    return isUnit(unit, tokens) || unit.count == 1 && isMark(tokens[unit.lowerBound], 0x25)
      || isQuantified(folder.fold(span(tokens, unit))) ? unit : nil
  }

  /// The unit of measure behind the last comma of a name: "Giá trị sản xuất, tỷ đồng"; a noun that is
  /// counted goes on with a list there.
  func unitBehindComma(_ tokens: [Token]) -> Range<Int>? {
    guard let comma = tokens.lastIndex(where: { isMark($0, 0x2C) }), comma > 0,
      comma + 1 < tokens.count
    else { return nil }
    let unit = (comma + 1)..<tokens.count
    let isMeasure = ["measure-units", "money-scales"].contains { list in
      grammar.list(list).map {
        grammar.entry(in: $0, tokens, at: unit.lowerBound)?.end == unit.upperBound
      } ?? false
    }
    return isMeasure || unit.count == 1 && isMark(tokens[unit.lowerBound], 0x25) ? unit : nil
  }

  /// Whether some tokens are a unit or a noun that is counted.
  private func isUnit(_ unit: Range<Int>, _ tokens: [Token]) -> Bool {
    guard !unit.isEmpty else { return false }
    return ["measure-units", "counted-nouns"].contains { list in
      grammar.list(list).map {
        grammar.entry(in: $0, tokens, at: unit.lowerBound)?.end == unit.upperBound
      } ?? false
    }
  }

  /// What says how much or of whom, and not what the column holds.
  private static let asides: Set<String> = [
    "goal", "short", "whole", "row", "named", "handed",
  ]

  /// What a column holds; of a name in two rows each part is read alone.
  mutating func part(_ name: String) -> String? {
    var found: String?
    let isWhole = !name.utf8.contains(UInt8(ascii: ":"))
    for piece in isWhole ? [name[...]] : name.split(separator: ":") {
      guard
        let match = lineMatches(of: String(piece)).first(where: { meaning($0) == .targetColumn })
      else { continue }
      let part = value("part", of: match)
      if let part, Self.asides.contains(part) { continue }
      // "Mục tiêu 2" has no year.
      if value("of", of: match) == "year", Self.time(name) == nil { continue }
      // "Kế hoạch: Tỷ lệ (%)"
      if part == "told" || part == "rate" && !isWhole { return "told" }
      // "Mục tiêu: 2026"
      if part == "value", found == "aim" { found = part }
      found = found ?? part
    }
    return found
  }

  /// The years that the name of a column tells.
  static func time(_ name: String) -> TargetTime? {
    // "Giai đoạn 2026 - 2030: 2027": the lower row of the head tells the year.
    if let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")),
      let below = time(String(name[name.utf8.index(after: colon)...]))
    {
      return below
    }
    var years: [Int] = []
    for digits in name.utf8.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 })
    where digits.count == 4 {
      if let year = Int(String(decoding: digits, as: UTF8.self)), year >= 1900, year < 2200 {
        years.append(year)
      }
    }
    guard let first = years.first else { return nil }
    if years.count == 2, let last = years.last, first < last {
      return TargetTime(period: "\(first)/\(last)", lastYear: last)
    }
    return TargetTime(by: String(first), lastYear: first)
  }
}
