import PlanModel
import PlanText

/// What stands above a table tells of its figures.
struct TableCaption {
  /// Whether objectives are set out there.
  var setsGoals = false
  /// Whether it hands figures out: "Giao chỉ tiêu cho các thôn".
  var allots = false
  /// The unit of all figures that tell none: "(đơn vị tính: ha)".
  var unit: String?

  /// Whether figures without a unit of their own are targets.
  var setsFigures: Bool { setsGoals || allots }
}

extension PlanReader {
  /// How many leaves before a table may be its caption.
  private static var mostLines: Int { 3 }
  /// How many tokens a unit has at most.
  private static var longestUnit: Int { 6 }

  /// What stands above the table of a cell: the heading, the lead-in and the lines before it.
  mutating func caption(_ cell: FactLeaf, at place: Int, _ leaves: FactLeaves) -> TableCaption {
    var caption = TableCaption(setsGoals: setsGoals(cell), allots: allots(appendixOf: cell))
    if let above = cell.ancestors.last { read(leaves[above], into: &caption) }
    var line = place - 1
    while line >= leaves.first, line >= place - Self.mostLines,
      leaves[line].ancestors == cell.ancestors,
      leaves[line].kind == .paragraph || leaves[line].node == cell.node
    {
      if leaves[line].kind == .paragraph { read(leaves[line], into: &caption) }
      line -= 1
    }
    return caption
  }

  /// Adds what a line above a table says of it.
  private mutating func read(_ line: FactLeaf, into caption: inout TableCaption) {
    guard line.tokens.count <= TargetSurroundings.longestHeading else { return }
    let isTitle = lineMatches(line.tokens).contains {
      meaning($0) == .targetTitle && value("kind", of: $0) == nil
    }
    if isTitle {
      caption.allots = true
    }
    if line.matches.contains(where: { meaning($0) == .goal && value("kind", of: $0) == "line" }) {
      caption.setsGoals = true
    }
    if caption.unit == nil { caption.unit = unit(toldBy: line) }
  }

  /// The unit that a line tells behind its colon: "Giao chỉ tiêu trồng rừng (đơn vị tính: ha)".
  private mutating func unit(toldBy line: FactLeaf) -> String? {
    guard line.tells(.tableUnit), let sign = line.matches.last(where: { meaning($0) == .tableUnit })
    else { return nil }
    var end = line.tokens.count
    while end > sign.end, line.tokens[end - 1].kind == .mark, !isMark(line.tokens[end - 1], 0x25) {
      end -= 1
    }
    guard sign.end < end, end - sign.end <= Self.longestUnit else { return nil }
    let unit = folder.fold(span(line.tokens, sign.end..<end))
    return isTold(unit) ? unit : nil
  }

  /// Whether a cell stands in an appendix whose title sets objectives out: "CHỈ TIÊU CHỦ YẾU".
  mutating func setsGoals(appendixOf cell: FactLeaf) -> Bool {
    guard let title = title(ofAppendixOf: cell) else { return false }
    return lineMatches(of: title).contains {
      meaning($0) == .targetTitle && value("kind", of: $0) == "goals"
    }
  }

  /// Whether a cell stands in an appendix whose title hands figures out: "Giao chỉ tiêu gieo trồng".
  private mutating func allots(appendixOf cell: FactLeaf) -> Bool {
    guard let title = title(ofAppendixOf: cell) else { return false }
    return lineMatches(of: title).contains {
      meaning($0) == .targetTitle && value("kind", of: $0) == nil
    }
  }

  private func title(ofAppendixOf cell: FactLeaf) -> String? {
    guard cell.zone == .appendix, cell.node.utf8.first == UInt8(ascii: "A"),
      let number = Int(cell.node.dropFirst().prefix { $0 != "." && $0 != "~" }),
      plan.appendices.indices.contains(number - 1)
    else { return nil }
    return plan.appendices[number - 1].title
  }
}
