import PlanModel
import PlanText

/// The issuer of a document whose head names none, as its text names it.
extension PlanReader {
  /// The issuer that the text of a document without head names: "UBND xã A xây dựng Kế hoạch".
  ///
  /// The body that acts comes first. One that only a legal basis names issued that basis, unless
  /// the text acts as "UBND xã" and the basis is of a commune: then it is the document's own.
  /// `acting` asks for the one that acts, and no other.
  mutating func inferredIssuer(acting: Bool = false) -> String? {
    var named: String?
    var unnamed: String?
    var bases: [(words: [Token], name: String)] = []
    let text = allTokens(ByteSpan(0, min(bytes.count, PlanReader.issuerReach)))
    let matches = phrases(text)
    let verbs = matches.filter { endsName($0, text) }.map(\.start)
    let inside = matches.filter {
      meaning($0) == .issuerEnd && value("form", of: $0) == "inside"
    }
    for match in matches where meaning(match) == .issuer {
      guard let whole = capture("name", of: match, text), !tellsMore(whole, matches, text),
        !isReceived(text[whole.lowerBound]), !holdsIssuer(whole, matches, text),
        value("of", of: match) != "any" || isOneName(whole, matches, text),
        !isListed(whole, text), !isAsked(whole, matches, text), !isGivenMoney(whole, text),
        !inside.contains(where: { $0.start < whole.lowerBound && whole.lowerBound < $0.end }),
        !isInRow(text[whole.lowerBound])
      else { continue }
      let range = inOneCell(ownName(whole, before: verbs, text), text)
      let plans = value("plans", of: match)
      if plans == "yes" { return issuerName(Array(text[range])) }
      if plans == "short", let key = text[range].last?.key {
        if let own = bases.first(where: { $0.words.contains { $0.key == key } }) { return own.name }
        unnamed = unnamed ?? issuerName(Array(text[range]))
        continue
      }
      guard let words = onOneLine(inOneUnit(text[range])) else { continue }
      if standsInBasis(words[0]) || isIssuerOfAnother(range.lowerBound, text) {
        bases.append((words, issuerName(words)))
      } else {
        named = named ?? issuerName(words)
      }
    }
    return acting ? nil : named ?? unnamed
  }

  /// Whether the words of a name go on with what the body does: "Sở Y tế yêu cầu UBND xã …".
  private func tellsMore(
    _ name: Range<Int>, _ matches: [RuleMatch], _ text: [Token]
  ) -> Bool {
    matches.contains { match in
      name.contains(match.start) && !text[match.start].shape.contains(.capitalized)
        && meaning(match) == .documentPart && value("of", of: match) == "order"
    }
  }

  /// Whether no sentence goes on within the words of a name, and no other body's begins: "Ban Chỉ đạo
  /// tỉnh về …, của Văn phòng …".
  private func isOneName(_ name: Range<Int>, _ matches: [RuleMatch], _ text: [Token]) -> Bool {
    !matches.contains { match in
      match.start > name.lowerBound && match.start < name.upperBound
        && !text[match.start].shape.contains(.capitalized)
        && [.about, .issuer, .with, .by].contains(grammar.compiled.documentParts[match])
    }
  }

  /// Whether another body stands behind a comma in what was taken for one name, and acts: "… của Sở Y
  /// tế, Trung tâm Y tế Sơn Hà ban hành Kế hoạch như sau".
  private func holdsIssuer(
    _ name: Range<Int>, _ matches: [RuleMatch], _ text: [Token]
  ) -> Bool {
    matches.contains { other in
      other.start > name.lowerBound && other.start < name.upperBound
        && markers.scalar(text[other.start - 1]) == 0x2C && meaning(other) == .issuer
        && value("plans", of: other) == "yes" && text[other.start].key != text[name.lowerBound].key
    }
  }

