import PlanModel
import PlanText

/// Signers of whom a part stands where rules do not look for it: a body without a person's name, one
/// below a second date, and the post printed below a name.
extension PlanReader {
  /// How wide the line of a body that signs alone is at most, in characters.
  private static let loneWidth = 60

  /// Whether line `index` is the last of the text and names in capitals the body, or the office, that
  /// signs for it: "BAN TỔ CHỨC HỘI THI".
  mutating func signsAlone(at index: Int) -> Bool {
    let line = lines[index]
    guard line.capitals, line.tabs == 0, !line.pipe, line.heading == 0, line.ending == .open,
      line.width <= PlanReader.loneWidth,
      !lines[(index + 1)...].contains(where: { furniture(of: $0) == nil && !isSignedMark($0) })
    else { return false }
    let tokens = tokens(line.content)
    return marker(tokens) == nil && lineMatch(.appendix, tokens) == nil
      && (namesBody(line) || lineMatch(.position, tokens) != nil)
  }

  /// Takes the name of a person that is the last line of the text, behind the recipients, for the
  /// signer whose position a page has lost: "- Lưu: VT." / "Trần Văn Sơn".
  mutating func signsByName(_ cell: ByteSpan, _ ending: inout Ending) -> Bool {
    guard ending.signers.isEmpty, let last = ending.receivers.last?.pieces.last, isPerson(cell),
      isArchive(last), tokens(cell).allSatisfy({ $0.kind == .syllable }),
      !lines[(ending.line + 1)...].contains(where: { furniture(of: $0) == nil })
    else { return false }
    ending.signers.append(Signer(name: cell))
    return true
  }

  /// Whether a recipient is the archive, and ends with its line.
  private mutating func isArchive(_ receiver: ByteSpan) -> Bool {
    let tokens = tokens(unmarked(receiver))
    let ending = LineReader.ending(bytes, receiver)
    return (ending == .stop || ending == .semicolon) && lineMatch(.archive, tokens) != nil
  }

  /// Whether a line says that the document is signed and nothing else: "(Đã ký)".
  private mutating func isSignedMark(_ line: Line) -> Bool {
    line.width < 24 && lineMatch(.signed, tokens(line.content)) != nil
  }

  /// Takes the place and date on line `index` that part the signers above it from others below:
  /// "HIỆU TRƯỞNG" / "(Ký)" / "Sơn Hà, ngày 03 tháng 4 năm 2026" / "NGƯỜI LẬP KẾ HOẠCH".
  mutating func partsSigners(at index: Int, _ ending: Ending) -> Bool {
    let line = lines[index]
    guard !ending.signers.isEmpty, line.width < 80, line.tabs == 0, !line.pipe,
      let below = lines.indices[(index + 1)...].first(where: { furniture(of: lines[$0]) == nil }),
      lines[below].blanksBefore <= 1
    else { return false }
    let tokens = tokens(line.content)
    // "Nà Khoai, Hoài Lam, ngày …": two places may stand before the date.
    guard
      let date = phrases(tokens, startingBefore: PlanReader.placeWords).first(where: {
        meaning($0) == .placeDate && $0.end == tokens.count
      }), tokens[..<date.start].allSatisfy({ $0.kind == .mark || $0.shape.contains(.capitalized) })
    else { return false }
    let end = endMeaning(lines[below])
    let signs = end == .authority || end == .position && namesSigner(after: below)
    guard signs || signsByForm(at: below) || namesOfPosts(at: below) != nil else { return false }
    if takesDate(line.content, tokens) || takesSecondDate(line.content, tokens) { return true }
    if plan.header.date.status == .absent {
      addFurniture(.noise, span(tokens, 0..<date.start))
      placeDate(
        HeadPart(
          match: date, meaning: .placeDate, span: span(tokens, date.start..<date.end)), tokens)
    } else {
      addFurniture(.noise, line.content)
    }
    return true
  }

  /// How many words of further places stand before the one beside the date at most.
  private static let placeWords = 6

  /// The signers, of whom the last is the one before him where a post with its body stands right
  /// below that one's name: "TRƯỞNG ĐOÀN" / "Trần Văn Sơn" / "PHÓ GIÁM ĐỐC SỞ CÔNG THƯƠNG".
  mutating func joiningPosts(_ signers: [Signer]) -> [Signer] {
    guard signers.count > 1, let last = signers.last, last.name == nil, last.authority.isEmpty,
      let post = last.position.first, case let signer = signers[signers.count - 2],
      !signer.position.isEmpty, !signer.acts, let name = signer.name, name.end <= post.start,
      bytes[name.end..<post.start].count(where: { $0 == 0x0A }) == 1
    else { return signers }
    let words = last.position.flatMap { allTokens($0) }
    let named = phrases(words, startingBefore: 1).filter { meaning($0) == .position }
    guard let end = named.map(\.end).max(), end < words.count else { return signers }
    var joined = Array(signers.dropLast())
    joined[joined.count - 1].position += last.position
    return joined
  }

  /// Whether a cell closes the bracket that the recipient above it left open at the end of its line:
  /// "- UBND xã (để chỉ đạo Đài" / "PT);".
  func closesRecipient(_ cell: ByteSpan, _ line: Line, _ ending: Ending) -> Bool {
    guard ending.receiving, line.blanksBefore == 0, let last = ending.receivers.last,
      isUnclosed(last.pieces), !begins(bullet: cell)
    else { return false }
    let brackets = bytes[cell.start..<cell.end].filter { $0 == 0x28 || $0 == 0x29 }
    return brackets == [0x29]
  }
}
