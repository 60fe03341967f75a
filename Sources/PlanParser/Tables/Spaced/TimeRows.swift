import PlanModel
import PlanText

/// Rows that nothing numbers and that times open: "9/2025", "Tháng 3".
extension PlanReader {
  /// Whether a first cell is a whole time behind another whole one, which does not go on.
  mutating func beginsTime(_ piece: CellLine.Piece, behind last: CellLine.Piece?) -> Bool {
    guard let last, last.ending != .comma, last.ending != .semicolon else { return false }
    return isTime(last.span) && isTime(piece.span)
  }

  /// The first lines of rows whose times in the column `key` stand beside the middles of their other
  /// cells; `nil` unless each does, and the first has lines above it.
  mutating func centredTimes(in lines: [CellLine], _ key: Int) -> [Int]? {
    guard lines[0].cells[key] == nil else { return nil }
    var starts: [Int] = []
    var next = 0
    for (index, line) in lines.enumerated() {
      guard let piece = line.cells[key] else { continue }
      guard index >= next, !line.gap || index == next, isTime(piece.span) else { return nil }
      starts.append(next)
      next = 2 * index - next + 1
    }
    return starts.count > 1 && next == lines.count ? starts : nil
  }

  /// How many lines a time takes at most.
  private static var timeLines: Int { 4 }

  /// The first lines of rows whose times in the column `key` a narrow column broke: "Tháng" over
  /// "11/2031"; `nil` unless the column holds times alone, the first line opens one, and one is broken.
  mutating func brokenTimes(in lines: [CellLine], _ key: Int) -> [Int]? {
    let places = lines.indices.filter { lines[$0].cells[key] != nil }
    guard places.first == 0 else { return nil }
    var starts: [Int] = []
    var next = 0
    while next < places.count {
      var pieces: [ByteSpan] = []
      var length: Int?
      for (count, place) in places[next...].prefix(Self.timeLines).enumerated() {
        guard place == places[next] + count, let piece = lines[place].cells[key] else { break }
        pieces.append(piece.span)
        if isTime(pieces) { length = count + 1 }
      }
      guard let length else { return nil }
      starts.append(places[next])
      next += length
    }
    return starts.count > 1 && starts.count < places.count ? starts : nil
  }

  /// The lines on which whole times begin in the first column, broken or not: "Ngày" over
  /// "12/9/2031", "Từ 13/9" over "đến 15/9/2031".
  mutating func openedTimes(in lines: [CellLine]) -> [Int] {
    let places = lines.indices.filter { lines[$0].cells[0] != nil }
    var opened: [Int] = []
    var next = 0
    while next < places.count {
      var pieces: [ByteSpan] = []
      var length: Int?
      for (count, place) in places[next...].prefix(Self.timeLines).enumerated() {
        guard let piece = lines[place].cells[0], length == nil || piece.lower else { break }
        pieces.append(piece.span)
        if isTime(pieces) { length = count + 1 }
      }
      if length != nil { opened.append(places[next]) }
      next += length ?? 1
    }
    return opened
  }

  /// Whether pieces of a cell are one time together.
  private mutating func isTime(_ pieces: [ByteSpan]) -> Bool {
    let words = pieces.flatMap { tokens($0) }
    return phrases(words, startingBefore: 1).contains {
      meaning($0) == .time && $0.end == words.count
    }
  }

  /// Notes the lines whose first cell ends the time that the one before it opens with a dash, unless
  /// times open one after the other: "7h00 -" / "7h30 -" are the beginnings of rows.
  func noteClosedTimes(in lines: inout [CellLine]) {
    var closing: [Int] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      guard !line.isGroup, let piece = line.cells[0] else {
        isOpen = isOpen && !line.isGroup && !line.gap
        continue
      }
      let opens = opensTime(piece.span)
      if isOpen, opens { return }
      if isOpen, !line.gap, piece.digit { closing.append(index) }
      isOpen = opens
    }
    for index in closing {
      lines[index].closesTime = true
      lines[index].hasOrdinal = false
    }
  }

  /// Whether a text that begins with a digit ends in a dash: "7h15 -".
  func opensTime(_ span: ByteSpan) -> Bool {
    let first = bytes[span.start]
    guard first.isDigit else { return false }
    var last = span.end - 1
    while last > span.start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return MarkerReader.bulletKind(Scalars.decode(bytes, at: last).scalar) == 0x2D
  }
}
