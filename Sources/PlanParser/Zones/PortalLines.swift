import PlanModel
import PlanText

/// What a web page prints above the head of a document, in whole words: its menu, what it asks of
/// readers, the fields of its catalog.
extension PlanReader {
  /// How many words a line has at least that says something, and is no scrap of a scan.
  private static let tellingWords = 4

  /// Tells lines above the first part of the head as those of a page, where they are written in words:
  /// "Hệ thống văn bản của tỉnh"; short ones beside others of a page only: "Thuộc tính".
  mutating func tellPage() {
    guard let first = headStart() else { return }
    nameForm(above: first)
    let above = plan.furniture.indices.filter {
      plan.furniture[$0].kind == .noise && plan.furniture[$0].span.end <= first
    }
    let readable = above.filter { isReadable(plan.furniture[$0].span, least: 1) }
    let isPage =
      plan.furniture.contains { $0.kind == .portal && $0.span.end <= first }
      || readable.contains {
        isReadable(plan.furniture[$0].span, least: PlanReader.tellingWords)
      }
    guard isPage else { return }
    for index in readable { plan.furniture[index].kind = .portal }
  }

  /// Tells the name of the form by which a document is made, and the bracket below it that tells whose
  /// form it is, as a label: "Mẫu số 03/ĐĐ".
  private mutating func nameForm(above first: Int) {
    var isForm = false
    for index in plan.furniture.indices
    where plan.furniture[index].kind == .noise && plan.furniture[index].span.end <= first {
      let words = tokens(plan.furniture[index].span)
      let isNote = isForm && words.first.map { isMark($0, 0x28) } == true
      isForm =
        isNote
        || lineMatches(words).contains { meaning($0) == .unit && value("level", of: $0) == "form" }
      if isForm { plan.furniture[index].kind = .label }
    }
  }

  /// Where the first part of the head begins: a body, the motto or the number.
  private func headStart() -> Int? {
    let header = plan.header
    let spans = [header.superior.span, header.issuer.span, header.number.span, header.kind.span]
      .compactMap { $0?.start }
    let mottos = plan.furniture.filter { $0.kind == .motto }.map(\.span.start)
    return (spans + mottos).min()
  }

  /// Whether a line is written in words, most of them small, and begins as a sentence or an entry of
  /// a list does.
  private mutating func isReadable(_ span: ByteSpan, least: Int) -> Bool {
    let words = allTokens(span).filter { $0.kind == .syllable }
    guard words.count >= least, let first = words.first, first.shape.contains(.capitalized) else {
      return false
    }
    let plausible = words.count { isPlausible($0) || $0.shape.contains(.upper) }
    let capitals = words.count { $0.shape.contains(.upper) }
    return plausible * 4 >= words.count * 3 && capitals * 2 <= words.count
  }
}
