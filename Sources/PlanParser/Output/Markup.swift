import PlanModel
import PlanText

/// Marks of markdown that are no words: the rules see the text without them, as a reader does.
extension PlanReader {
  /// "số[12/2024/NĐ-CP](address "title")": the words of a link stay, its address says nothing.
  func removeLinks(from tokens: inout [Token]) {
    guard tokens.contains(where: { byte(of: $0) == UInt8(ascii: "]") }) else { return }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var opened: Int?
    var address = 0
    for token in tokens where Int(token.start) >= address {
      switch byte(of: token) {
      case UInt8(ascii: "["): opened = kept.count
      case UInt8(ascii: "]"):
        if let open = opened,
          let end = Markdown.linkEnd(bytes, at: Int(token.start))
        {
          let bracket = kept.remove(at: open)
          if open < kept.count, bracket.shape.contains(.spaced) {
            kept[open].shape.formUnion(.spaced)
          }
          opened = nil
          address = end
          continue
        }
      default: break
      }
      kept.append(token)
    }
    tokens = kept
  }

  /// Whether the address of a link stands under a span, or is it.
  func holdsAddress(_ span: ByteSpan) -> Bool {
    let from = max(0, span.start - 1)
    return bytes[from..<span.end].indices.contains {
      bytes[$0] == UInt8(ascii: "]") && Markdown.linkEnd(bytes, at: $0) != nil
    }
  }

  /// Tells the addresses of links inside sentences as furniture: they are no text, and not lost.
  mutating func takeAddresses() {
    guard folder.markdown else { return }
    let taken = plan.furniture.map(\.span).sorted { $0.start < $1.start }
    var next = 0
    var offset = 0
    while let close = bytes[offset...].firstIndex(of: UInt8(ascii: "]")) {
      offset = close + 1
      guard let end = Markdown.linkEnd(bytes, at: close) else { continue }
      offset = end
      while next < taken.count, taken[next].end <= close { next += 1 }
      if next < taken.count, taken[next].start <= close { continue }
      addFurniture(.portal, ByteSpan(close + 1, end))
    }
  }

  /// "có **150** doanh nghiệp": marks of emphasis say nothing; the word behind them keeps the blank
  /// before them.
  func removeEmphasis(from tokens: inout [Token], in piece: ByteSpan) {
    guard tokens.contains(where: { isEmphasis($0) }) else { return }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var end = 0
    var spaced = false
    for token in tokens {
      if Int(token.start) < end { continue }
      if isEmphasis(token), let length = folder.emphasis(at: Int(token.start), in: piece) {
        end = Int(token.start) + length
        spaced = spaced || token.shape.contains(.spaced)
        continue
      }
      kept.append(token)
      if spaced { kept[kept.count - 1].shape.formUnion(.spaced) }
      spaced = false
    }
    tokens = kept
  }

  private func isEmphasis(_ token: Token) -> Bool {
    let mark = byte(of: token)
    return mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
  }

  /// "16 \\- 18%", "NHÂN DÂN<br>XÃ": the backslash before a mark and the break of a line say
  /// nothing.
  func removeMarks(from tokens: inout [Token]) {
    let marks = tokens.contains {
      let mark = byte(of: $0)
      return mark == UInt8(ascii: "\\") || mark == UInt8(ascii: "<")
    }
    guard marks else { return }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var spaced = false
    var end = 0
    for (index, token) in tokens.enumerated() where Int(token.start) >= end {
      switch byte(of: token) {
      case UInt8(ascii: "\\")
      where index + 1 < tokens.count && tokens[index + 1].start == token.end
        && tokens[index + 1].kind == .mark:
        spaced = spaced || token.shape.contains(.spaced)
        continue
      case UInt8(ascii: "<"):
        guard
          let length = TextFolder.lineBreak(bytes, at: Int(token.start), end: bytes.count)
        else { break }
        end = Int(token.start) + length
        spaced = true
        continue
      default: break
      }
      kept.append(token)
      if spaced { kept[kept.count - 1].shape.formUnion(.spaced) }
      spaced = false
    }
    tokens = kept
  }

  /// The first byte of a mark; 0 for a word.
  private func byte(of token: Token) -> UInt8 {
    token.kind == .mark ? bytes[Int(token.start)] : 0
  }
}
