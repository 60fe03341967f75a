import PlanModel
import PlanText

/// Who issued a document, as a text names it.
extension PlanReader {
  /// How many tokens a name may have.
  private static let longestIssuer = 28

  /// The name of the body behind "của", past the meeting at which it resolved; the meeting itself
  /// where its term stands behind it, or no body.
  ///
  /// "của Hội nghị lần thứ năm, Ban Chấp hành Trung ương", "của Hội nghị Trung ương lần thứ sáu khóa
  /// XIII"
  func issuingBody(
    behind word: RuleMatch, _ tokens: [Token], _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let meeting = parts.match(.meeting, at: word.end) else {
      return issuerName(tokens, from: behindJointWord(word.end, tokens), parts)
    }
    let plenum = parts.match(.plenum, at: word.end).map { $0.start..<$0.end }
    if let plenum, plenum.upperBound > meeting.end { return plenum }
    return issuerName(tokens, from: meeting.end, parts) ?? plenum
  }

  /// The name of a body that begins at a token, up to where the name ends.
  ///
  /// Names mix capitals and small letters ("Bộ Nông nghiệp và Phát triển nông thôn quy định"): the
  /// lists of the grammar tell which small words belong to the capital before them.
  func issuerName(_ tokens: [Token], from start: Int, _ parts: DocumentParts) -> Range<Int>? {
    if let plenum = parts.match(.plenum, at: start) { return plenum.start..<plenum.end }
    guard start < tokens.count, parts.kind(at: start) == nil,
      let words = grammar.list("issuer-words"), let units = grammar.list("issuer-units")
    else { return nil }
    guard tokens[start].shape.contains(.capitalized) || isHead(tokens, start) else {
      return smallIssuer(tokens, from: start, parts)
    }
    let names = grammar.list("names")
    let heads = grammar.list("name-heads")
    let managers = grammar.list("issuer-managers")
    let defences = grammar.list("issuer-defences")
    let limit = min(tokens.count, start + PlanReader.longestIssuer)
    var place = start
    /// Whether the capitals behind are the name of a place, of which each word has one.
    var isPlace = false
    /// Whether a word before names a body for what it does.
    var isField = false
    /// Whether a word of the name says that it goes on with what the body was set up for.
    var holdsGoal = false
    /// Whether a capital before, which no list knows, has small syllables behind it.
    var isHalf = false
    /// How many capitals stand before that no list knows.
    var unknown = 0
    while place < limit {
      let token = tokens[place]
      if let end = term(tokens, at: place, units), place > start {
        place = end
        continue
      }
      if let next = abbreviation(tokens, at: place, words, parts), place > start {
        place = next
        continue
      }
      if place > start, isWithinWord(place, tokens) {
        place += 2
        continue
      }
      if place > start, let end = behindBodyNumber(place, tokens, parts) {
        place = end
        continue
      }
      // "Ban vận động Quỹ “Vì trẻ thơ” huyện"
      if holdsGoal, let quoted = quotedName(place, tokens) {
        place = quoted.upperBound + 1
        continue
      }
      if place > start, isCodeNumber(place, tokens) {
        place += 1
        continue
      }
      if place > start, !isPlace,
        let end = fieldEnd(at: place, from: start, isHalf: isHalf, tokens, parts)
      {
        place = end
        isHalf = false
        continue
      }
      if place > start, !isPlace,
        let end = restOfName(place, from: start, isHalf: isHalf, tokens, parts)
      {
        place = end
        isHalf = false
        continue
      }
      isHalf = false
      if token.kind == .mark || parts.match(.and, at: place) != nil {
        guard place > start, continues(tokens, after: place, words, parts) else { break }
        place += 1
        unknown = 0
        continue
      }
      guard token.kind == .syllable else { break }
      if token.shape.contains(.capitalized) || place == start {
        // "Ủy ban nhân dân tỉnh Ban hành Quy chế": the subject begins with a capital.
        if place > start, let word = parts.match(.subject, at: place), word.end - word.start > 1 {
          break
        }
        let known = longestEntry(
          in: [words, names, heads, units, managers, defences], tokens, at: place)
        if known == nil, place > start, ends(token, at: place, parts) { break }
        if place > start, let end = groupEnd(place, tokens, parts, known: known) {
          place = end
          continue
        }
        let head = place
        place = known ?? place + 1
        if known == nil, !isPlace {
          place = wordEnd(place, tokens, parts, isField: isField)
          isHalf = head > start && unknown == 0 && place == head + 1
          unknown += head > start ? 1 : 0
        } else if known != nil {
          unknown = 0
          isField = entryEnd(in: grammar.list("issuer-fields"), tokens, at: head) == place
          let isGoal = entryEnd(in: grammar.list("issuer-goals"), tokens, at: head) == place
          holdsGoal = holdsGoal || isGoal
          if isField {
            place =
              goalEnd(place, tokens, words, parts, toSubject: isGoal)
              ?? deedEnd(place, tokens, parts, isGoal: isGoal) ?? place
          }
          if place < limit, entryEnd(in: managers, tokens, at: head) == place {
            place = wordEnd(place, tokens, parts, isField: true)
            isField = true
          }
        }
      } else if let unit = grammar.entry(in: units, tokens, at: place) {
        guard place > start else { return nil }
        place = unit.end
        isPlace = true
      } else if place > start, let end = groupEnd(place, tokens, parts) {
        place = end
      } else if holdsGoal, let end = goalEnd(place, tokens, words, parts, toSubject: true) {
        place = end
      } else {
        break
      }
    }
    return place > start ? start..<behindOrdinal(place, tokens, parts) : nil
  }

