import PlanModel
import PlanText

/// Units with lines below them that tell who does the work, when, and what comes out of it.
extension PlanReader {
  /// Whether a unit of more than twenty words without a closing mark tells work, and the bullet
  /// below it tells who leads it.
  ///
  /// "1. Hoàn thành việc …" / "- Đơn vị chủ trì: …".
  mutating func isLabelledTask(_ index: Int, _ drafts: ArraySlice<Draft>) -> Bool {
    let draft = drafts[index]
    guard let marker = draft.marker, !isHigh(marker), marker.family != .article,
      draft.ending == .open, !draft.bold, !draft.capitals, index + 1 < drafts.endIndex,
      drafts[index + 1].parent == index, drafts[index + 1].marker?.family == .bullet,
      let first = draft.pieces.first, let last = draft.pieces.last,
      let label = drafts[index + 1].pieces.first
    else { return false }
    let tokens = allTokens(ByteSpan(first.start, last.end))
    let words = tokens.count { $0.shape.contains(.spaced) && $0.kind != .mark }
    guard words > Self.sentenceWords else { return false }
    return isTaskLabel(self.tokens(label), "lead")
  }

  /// Makes items of the sentences that tell work, ended by a full stop, below which nothing stands
  /// but lines that tell who does it, when and what comes out.
  ///
  /// The sentences beside them that are too long for titles are items, and so are they. A verb opens
  /// one of them at least.
  ///
  /// "a) Lập hồ sơ đình làng." / "+ Chủ trì: Bảo tàng tỉnh." / "+ Thời gian: Năm 2026."
  mutating func tellWork(
    _ readings: inout [UnitReading], _ drafts: ArraySlice<Draft>, _ children: DraftChildren
  ) {
    var labelled: [(place: Int, series: Series)] = []
    var opened: Set<Series> = []
    for (place, index) in drafts.indices.enumerated() {
      switch readings[place] {
      case .item, .runIn, .runInLikeMost: continue
      case .section, .likeOthers, .likeMost, .unlessList: break
      }
      guard isLabelledSentence(index, drafts, children), let series = Series(drafts[index]),
        let first = drafts[index].pieces.first
      else { continue }
      labelled.append((place, series))
      let opensWithVerb = phrases(tokens(first), startingBefore: 1).contains {
        $0.start == 0 && [.act, .sentenceVerb].contains(meaning($0))
      }
      if opensWithVerb { opened.insert(series) }
    }
    for (place, series) in labelled where opened.contains(series) { readings[place] = .item }
  }

  /// Whether a full stop ends a unit and nothing stands below it but lines with labels of tasks.
  private mutating func isLabelledSentence(
    _ index: Int, _ drafts: ArraySlice<Draft>, _ children: DraftChildren
  ) -> Bool {
    let draft = drafts[index]
    guard let marker = draft.marker, !isHigh(marker), marker.family != .bullet,
      marker.family != .article, draft.ending == .stop, !draft.bold, !draft.capitals,
      children.count(under: index) > 0
    else { return false }
    return children.under(index).allSatisfy { child in
      guard children.count(under: child) == 0, let label = drafts[child].pieces.first else {
        return false
      }
      return isTaskLabel(tokens(label))
    }
  }

  /// Whether some words open with the label of what is told of a task, of a `field` or of any.
  private mutating func isTaskLabel(_ tokens: [Token], _ field: String? = nil) -> Bool {
    phrases(tokens).contains {
      meaning($0) == .taskLabel && $0.start == 0
        && (field == nil || value("field", of: $0) == field)
    }
  }
}