  /// Whether a match is a verb behind the name of a body: "Sở Y tế được giao …".
  ///
  /// "Sở Xây dựng" and "Phòng Kế hoạch" are names.
  private func endsName(_ match: RuleMatch, _ text: [Token]) -> Bool {
    guard meaning(match) == .issuerEnd, value("form", of: match) != "inside" else { return false }
    let words = text[match.start..<match.end]
    if value("form", of: match) == "title" {
      return words.allSatisfy { $0.shape.contains(.capitalized) }
    }
    return words.allSatisfy { !$0.shape.contains(.capitalized) }
  }

  /// The words of a name up to a verb, or to the next body of one kind: "Sở Nội vụ và Sở Tư pháp".
  private func ownName(_ name: Range<Int>, before verbs: [Int], _ text: [Token]) -> Range<Int> {
    var end = verbs.first { $0 > name.lowerBound + 1 && $0 < name.upperBound } ?? name.upperBound
    let head = text[name.lowerBound].key
    if let next = (name.lowerBound + 1..<end).first(where: {
      text[$0].key == head && text[$0].shape.contains(.capitalized)
    }), next > name.lowerBound + 2 {
      end = next - 1
    }
    return name.lowerBound..<end
  }

  /// Whether a body stands behind another of its kind, with which it acts: "Sở Nội vụ, Sở Tài chính
  /// và Sở Tư pháp thống nhất …".
  private mutating func isListed(_ name: Range<Int>, _ text: [Token]) -> Bool {
    let start = name.lowerBound
    guard start > 2,
      markers.scalar(text[start - 1]) == 0x2C
        || phrases([text[start - 1]]).contains(where: { meaning($0) == .actorJoin })
    else { return false }
    // "Các huyện, thị, thành đoàn xây dựng kế hoạch …", but "…, trường mầm non Sơn Hà đề ra kế hoạch".
    if !text[start].shape.contains(.capitalized) {
      return !text[name].contains { $0.shape.contains(.capitalized) }
    }
    let first =
      text[..<(start - 1)].lastIndex {
        [0x2C, 0x2E, 0x3A, 0x3B].contains(markers.scalar($0))
      }.map { $0 + 1 } ?? 0
    guard start - first < PlanReader.listedWords,
      !bytes[Int(text[first].end)..<Int(text[start].start)].contains(0x0A)
    else { return false }
    return text[first].key == text[start].key
  }

  /// Whether a body stands behind a comma among those who are asked: "Ban Thường vụ Đoàn trường đề nghị
  /// các chi đoàn, Đoàn trường THPT Sơn Hà thông báo …".
  private func isAsked(_ name: Range<Int>, _ matches: [RuleMatch], _ text: [Token]) -> Bool {
    let start = name.lowerBound
    guard start > 2, markers.scalar(text[start - 1]) == 0x2C else { return false }
    let first = max(0, start - PlanReader.askedWords)
    let sentence =
      text[first..<start].lastIndex { [0x2E, 0x3A, 0x3B].contains(markers.scalar($0)) } ?? first
    return matches.contains {
      meaning($0) == .issuerEnd && value("form", of: $0) == "asks" && $0.start > sentence
        && $0.start < start
    }
  }

  /// How many words of a sentence are looked through for who is asked.
  private static let askedWords = 60

  /// Whether an amount stands behind a name and a colon: "- UBND xã Sơn Hà: 465 triệu đồng".
  private func isGivenMoney(_ name: Range<Int>, _ text: [Token]) -> Bool {
    let end = name.upperBound
    return end + 1 < text.count && markers.scalar(text[end]) == 0x3A
      && text[end + 1].kind == .number
      && !bytes[Int(text[name.lowerBound].start)..<Int(text[end].start)].contains(0x0A)
  }

  /// How many words the name of a body in a list has at most.
  private static let listedWords = 10

  /// Whether a word stands among the recipients, none of whom issues the document.
  private func isReceived(_ word: Token) -> Bool {
    plan.recipients.contains { $0.span.start <= Int(word.start) && Int(word.start) < $0.span.end }
  }

