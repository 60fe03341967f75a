import PlanModel
import PlanText

/// The number and symbol of a document (số, ký hiệu), as a text names it.
struct DocumentNumber {
  /// Its tokens.
  var range: Range<Int>
  /// As printed, without the spaces inside, but for one that parts the figures from the code.
  var text: String
  /// What all spellings of one number share: its letters and digits in capitals.
  var key: String
  /// The figures before the first letter or mark, without leading zeros.
  var sequence: String
  /// Whether letters follow the figures.
  var hasSymbol: Bool
  /// Whether spaces stand inside or the mark after the figures is lost.
  var isDamaged: Bool
  /// Whether it is that of a technical standard: "TCVN 9211:2012".
  var isStandard = false

  /// How many marks tie its parts.
  var marks: Int {
    text.utf8.count { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == 0xE2 }
  }

  /// What stands behind the last mark: "TTg" of "10/CT-TTg".
  var issuerCode: String {
    text.split { !$0.isLetter && !$0.isNumber }.last.map { DocumentNumber.key(String($0)) } ?? ""
  }

  /// The letters and digits of a spelling in capitals.
  ///
  /// Đ, the Icelandic Ð and D are one, for recognition takes one for another. Zeros before the
  /// first figure say nothing.
  static func key(_ text: String) -> String {
    var key = ""
    for scalar in mended(text).uppercased().unicodeScalars {
      switch scalar.value {
      case 0x110, 0xD0: key.append("D")
      case 0x30 where key.isEmpty: continue
      case 0x30...0x39, 0x41...0x5A: key.unicodeScalars.append(scalar)
      // Dashes of other lengths, and the hyphens that hold words together or part them.
      case 0xAD, 0x2010...0x2015, 0x2212: continue
      case 0x80...: key.unicodeScalars.append(scalar)
      default: continue
      }
    }
    return key
  }

  /// A spelling with one "Đ" where recognition gives one letter as two of those that look like it:
  /// "63-KH/ĐÐU" of "63-KH/ĐU"; and with both letters of an issuer that lost one: "86/QĐ-Tg".
  static func mended(_ text: String) -> String {
    if text.hasSuffix("-Tg") { return mended(String(text.dropLast(2))) + "TTg" }
    guard text.unicodeScalars.contains("\u{D0}") else { return text }
    var mended = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isTwin =
        scalar == "\u{D0}" && mended.last == "\u{110}"
        || scalar == "\u{110}" && mended.last == "\u{D0}"
      if isTwin { mended.removeLast() }
      mended.append(isTwin ? "\u{110}" : scalar)
    }
    return String(mended)
  }

  /// Whether a number is a longer one that lost its code or its end: "06/TU" of "06-NQ/TU",
  /// "2358/KH-" of "2358/KH-UBND", but not "12/QĐ-UBND" of "12/2024/QĐ-UBND".
  static func isShortened(_ short: String, of long: String) -> Bool {
    let (few, many) = (parts(short), parts(long))
    guard few.count > 1, few.count + 1 == many.count else { return false }
    if many.starts(with: few) { return true }
    guard let first = many.indices.first(where: { $0 >= few.count || many[$0] != few[$0] }) else {
      return false
    }
    let code = many[first]
    return first > 0 && code.utf8.allSatisfy { $0 > 0x39 } && many[(first + 1)...] == few[first...]
  }

  /// The parts of a number between its marks, in capitals.
  private static func parts(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { DocumentNumber.key(String($0)) }
  }
}

extension PlanReader {
  /// How many tokens a number may have.
  private static let longestNumber = 24

  /// The number that begins at a token; `nil` when none does.
  ///
  /// Damaged forms are read too: "106/KH- UBND", "395 /KH-STTTT", "60KH/ĐU", a number that a line
  /// cuts after its dash.
  func documentNumber(_ tokens: [Token], at start: Int) -> DocumentNumber? {
    guard start < tokens.count else { return nil }
    if let standard = standardNumber(tokens, at: start) { return standard }
    let first = tokens[start]
    // "YBB-SA032/26-LR" begins with letters.
    guard first.kind == .number || (first.kind == .syllable && first.shape.contains(.upper)) else {
      return nil
    }
    let limit = min(tokens.count, start + PlanReader.longestNumber)
    var end = start + 1
    var hasDigits = first.kind == .number
    var hasLetters = !hasDigits
    var marks = 0
    var isDamaged = false
    var place = start + 1
    scan: while place < limit {
      let token = tokens[place]
      let isSpaced = token.shape.contains(.spaced)
      let afterMark = place > end
      switch token.kind {
      case .number:
        if isSpaced, !(afterMark && isTied(tokens, place + 1)) { break scan }
        hasDigits = true
      case .syllable:
        if isSpaced, isSpacedCode(tokens, place, of: start) {
          hasLetters = true
          place += 1
          end = place
          continue scan
        }
        if isSpaced, !afterMark, losesTie(tokens, place) || partsCode(tokens, place, of: start) {
          isDamaged = true
          place += 1
          end = place
          break scan
        }
        // "33/QĐ- TTg" goes on as "106/KH- UBND" does.
        if isSpaced, !(afterMark && isIssuerCode(token)) { break scan }
        if !afterMark {
          if isSuffix(tokens, place, of: start) {
            place += 1
            end = place
            continue scan
          }
          guard token.shape.contains(.capitalized) else { break scan }
          if !hasLetters { isDamaged = true }
        }
        hasLetters = true
      case .mark:
        guard !afterMark, let tie = tie(tokens, place, hasLetters: hasLetters) else { break scan }
        if tie { marks += 1 }
        isDamaged = isDamaged || isSpaced
        place += 1
        continue scan
      }
      isDamaged = isDamaged || isSpaced
      place += 1
      end = place
    }
    guard hasDigits, first.kind == .number || marks > 0 else { return nil }
    if hasLetters, marks == 0, end - start > 2 { return nil }
    return number(tokens, start..<end, hasSymbol: hasLetters, isDamaged: isDamaged)
  }

