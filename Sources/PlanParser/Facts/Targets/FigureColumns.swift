import PlanModel
import PlanText

/// Tables in which the heads of columns tell what is measured, and each row whose figures they are:
/// "Đơn vị | Số hộ thoát nghèo | Tỷ lệ hộ nghèo (%)", "Cây trồng | Diện tích (ha)".
extension PlanReader {
  /// What columns are that say in words that they hold aims.
  private static let aims: Set<String> = ["value", "aim", "handed"]

  /// What a table says of its columns of figures.
  private struct FigureColumns {
    /// The column that names the rows.
    var named: Int?
    /// Whether places and bodies stand in it, among whom figures are handed out.
    var isPlace = false
    /// What the numbers are that name the rows: "Khối" over 6, 7, 8.
    var counted: String?
    /// The column of units.
    var unit: Int?
    /// The columns that tell their unit, or how much, by their names.
    var told: [Int: TargetTable.ValueColumn] = [:]
    /// Those with a name alone.
    var bare: [Int: TargetTable.ValueColumn] = [:]
    /// Counts of what is mostly there already: "Số lớp".
    var counts: [Int: TargetTable.ValueColumn] = [:]
    /// The last column of figures that only describes; a bare rate behind it is of it.
    var described: Int?
    /// The first column that says in words that it is an aim; those before it describe.
    var aim: Int?
  }

  /// Makes a table of targets of one whose columns of figures tell what they measure, where
  /// objectives stand or figures are handed out.
  ///
  /// Besides them it has numbers, one column of names and notes, and nothing else: what tells who
  /// does something, when, or where, lists works and things that are. A table that hands figures
  /// out to places may have more columns of words.
  mutating func readFigureColumns(
    _ table: Table, _ caption: TableCaption, _ planYear: Int?, into result: inout TargetTable
  ) {
    guard result.indicator == nil, table.columns.count > 1, table.columns.count <= 64,
      caption.setsFigures, let found = figureColumns(table, caption, planYear),
      let named = found.named
    else { return }
    var values = found.told
    if caption.allots || found.isPlace { values.merge(found.bare) { own, _ in own } }
    if values.isEmpty, caption.allots { values = found.counts }
    if let aim = found.aim { values = values.filter { $0.key >= aim } }
    guard !values.isEmpty else { return }
    if found.isPlace { nameRates(table, &values) }
    result.indicator = named
    result.namesPlaces = found.isPlace || found.counted != nil
    result.values = values
    for place in values.keys { result.values[place]?.counted = found.counted }
    result.unit = values.values.contains { $0.unit != nil } ? nil : found.unit
  }

  /// Names bare rates after their columns where the column beside them has a name of its own: "Thôn |
  /// Số hộ đăng ký | Tỷ lệ (%)", "Năm 2027: Số hộ đăng ký | Năm 2027: Tỷ lệ (%)".
  private mutating func nameRates(_ table: Table, _ values: inout [Int: TargetTable.ValueColumn]) {
    guard values.values.contains(where: { $0.name != nil }) else { return }
    for (place, column) in values where column.name == nil && column.unit == "%" {
      let last = table.columns[place].split(separator: ":").last.map(String.init) ?? ""
      let name = last.split(separator: " ").joined(separator: " ")
      let isRate = lineMatches(of: name).contains {
        meaning($0) == .targetColumn && part(of: $0) == "rate"
      }
      let bare = unbracketed(name)
      if isRate, !bare.isEmpty, bare != "%" { values[place]?.name = bare }
    }
  }