  /// Whether a word stands in a row of a table, which tells of those charged.
  private func isInRow(_ word: Token) -> Bool {
    guard let line = lines.first(where: { $0.raw.end > Int(word.start) }) else { return false }
    return line.raw.start <= Int(word.start) && (line.tabs > 1 || line.pipe)
  }

  /// The words of a name up to the end of its cell.
  private func inOneCell(_ name: Range<Int>, _ text: [Token]) -> Range<Int> {
    let cut = name.dropFirst().first { index in
      let gap = bytes[Int(text[index - 1].end)..<Int(text[index].start)]
      return gap.contains(0x09) || gap.count > 3 && gap.allSatisfy { $0 == 0x20 }
    }
    return name.lowerBound..<(cut ?? name.upperBound)
  }

  /// The words of a name up to the unit that was cut out of the same line.
  ///
  /// "UBND xã" / "III. TỔ CHỨC".
  private func inOneUnit(_ name: ArraySlice<Token>) -> ArraySlice<Token> {
    guard isPoured else { return name }
    let cut = name.dropFirst().firstIndex { token in
      lines.contains { $0.cut && $0.content.start == Int(token.start) }
    }
    return name[..<(cut ?? name.endIndex)]
  }

  /// The words of a name up to the end of its line; `nil` when they name nobody.
  private mutating func onOneLine(_ name: ArraySlice<Token>) -> [Token]? {
    var words: [Token] = []
    for token in name {
      if let last = words.last, bytes[Int(last.end)..<Int(token.start)].contains(0x0A) { break }
      words.append(token)
    }
    if words.count == name.count || wrap.isHard { return Array(name) }
    let whole = phrases(words).contains { meaning($0) == .issuer && $0.end == words.count }
    return whole ? words : nil
  }

  /// Whether a word stands in a paragraph that opens like a legal basis.
  private mutating func standsInBasis(_ word: Token) -> Bool {
    guard let line = lines.first(where: { $0.raw.end > Int(word.start) }) else { return false }
    let tokens = tokens(line.content)
    let first = tokens.firstIndex { $0.kind != .mark } ?? 0
    return lineMatch(.preamble, tokens, from: first) != nil
  }

  /// Whether a word stands in the note under a title, which names the document's own issuer.
  private mutating func standsInNote(_ word: Token) -> Bool {
    guard let line = lines.first(where: { $0.raw.end > Int(word.start) }) else { return false }
    return lineMatch(.note, tokens(line.content)) != nil
  }

  /// How many words may stand between the number of a document and the body that issued it.
  private static let numberReach = 14

  /// Whether the body at a token issued another document, whose number stands before it on its
  /// line: "Quyết định số 74/QĐ-UBND ngày … của UBND tỉnh …".
  private mutating func isIssuerOfAnother(_ start: Int, _ text: [Token]) -> Bool {
    guard start > 2, let match = lineMatch(.joiner, [text[start - 1]]),
      value("strong", of: match) == "yes", !standsInNote(text[start])
    else { return false }
    for index in stride(from: start - 3, through: max(0, start - PlanReader.numberReach), by: -1) {
      if bytes[Int(text[index].end)..<Int(text[start].start)].contains(0x0A) { return false }
      let isCode = text[index + 2].shape.contains(.upper) || text[index + 2].kind == .number
      if text[index].kind == .number, text[index + 1].kind == .mark, isCode,
        !text[index + 1].shape.contains(.spaced)
      {
        return true
      }
    }
    return false
  }

  private mutating func issuerName(_ words: [Token]) -> String {
    let capitals = words.count { $0.shape.contains(.upper) } * 2 > words.count
    let name =
      capitals && words.count > 2
      ? written([span(words, 0..<words.count)])
      : casing(words, expansion: grammar.expansion(of: words), keepCase: true)
    // "…, trường mầm non Sơn Hà đề ra kế hoạch"
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// How far into the text the name of an issuer is looked for, in bytes.
  private static let issuerReach = 5_000
}