  /// "298 KH/TWĐTN": a blank where the mark before the code of a kind should stand.
  private func isSpacedCode(_ tokens: [Token], _ place: Int, of start: Int) -> Bool {
    place == start + 1 && tokens[start].kind == .number && isTied(tokens, place + 1)
      && place + 2 < tokens.count && tokens[place + 2].shape.contains(.capitalized)
      && !tokens[place + 2].shape.contains(.spaced)
      && grammar.value(list: "document-codes", tokens, from: place, to: place + 1) != nil
  }

  /// "6858/QĐ BYT ngày …": a blank where the mark between the code of a kind and the issuer should
  /// stand; "12/QĐ UBND tỉnh" goes on with its sentence.
  private func losesTie(_ tokens: [Token], _ place: Int) -> Bool {
    let token = tokens[place]
    guard isIssuerCode(token), !token.shape.contains(.single), isCode(tokens, before: place)
    else { return false }
    guard place + 1 < tokens.count else { return true }
    if tokens[place + 1].kind == .mark {
      return !isTied(tokens, place + 1) || endsName(place + 1, tokens)
    }
    return grammar.list("behind-numbers").map {
      grammar.entry(in: $0, tokens, at: place + 1) != nil
    } ?? false
  }

  /// Whether a mark ends what stands before it: a comma, a semicolon, a bracket or a full stop.
  func endsName(_ place: Int, _ tokens: [Token]) -> Bool {
    [0x2C, 0x3B, 0x29, 0x2E].contains(markers.scalar(tokens[place]))
  }

  /// "30c/NQ-CP": a small letter that tells one of several documents with one number.
  private func isSuffix(_ tokens: [Token], _ place: Int, of start: Int) -> Bool {
    place == start + 1 && tokens[start].kind == .number && tokens[place].shape.contains(.single)
      && !tokens[place].shape.contains(.capitalized) && isTied(tokens, place + 1)
      && markers.scalar(tokens[place + 1]) == 0x2F
  }

  /// Whether a token is a mark that stands right after the one before it.
  func isTied(_ tokens: [Token], _ place: Int) -> Bool {
    place < tokens.count && tokens[place].kind == .mark
      && !tokens[place].shape.contains(.spaced)
  }

  /// Whether a mark may stand inside a number: true for one that ties its parts, false for a dot
  /// or an ampersand, `nil` when the number ends before it.
  private func tie(_ tokens: [Token], _ place: Int, hasLetters: Bool) -> Bool? {
    guard place + 1 < tokens.count else { return nil }
    let token = tokens[place]
    let next = tokens[place + 1]
    let isSpaced = token.shape.contains(.spaced)
    let byte = bytes[Int(token.start)]
    if isMark(token, 0x2F) || isDash(token) {
      // "395 /KH-STTTT", "12 - ĐA/TU", "31/BC - UBND", but "57-NQ/TW - một" ends before the dash.
      if isSpaced,
        !isIssuerCode(next)
          || hasLetters && !isCode(tokens, before: place) && !partsOfficeFromUnit(place, tokens)
            && !partsIssuers(place, tokens)
      {
        return nil
      }
      return true
    }
    if !isSpaced, hasLetters, joinsOffices(place, tokens) { return false }
    guard !isSpaced, !next.shape.contains(.spaced) else { return nil }
    if byte == UInt8(ascii: "&") { return hasLetters ? false : nil }
    // "12/KH_UBND"
    if byte == UInt8(ascii: "_") {
      return isIssuerCode(next) && isCode(tokens, before: place) ? true : nil
    }
    if byte == UInt8(ascii: ".") {
      let isInside =
        hasLetters
        ? next.shape.contains(.upper) || isCode(tokens, before: place) && opensInCapitals(next)
        : next.kind == .number
      return isInside ? false : nil
    }
    return nil
  }

