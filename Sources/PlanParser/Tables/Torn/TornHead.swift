import PlanModel
import PlanText

/// The head of a table whose drawn lines recognition tore (bảng mất đường kẻ): its names, some with a
/// bar between them.
struct TornHead {
  /// What a column holds.
  enum Role {
    case text
    case body
    case time
    case unit
    case figure
    case other
  }

  /// The names of the columns, of which the first is that of the ordinals.
  var names: [TableDraft.Cell]
  /// What each column but the first holds.
  var roles: [Role]
  /// Where each of these begins.
  var columns: [Int]
  /// Its first line, and the one after it.
  var first: Int
  var next: Int
}

extension PlanReader {
  /// How many lines such a head has at most, and how many words a line of it.
  private static let tornHeadLines = 9
  private static let tornHeadWords = 26
  /// How wide its lines are at most.
  private static let widestTornHead = 170

  /// Whether a line may begin such a head: with the name of ordinals, some specks before it.
  private func mayOpenTorn(_ line: Line) -> Bool {
    guard line.tabs == 0, line.table == 0, line.width >= 12, line.width <= Self.widestTornHead
    else { return false }
    var offset = line.content.start
    for _ in 0..<4 where offset < line.content.end {
      switch bytes[offset] {
      case UInt8(ascii: "T"), UInt8(ascii: "S"), UInt8(ascii: "s"), UInt8(ascii: "t"): return true
      default: offset += Scalars.decode(bytes, at: offset).length
      }
    }
    return false
  }

  /// Reads the head at line `start`, above the first row; `nil` when none begins there.
  mutating func tornHead(at start: Int) -> TornHead? {
    guard text.styles.isEmpty, mayOpenTorn(lines[start]), !lines[start].ended,
      let list = grammar.list("torn-ordinals")
    else { return nil }
    guard namesOrdinals(lines[start].content, list), let next = tornHeadEnd(from: start) else {
      return nil
    }
    let line = tornLine(lines[start].content)
    guard line.words.count > 3, line.words.count <= Self.tornHeadWords,
      let names = tornNames(line)
    else { return nil }
    return tornHead(line, names, list, from: start, to: next)
  }

  /// The head whose first line holds some names, with what the lines below add to them.
  private mutating func tornHead(
    _ line: TornLine, _ given: TornNames, _ list: Grammar.List, from start: Int, to next: Int
  ) -> TornHead? {
    var names = given
    var ordinal = line.cell(0..<1)
    for index in start + 1..<next {
      var below = tornLine(lines[index].content)
      guard below.words.count <= Self.tornHeadWords else { return nil }
      if namesOrdinals(lines[index].content, list), !below.words.isEmpty {
        ordinal += below.cell(0..<1)
        below.words.removeFirst()
      }
      if !below.words.isEmpty { names.append(below, &self) }
    }
    let known = names.ranges.indices.count { names.roles[$0] != nil }
    guard known > 1, names.ranges.count > 1 else { return nil }
    var roles = names.roles.map { $0 ?? .other }
    // "Chỉ số | Kết quả | Mục tiêu": what is counted stands behind the ordinal.
    if roles[0] != .body || !roles.contains(.text) { roles[0] = .text }
    for column in roles.indices.dropFirst() where roles[0] == .text && roles[column] == .text {
      roles[column] = .other
    }
    return TornHead(
      names: [ordinal] + names.cells, roles: roles,
      columns: names.ranges.map { line.words[$0.lowerBound].column }, first: start, next: next)
  }

  /// Whether a line begins with the name of the column of ordinals: "TT", "S", "T|".
  private mutating func namesOrdinals(_ span: ByteSpan, _ list: Grammar.List) -> Bool {
    var end = span.start
    while end < span.end, Blank.length(bytes, at: end, end: span.end) == 0, end < span.start + 8 {
      end += 1
    }
    let tokens = tokens(ByteSpan(span.start, end))
    guard let place = tokens.firstIndex(where: { $0.kind == .syllable }), place <= 2,
      let entry = grammar.entry(in: list, tokens, at: place),
      tokens[place].shape.contains(.capitalized)
    else { return false }
    return tokens[entry.end...].allSatisfy { $0.kind == .mark }
  }

  /// The line of the first row below such a head.
  private mutating func tornHeadEnd(from start: Int) -> Int? {
    for index in (start + 1..<lines.count).prefix(Self.tornHeadLines) {
      if opensTornRows(index) { return index }
      let line = lines[index]
      guard line.tabs == 0, line.table == 0, !line.ended, line.width <= Self.widestTornHead,
        line.blanksBefore <= 1
      else { return nil }
    }
    return nil
  }