  /// What the columns of a table say; `nil` where it is no table of figures.
  private mutating func figureColumns(
    _ table: Table, _ caption: TableCaption, _ planYear: Int?
  ) -> FigureColumns? {
    var found = FigureColumns()
    for (place, name) in table.columns.enumerated() {
      let matches = lineMatches(of: name)
      let parts = Set(matches.filter { meaning($0) == .targetColumn }.map { part(of: $0) })
      if name.isEmpty || parts.contains("told") || isOrdinal(matches) {
        if parts.contains("told") { found.described = place }
        continue
      }
      let existing = matches.first { meaning($0) == .targetColumnExisting }
      let isRow = found.named == nil && parts.contains("row")
      guard isRow || !isFigures(place, table) else {
        if found.named == nil { return nil }
        read(place, name, parts, existing, planYear, into: &found)
        continue
      }
      // "Cây trồng | ĐVT | Rừng mới": the unit of the row
      if found.named != nil, parts.contains("unit"), found.unit == nil {
        found.unit = place
        continue
      }
      let isFirst = found.named == nil && found.told.isEmpty && found.bare.isEmpty
      guard isFirst else {
        // "Địa bàn | Xây mới (căn) | Thời gian hoàn thành"
        let isTime = matches.contains {
          meaning($0) == .column && value("column", of: $0) == "time"
        }
        guard caption.allots, found.isPlace || isTime && found.named != nil else { return nil }
        continue
      }
      // "Tên thiết bị | Số lượng", "Họ và tên | Số tiết"
      if existing != nil { return nil }
      found.named = place
      found.counted = isRow ? name : nil
      found.isPlace =
        parts.contains("place")
        || matches.contains { meaning($0) == .column && value("column", of: $0) == "body" }
    }
    return found
  }

  private func part(of match: RuleMatch) -> String { value("part", of: match) ?? "" }

  private func isOrdinal(_ matches: [RuleMatch]) -> Bool {
    matches.contains { meaning($0) == .column && value("column", of: $0) == "ordinal" }
  }

  /// Reads the name of a column of figures.
  private mutating func read(
    _ place: Int, _ name: String, _ parts: Set<String>, _ existing: RuleMatch?, _ planYear: Int?,
    into found: inout FigureColumns
  ) {
    let time = Self.time(name)
    let isPast = planYear.flatMap { year in time?.lastYear.map { $0 < year } } ?? false
    guard !isPast, var (column, tellsHow) = valueColumn(name) else {
      found.described = place
      return
    }
    column.time = time
    if let existing {
      if value("of", of: existing) == "count" { found.counts[place] = column }
      found.described = place
      return
    }
    // "Hộ nghèo đầu năm | Tỷ lệ (%)"
    if parts.contains("rate"), found.described == place - 1 {
      found.described = place
      return
    }
    let others = lineMatches(of: name).filter { meaning($0) == .column }
    let isOther = others.contains { value("column", of: $0) != "other" }
    if found.aim == nil, !parts.isDisjoint(with: Self.aims) { found.aim = place }
    tellsHow = tellsHow || !parts.isDisjoint(with: ["value", "aim", "goal"])
    if column.unit != nil || tellsHow || column.name == nil {
      found.told[place] = column
    } else if parts.contains("share") || !isOther {
      found.bare[place] = column
    }
  }

  /// What a column of figures measures and in what, as the parts of its name tell, and whether one
  /// of them says how much or what share ("SL"); `nil` where it is of things as they are.
  private mutating func valueColumn(
    _ name: String
  ) -> (column: TargetTable.ValueColumn, tellsHow: Bool)? {
    var column = TargetTable.ValueColumn()
    var tellsHow = false
    var names: [String] = []
    let pieces = name.split(separator: ":").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let kinds = pieces.map { piece in
      Set(
        lineMatches(of: piece).filter { meaning($0) == .targetColumn }.map { part(of: $0) })
    }
    let isAim = kinds.contains { !$0.isDisjoint(with: Self.aims) }
    for (piece, parts) in zip(pieces, kinds) {
      if parts.contains("told") { return nil }
      // "Số lớp" by itself or below "Chỉ tiêu" may be handed out.
      let existing = lineMatches(of: piece).first { meaning($0) == .targetColumnExisting }
      if let existing, pieces.count > 1, !isAim || value("of", of: existing) != "count" {
        return nil
      }
      let told = unit(behind: piece)
      column.unit = told ?? (piece.hasSuffix("%") ? "%" : column.unit)
      // "Tốt: SL", "Kế hoạch: Số hộ": how much there is, not of what; but "SL (tấn)"
      if !parts.isDisjoint(with: ["short", "rate", "goal", "aim"]), !isMeasure(told) {
        tellsHow = true
        continue
      }
      if parts.contains("value") {
        if let name = allotted(piece) {
          names.append(name)
        } else if pieces.count > 1, Self.time(piece) == nil {
          names.append(piece)
        }
        continue
      }
      if isPart(piece) { continue }
      let measured = told == nil ? piece : unbracketed(piece)
      if !measured.isEmpty { names.append(measured) }
    }
    tellsHow = tellsHow || isAim
    column.name = names.isEmpty ? nil : names.joined(separator: ": ")
    return (column, tellsHow)
  }