  /// Whether a dash behind a blank ties the code of an office to that of who wrote there: "14/UBND -VX
  /// ngày …", but not "14/UBND - UBND tỉnh đề nghị".
  private func partsOfficeFromUnit(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place > 2, tokens[place - 3].kind == .number, isMark(tokens[place - 2], 0x2F),
      isIssuerCode(tokens[place - 1]), !tokens[place + 1].shape.contains(.single)
    else { return false }
    guard place + 2 < tokens.count else { return true }
    return endsName(place + 2, tokens)
      || grammar.list("behind-numbers").map {
        grammar.entry(in: $0, tokens, at: place + 2) != nil
      } == true
  }

  /// Whether a comma or a plus joins the codes of two offices that wrote together: "12/SGDĐT-GDTrH,GDTX",
  /// with a blank where the date or the issuer follows.
  private func joinsOffices(_ place: Int, _ tokens: [Token]) -> Bool {
    guard isMark(tokens[place], 0x2C) || isMark(tokens[place], 0x2B), place > 3,
      isDash(tokens[place - 2]), isIssuerCode(tokens[place - 1]), isIssuerCode(tokens[place + 1]),
      place + 2 < tokens.count
    else { return false }
    if tokens[place + 2].kind == .mark, !tokens[place + 2].shape.contains(.spaced) {
      return endsName(place + 2, tokens) && !tokens[place + 1].shape.contains(.spaced)
    }
    return grammar.list("behind-numbers").map {
      grammar.entry(in: $0, tokens, at: place + 2) != nil
    } ?? false
  }

  /// Whether a word may be the code of an issuer: "UBND", "TTg".
  func isIssuerCode(_ token: Token) -> Bool {
    token.shape.contains(.upper) || opensInCapitals(token)
  }

  /// Whether the first two letters of a word are capitals: "TTg", but not "Trong".
  private func opensInCapitals(_ token: Token) -> Bool {
    token.kind == .syllable
      && bytes[Int(token.start)..<Int(token.end)].prefix(2)
        .count(where: { (0x41...0x5A).contains($0) }) == 2
  }

  /// Whether the code of a kind ends before a token, behind which the issuer is still to come.
  func isCode(_ tokens: [Token], before place: Int) -> Bool {
    guard place > 1, tokens[place - 2].kind == .mark,
      isMark(tokens[place - 2], 0x2F)
    else { return false }
    return grammar.value(list: "document-codes", tokens, from: place - 1, to: place) != nil
  }

  /// Whether a number of the Party has the form of the state's: "05/CT-TU", which is "05-CT/TU".
  private func isPartyNumberOfState(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    guard range.count == 5, isMark(tokens[range.lowerBound + 1], 0x2F),
      isCode(tokens, before: range.lowerBound + 3)
    else { return false }
    return grammar.value(
      list: "party-codes", tokens, from: range.lowerBound + 4, to: range.upperBound) != nil
  }

  private func number(
    _ tokens: [Token], _ range: Range<Int>, hasSymbol: Bool, isDamaged: Bool
  ) -> DocumentNumber {
    var text = ""
    var isDamaged = isDamaged
    for (place, token) in zip(range, tokens[range]) {
      if place == range.lowerBound + 1, token.kind == .syllable, token.shape.contains(.spaced) {
        text += " "  // "298 KH/TWĐTN"
      } else if place > range.lowerBound, token.kind == .syllable, token.shape.contains(.spaced),
        tokens[place - 1].kind == .syllable, isCode(tokens, before: place)
      {
        text += "-"  // "6858/QĐ BYT"
      }
      if isDash(token) && bytes[Int(token.start)] != UInt8(ascii: "-") || isMark(token, 0x5F) {
        // "12/2025/NĐ–CP" is "12/2025/NĐ-CP", and "12/KH_UBND" is "12/KH-UBND".
        text += "-"
        isDamaged = true
      } else if isMark(token, 0x2F), token.end - token.start > 1 {
        text += "/"
        isDamaged = true
      } else {
        text += raw(ByteSpan(Int(token.start), Int(token.end)))
      }
    }
    let mended = DocumentNumber.mended(text)
    isDamaged =
      isDamaged || mended != text
      || isPartyNumberOfState(tokens, range)
      || tokens[range].contains { misreadDigits.word(at: Int($0.start)) != nil }
    let sequence =
      tokens[range.lowerBound].kind == .number
      ? raw(
        ByteSpan(
          Int(tokens[range.lowerBound].start), Int(tokens[range.lowerBound].end))) : ""
    return DocumentNumber(
      range: range, text: mended, key: DocumentNumber.key(text),
      sequence: String(sequence.drop { $0 == "0" }), hasSymbol: hasSymbol, isDamaged: isDamaged)
  }
}