  /// Whether the first row stands at a line, or what heads it.
  private mutating func opensTornRows(_ index: Int) -> Bool {
    if tornRow(at: index, due: 1) != nil { return true }
    guard tornGroup(at: index, opens: true) != nil else { return false }
    return (index + 1..<lines.count).prefix(4).contains { tornRow(at: $0, due: 1) != nil }
  }

  // MARK: Names

  /// The names that are read so far.
  struct TornNames {
    var ranges: [Range<Int>]
    var cells: [TableDraft.Cell]
    var words: [[ByteSpan]]
    var roles: [TornHead.Role?]

    /// Gives the words of a further line to the names that they go on with.
    mutating func append(_ line: TornLine, _ reader: inout PlanReader) {
      let count = line.words.count
      let columns = cells.count
      let none = 1_000
      var best = [[Int]](repeating: Array(repeating: none, count: count + 1), count: columns + 1)
      var back = [[Int]](repeating: Array(repeating: 0, count: count + 1), count: columns + 1)
      best[0][0] = 0
      for column in 0..<columns {
        for end in 0...count {
          for start in 0...end where best[column][start] < none {
            var cost = best[column][start]
            if start < end {
              let added = line.words[start..<end].map(\.span)
              let role = reader.tornRole(words[column] + added)
              let figures = line.words[start..<end].count { $0.isNumber }
              cost += role == nil ? 4 : roles[column] == nil ? -4 : 1
              // "Thực hiện | Kế hoạch" / "2025 2026"
              cost += figures > 1 ? 4 : figures == 1 && start + 1 == end ? -3 : 0
              let isSeen = start == 0 || line.words[start].bar || line.words[start].gap
              cost += isSeen ? 0 : 2
              cost += 4 * line.words[(start + 1)..<end].count { $0.bar || $0.gap }
            }
            if cost < best[column + 1][end] {
              best[column + 1][end] = cost
              back[column + 1][end] = start
            }
          }
        }
      }
      var end = count
      for column in (0..<columns).reversed() {
        let start = back[column + 1][end]
        if start < end {
          cells[column] += line.cell(start..<end)
          words[column] += line.words[start..<end].map(\.span)
          roles[column] = reader.tornRole(words[column]) ?? roles[column]
        }
        end = start
      }
    }
  }

  /// The names that the first line of a head holds behind that of the ordinals.
  private mutating func tornNames(_ line: TornLine) -> TornNames? {
    let opening = 1
    let count = line.words.count
    guard opening < count else { return nil }
    var best = [Int?](repeating: nil, count: count + 1)
    var back = [Int](repeating: opening, count: count + 1)
    best[opening] = 0
    for end in opening + 1...count {
      guard end == count || line.words[end].bar || line.words[end].gap || line.words[end].isUpper
      else { continue }
      for start in opening..<end {
        guard let before = best[start] else { continue }
        let inner = line.words[(start + 1)..<end].count { $0.bar || $0.gap }
        let isSeen = start == opening || line.words[start].bar || line.words[start].gap
        let isKnown = tornRole(line.words[start..<end].map(\.span)) != nil
        let cost = before + inner * 12 + (isKnown ? -2 : isSeen ? 2 : 5)
        if best[end].map({ cost < $0 }) ?? true {
          best[end] = cost
          back[end] = start
        }
      }
    }
    guard best[count] != nil else { return nil }
    var ranges: [Range<Int>] = []
    var end = count
    while end > opening {
      ranges.append(back[end]..<end)
      end = back[end]
    }
    ranges.reverse()
    let words = ranges.map { line.words[$0].map(\.span) }
    return TornNames(
      ranges: ranges, cells: ranges.map { line.cell($0) }, words: words,
      roles: words.map { tornRole($0) })
  }

  /// What the column is that some words name; `nil` for words that name none.
  fileprivate mutating func tornRole(_ words: [ByteSpan]) -> TornHead.Role? {
    var tokens: [Token] = []
    for word in words { tokens += allTokens(word) }
    tokens.removeAll { $0.kind == .mark && Int($0.end - $0.start) == 1 && isEdgeMark($0) }
    let matches = lineMatches(tokens)
    if let match = matches.first(where: { meaning($0) == .column }) {
      switch value("column", of: match) {
      case "ordinal": return nil
      case "text": return .text
      case "lead", "support", "body", "person": return .body
      case "time", "start": return .time
      case "unit": return .unit
      case "period": return .figure
      default: return .other
      }
    }
    if matches.contains(where: { meaning($0) == .targetColumnIndicator }) { return .text }
    return matches.contains { meaning($0) == .targetColumn } ? .figure : nil
  }

  private func isEdgeMark(_ token: Token) -> Bool {
    let byte = bytes[Int(token.start)]
    return byte == 0x27 || byte == 0x3A || byte == 0x5F
  }
}