  /// Whether a unit measures what is produced, so that "SL" and "Kế hoạch" beside it name it.
  private mutating func isMeasure(_ unit: String?) -> Bool {
    guard let unit, unit != "%", let units = grammar.list("measure-units") else { return false }
    let tokens = tokens(of: Array(unit.utf8))
    return grammar.entry(in: units, tokens, at: 0)?.end == tokens.count
  }

  /// Whether a name only says that what stands below it are parts: "Trong đó".
  private mutating func isPart(_ name: String) -> Bool {
    let tokens = tokens(of: Array(name.utf8))
    return phrases(tokens).contains {
      $0.start == 0 && $0.end == tokens.count && meaning($0) == .joint
        && value("kind", of: $0) == "part"
    }
  }

  /// A name without the brackets at its end.
  func unbracketed(_ name: String) -> String {
    guard let open = name.utf8.lastIndex(of: UInt8(ascii: "(")) else { return name }
    return name[..<open].split(separator: " ").joined(separator: " ")
  }

  // MARK: Places as columns

  /// Makes the columns that are named after places or bodies hold values, each for its own: "Chỉ tiêu |
  /// ĐVT | Toàn xã | Thôn 1 | Thôn 2".
  mutating func readPlaceColumns(
    _ table: Table, _ caption: TableCaption, work: Int?, into result: inout TargetTable
  ) {
    guard result.values.isEmpty, caption.setsFigures, let named = result.indicator ?? work
    else { return }
    let first = result.unit ?? named
    guard named <= first else { return }
    var values: [Int: TargetTable.ValueColumn] = [:]
    for (place, name) in table.columns.enumerated().prefix(64)
    where place > first && isFigures(place, table) {
      let last = name.split(separator: ":").last.map(String.init) ?? name
      let piece = last.split(separator: " ").joined(separator: " ")
      let matches = lineMatches(of: name) + lineMatches(of: piece)
      let parts = Set(matches.filter { meaning($0) == .targetColumn }.map { part(of: $0) })
      // "Thực hiện | So sánh"
      if piece.isEmpty || !parts.isDisjoint(with: ["told", "term", "rate"]) { return }
      if matches.contains(where: { meaning($0) == .targetColumnExisting }) { continue }
      let isWhole = !parts.isDisjoint(with: ["whole", "short", "aim", "value", "goal"])
      // Without a column of units only names of places tell that figures stand below them.
      if !isWhole, result.unit == nil, !parts.contains("named") { return }
      values[place] = TargetTable.ValueColumn(subject: isWhole ? nil : piece)
    }
    guard values.values.contains(where: { $0.subject != nil }), values.count > 1 else { return }
    result.indicator = named
    result.values = values
  }

  /// Tells whose the figures of columns below one name are: "Mục tiêu 2030: Đô thị".
  mutating func readSubjects(_ table: Table, into result: inout TargetTable) {
    guard result.indicator != nil, result.values.count > 1 else { return }
    for (place, column) in result.values
    where column.name == nil && column.subject == nil && column.time != nil {
      let pieces = table.columns[place].split(separator: ":")
      guard pieces.count > 1, let last = pieces.last,
        result.values.contains(where: { $0.key != place && $0.value.time == column.time })
      else { continue }
      let piece = last.split(separator: " ").joined(separator: " ")
      guard Self.time(piece) == nil, unit(behind: piece) == nil, !isPart(piece),
        !lineMatches(of: piece).contains(where: {
          meaning($0) == .targetColumn && part(of: $0) != "named"
        })
      else { continue }
      result.values[place]?.subject = piece
    }
  }
}
