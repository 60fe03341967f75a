import PlanModel
import PlanText

/// What pens and stamps leave behind the words of an ending.
extension PlanReader {
  /// How many bytes such noise has at most behind the end mark of a document.
  private static let strokeBytes = 12

  /// A cell without the stroke behind a position or authority: "PHÓ GIÁM ĐỐC =".
  mutating func withoutStroke(_ cell: ByteSpan) -> ByteSpan {
    let tokens = allTokens(cell)
    guard let stroke = tokens.last, tokens.count > 2, stroke.shape.contains(.spaced),
      [0x3D, 0x7E, 0x5F, 0x7C, 0x5E, 0x5C].contains(markers.scalar(stroke))
    else { return cell }
    let words = Array(tokens.dropLast())
    guard words.last?.shape.contains(.upper) == true, signs(words) else { return cell }
    addFurniture(.noise, ByteSpan(Int(stroke.start), cell.end))
    return ByteSpan(cell.start, Int(tokens[words.count - 1].end))
  }

  /// Takes what stands behind the end mark of the last paragraph, and holds no word, as noise.
  ///
  /// "… của Sở Công Thương./. wJ“z".
  mutating func dropStrokes(_ zone: inout Zone) {
    guard let last = zone.drafts.indices.last, let piece = zone.drafts[last].pieces.last,
      let mark = bytes[piece.start..<piece.end].suffix(PlanReader.strokeBytes + 4)
        .lastIndex(of: 0x2F),
      mark > piece.start, mark + 2 < piece.end, bytes[mark - 1] == 0x2E, bytes[mark + 1] == 0x2E,
      bytes[mark + 2] == 0x20
    else { return }
    let rest = Blank.trim(bytes, ByteSpan(mark + 2, piece.end))
    let words = allTokens(rest)
    guard !rest.isEmpty, words.contains(where: { $0.kind == .syllable }),
      !words.contains(where: { $0.kind == .number || $0.kind == .syllable && isPlausible($0) })
    else { return }
    zone.drafts[last].pieces[zone.drafts[last].pieces.count - 1].end = mark + 2
    addFurniture(.noise, rest)
  }
}