  /// Where the longest entry of some lists ends that begins at a token.
  private func longestEntry(
    in lists: [Grammar.List?], _ tokens: [Token], at place: Int
  ) -> Int? {
    var known: Int?
    for list in lists {
      guard let end = entryEnd(in: list, tokens, at: place) else { continue }
      known = max(known ?? end, end)
    }
    return known
  }

  /// Where the entry of a list ends that begins at a token.
  private func entryEnd(in list: Grammar.List?, _ tokens: [Token], at place: Int) -> Int? {
    guard let list else { return nil }
    return grammar.entry(in: list, tokens, at: place)?.end
  }

  /// Whether a mark stands within the name of a place: "huyện Ea H’leo".
  private func isWithinWord(_ place: Int, _ tokens: [Token]) -> Bool {
    isTied(tokens, place) && isApostrophe(tokens[place]) && place + 1 < tokens.count
      && tokens[place + 1].kind == .syllable && !tokens[place + 1].shape.contains(.spaced)
  }

  /// The place behind the number of one of several bodies: "Chi nhánh Văn phòng Đăng ký đất đai số
  /// 3", but not "Ủy ban nhân dân tỉnh số 12/KH-UBND".
  private func behindOrdinal(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Int {
    guard let end = parts.match(.number, at: place)?.end, end < tokens.count,
      tokens[end].kind == .number, tokens[end].end - tokens[end].start < 3
    else { return place }
    let isTied =
      end + 1 < tokens.count && tokens[end + 1].kind == .mark
      && (isDash(tokens[end + 1]) || isMark(tokens[end + 1], 0x2F))
    return isTied ? place : end + 1
  }

  /// The end of a word that begins with a capital and goes on in small syllables: one, as in "Thi
  /// đua - Khen thưởng", or more in the name of a body named for what it does.
  ///
  /// The name must go on or end behind them; else they are the next words of the sentence.
  private func wordEnd(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts, isField: Bool
  ) -> Int {
    guard !tokens[place - 1].shape.contains(.upper) else { return place }
    let limit = min(tokens.count, place + (isField ? 8 : 1))
    var end = place
    while end < limit, tokens[end].kind == .syllable, !tokens[end].shape.contains(.capitalized),
      !isStop(end, parts), parts.match(.and, at: end) == nil,
      parts.match(.issuer, at: end) == nil, parts.kind(at: end) == nil, !isUnit(tokens, end),
      parts.match(.number, at: end) == nil
    {
      end += 1
    }
    guard end > place, end < tokens.count else { return end }
    if tokens[end].kind == .syllable, tokens[end].shape.contains(.capitalized) { return end }
    let ends =
      tokens[end].kind == .mark || parts.match(.and, at: end) != nil || isStop(end, parts)
      // "Hội Phụ nữ xã"
      || isUnit(tokens, end) && (isField || end == place + 1)
      // "Ban Quản lý dự án Rừng phòng hộ số 2"
      || isField && behindBodyNumber(end, tokens, parts) != nil
    return ends ? end : place
  }

  /// Whether a word for a unit of administration stands at a token.
  func isUnit(_ tokens: [Token], _ place: Int) -> Bool {
    grammar.list("issuer-units").map { grammar.entry(in: $0, tokens, at: place) != nil } ?? false
  }

  /// Whether a small word begins a name: "của sở Tài chính", "của trường THCS Nà Khoai".
  private func isHead(_ tokens: [Token], _ place: Int) -> Bool {
    guard place + 1 < tokens.count, tokens[place + 1].shape.contains(.capitalized) else {
      return false
    }
    return grammar.list("issuer-heads").map {
      grammar.entry(in: $0, tokens, at: place)?.end == place + 1
    } ?? false
  }

  /// The place behind "(khóa XIV)".
  private func term(_ tokens: [Token], at place: Int, _ units: Grammar.List) -> Int? {
    guard place + 3 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "("),
      grammar.entry(in: units, tokens, at: place + 1) != nil,
      tokens[place + 2].shape.contains(.upper),
      bytes[Int(tokens[place + 3].start)] == UInt8(ascii: ")")
    else { return nil }
    return place + 4
  }

