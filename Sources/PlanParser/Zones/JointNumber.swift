import PlanModel
import PlanText

/// Joint issuers that only the number tells: "05/KHLT-SVH-STC" under "SỞ VĂN HÓA", "SỞ TÀI CHÍNH".
extension PlanReader {
  /// How many of the last bodies of a head issue together by its symbol; 1 when it does not say.
  ///
  /// Each of its parts behind the kind stands for one of them, and they are of one sort.
  mutating func jointIssuers(of bodies: [HeadBody]) -> Int {
    guard let symbol = plan.header.number.symbol else { return 1 }
    let codes = symbol.split(whereSeparator: { $0 == "-" || $0 == "/" }).dropFirst()
    guard codes.count > 1, codes.count <= bodies.count else { return 1 }
    let names = bodies.suffix(codes.count).map { body in
      body.pieces.flatMap { allTokens($0) }.filter { $0.kind == .syllable }
    }
    // "KHLN" says that they issue together, whatever their sorts.
    guard let first = names.first?.first,
      isJointSymbol() || names.allSatisfy({ $0.first.map { sameWord(text, $0, first) } == true }),
      zip(codes, names).allSatisfy({ stands($0, for: $1) })
    else { return 1 }
    return codes.count
  }

  /// The bodies of a joint head without the superiors of all issuers but the first, which are left to
  /// the page: "BẢO HIỂM XÃ HỘI VIỆT NAM" / "BẢO HIỂM XÃ HỘI TỈNH" / "CỤC THUẾ" / "THUẾ TỈNH" above
  /// "KHPH-BHXH-T" are two pairs, which may stand side by side as well.
  mutating func withoutSuperiors(_ bodies: [HeadBody]) -> [HeadBody] {
    guard bodies.count > 2, isJoint(), let symbol = plan.header.number.symbol else { return bodies }
    let codes = symbol.split(whereSeparator: { $0 == "-" || $0 == "/" }).dropFirst()
    guard codes.count > 1, bodies.count == 2 * codes.count else { return bodies }
    let names = bodies.map { body in
      body.pieces.flatMap { allTokens($0) }.filter { $0.kind == .syllable }
    }
    // On one line stand the superiors of all, or each superior stands above its own.
    let (first, second) = (bodies[0].span.end, bodies[1].span.start)
    let isBeside = first < second && !bytes[first..<second].contains(0x0A)
    let places = (0..<codes.count).map { index in
      isBeside ? (index, index + codes.count) : (2 * index, 2 * index + 1)
    }
    for (code, place) in zip(codes, places)
    where !stands(code, for: names[place.1]) && stands(code, for: names[place.0]) {
      return bodies
    }
    for place in places.dropFirst() { addFurniture(.runningHeader, bodies[place.0].span) }
    return [bodies[0]] + places.map { bodies[$0.1] }
  }

  /// Whether a body is nothing but the name of its class: "ỦY BAN NHÂN DÂN".
  mutating func isUnplaced(_ body: HeadBody) -> Bool {
    let words = body.pieces.flatMap { allTokens($0) }
    return phrases(words).contains {
      meaning($0) == .organisation && $0.start == 0 && $0.end == words.count
    }
  }

  /// Whether a part of a symbol stands for a name: its initials in order, or a word of it.
  private func stands(_ code: Substring, for name: [Token]) -> Bool {
    let letters = code.unicodeScalars.map(\.value)
    guard letters.count > 1 else { return false }
    let word = Array(code.utf8)
    if name.contains(where: { bytes[Int($0.start)..<Int($0.end)].elementsEqual(word) }) {
      return true
    }
    let initials = name.map { Scalars.decode(bytes, at: Int($0.start)).scalar }
    guard letters.count <= initials.count, isInitial(letters[0], initials[0]) else { return false }
    // The symbol leaves small words out: "STTTT" for "SỞ THÔNG TIN VÀ TRUYỀN THÔNG".
    var rest = letters[...]
    for (initial, token) in zip(initials, name) {
      // "UBMTTQ" has the short word of "ỦY BAN MTTQ" whole.
      let word = bytes[Int(token.start)..<Int(token.end)].map(UInt32.init)
      if word.count > 2, rest.starts(with: word) {
        rest = rest.dropFirst(word.count)
      } else if let letter = rest.first, isInitial(letter, initial) {
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty
  }

  /// Whether a letter of a symbol is an initial, the marks of a vowel left out: "UBND" for "ỦY BAN
  /// NHÂN DÂN".
  private func isInitial(_ letter: UInt32, _ initial: UInt32) -> Bool {
    letter == initial
      || initial > 0x7F && initial != 0x110
        && [0x41, 0x45, 0x49, 0x4F, 0x55, 0x59].contains(letter)
  }
}