  /// Whether a name has ended before a word in capitals: a title goes on with what the document
  /// is about, a quoted subject begins with one ("Chính phủ Quy định chức năng").
  private func ends(_ token: Token, at place: Int, _ parts: DocumentParts) -> Bool {
    if token.shape.contains(.upper) { return isStop(place, parts) || parts.kind(at: place) != nil }
    return parts.match(.subject, at: place) != nil || parts.match(.about, at: place) != nil
  }

  /// Whether a name goes on behind "và" or a dash: "Bộ Thông tin và Truyền thông", but not
  /// "Chính phủ và Nghị quyết", nor with a second body.
  private func continues(
    _ tokens: [Token], after place: Int, _ words: Grammar.List, _ parts: DocumentParts
  ) -> Bool {
    guard place + 1 < tokens.count, tokens[place + 1].shape.contains(.capitalized),
      parts.kind(at: place + 1) == nil, parts.match(.law, at: place + 1) == nil,
      !isStop(place + 1, parts)
    else { return false }
    let token = tokens[place]
    if isDash(token) {
      // "Bộ Tài chính-Bộ Tư pháp"; " - " before a place name is not part of a name.
      return true
    }
    if token.kind == .mark { return bytes[Int(token.start)] == UInt8(ascii: "&") }
    guard let heads = grammar.list("issuer-heads") else { return true }
    return grammar.entry(in: heads, tokens, at: place + 1) == nil
      || isDefence(at: place + 1, tokens)
  }

  /// Whether a word stands at a token after which a name has ended.
  func isStop(_ place: Int, _ parts: DocumentParts) -> Bool {
    parts.match(.about, at: place) != nil || parts.match(.subject, at: place) != nil
      || parts.match(.stop, at: place) != nil
  }

  /// The words that say who issued, without what differs between two names of one body: "Ban
  /// Thường vụ Tỉnh ủy" and "Ban Chấp hành Đảng bộ tỉnh" are the same committee.
  func issuerWords(_ tokens: [Token], _ range: Range<Int>) -> [String] {
    guard let forms = grammar.list("issuer-forms") else { return [] }
    var words: [String] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let form = grammar.entry(in: forms, tokens, at: place), form.end <= range.upperBound {
        for word in form.value.split(separator: " ") where word != "-" {
          words.append(word.lowercased())
        }
        place = form.end
        continue
      }
      if tokens[place].kind != .mark {
        words.append(
          raw(ByteSpan(Int(tokens[place].start), Int(tokens[place].end))).lowercased())
      }
      place += 1
    }
    return words
  }
}
