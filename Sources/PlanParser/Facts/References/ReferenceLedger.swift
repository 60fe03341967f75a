import PlanModel

/// The documents met so far, one entry for each.
struct ReferenceLedger {
  /// The documents, in the order of their first mention.
  private(set) var references: [Reference] = []
  /// What cannot be right.
  private(set) var conflicts: [Conflict] = []
  /// The figures of each number.
  private(set) var sequences: [String] = []

  private var issuerWords: [[String]] = []
  private var isDamaged: [Bool] = []
  /// What each is about, where it was told first.
  private var topics: [String?] = []
  /// Whether the kind of each is a word for any document.
  private var isGeneric: [Bool] = []
  /// How many marks tie each number's parts: "2358/KHUBND" has lost one.
  private var marks: [Int] = []
  private var places: [String: [Int]] = [:]
  /// The laws, by their names.
  private var laws: [String: [Int]] = [:]
  /// The programmes, by their names, with their years where they were told.
  private var programmes: [String: [(place: Int, years: String?)]] = [:]
  private var aliasKeys: Set<String> = []

  /// How many documents of one name are looked at.
  private static let mostAlike = 64

  /// Enters a citation; gives the place of its document among the references.
  mutating func enter(_ citation: Citation) -> Int {
    let key =
      citation.number.map { "#" + $0.key }
      ?? citation.kind.lowercased() + " "
      + (citation.name ?? citation.subject ?? citation.issuer ?? "").lowercased()
    for place in (places[key] ?? []).prefix(Self.mostAlike)
    where
      (isSameKind(references[place].kind, citation.kind)
      || citation.number != nil && isGeneric[place] != citation.isGeneric)
      && (citation.number != nil
        || mayBeOf(citation.issuerWords, place) && mayBeOfDay(citation, place))
    {
      if isGeneric[place], !citation.isGeneric {
        references[place].kind = citation.kind
        isGeneric[place] = false
      }
      add(citation, to: place)
      return place
    }
    if let place = sameLaw(citation) {
      if let number = citation.number { sequences[place] = number.sequence }
      places[key, default: []].append(place)
      add(citation, to: place)
      return place
    }
    if let place = sameProgramme(citation) {
      places[key, default: []].append(place)
      add(citation, to: place)
      return place
    }
    let place = references.count
    if let programme = citation.programme {
      programmes[programme.name, default: []].append((place, programme.years))
    }
    references.append(
      Reference(
        kind: citation.kind, number: citation.number?.text, date: citation.date,
        issuer: citation.issuer, subject: citation.subject,
        relation: citation.isBasis ? .basis : .mention, mentions: [citation.mention],
        node: citation.mention.node, span: citation.mention.span, rule: citation.rule))
    sequences.append(citation.number?.sequence ?? "")
    issuerWords.append(citation.issuerWords)
    topics.append(citation.topic)
    isGeneric.append(citation.isGeneric)
    isDamaged.append(citation.number?.isDamaged ?? false)
    marks.append(citation.number?.marks ?? 0)
    places[key, default: []].append(place)
    if let name = Self.lawName(citation) { laws[name, default: []].append(place) }
    return place
  }

  /// Whether a body may have issued a document: two that have no number and two issuers are two.
  private func mayBeOf(_ issuer: [String], _ place: Int) -> Bool {
    issuer.isEmpty || issuerWords[place].isEmpty || Self.agree(issuerWords[place], issuer)
  }

  /// Whether a document may be of the day of another: two of which nothing but the issuer is told,
  /// and two days, are two.
  private func mayBeOfDay(_ citation: Citation, _ place: Int) -> Bool {
    guard citation.name == nil, citation.subject == nil, let own = citation.date,
      let other = references[place].date
    else { return true }
    return own == other
  }

  /// The law that is cited by its name alone and with its number: one document, unless they have
  /// two dates.
  private func sameLaw(_ citation: Citation) -> Int? {
    guard let name = Self.lawName(citation) else { return nil }
    return laws[name]?.prefix(8).first { place in
      guard (references[place].number == nil) != (citation.number == nil) else { return false }
      guard let known = references[place].date, let date = citation.date else { return true }
      return known.hasPrefix(date) || date.hasPrefix(known)
    }
  }

  /// The programme that is cited with its years and without them: one document.
  private mutating func sameProgramme(_ citation: Citation) -> Int? {
    guard let programme = citation.programme,
      let known = programmes[programme.name]?.firstIndex(where: {
        $0.years == nil || programme.years == nil
      }), let place = programmes[programme.name]?[known].place
    else { return nil }
    if let years = programme.years {
      programmes[programme.name]?[known].years = years
      references[place].subject = citation.subject
    }
    return place
  }

  private static func lawName(_ citation: Citation) -> String? {
    guard citation.isLaw, let subject = citation.subject else { return nil }
    return citation.kind.lowercased() + " " + subject.lowercased()
  }

  /// Adds a mention by another name.
  mutating func mention(_ place: Int, _ mention: Mention, alias: String?) {
    references[place].mentions.append(mention)
    if let alias { add(alias: alias, to: place) }
  }

  /// Adds another name of a document.
  mutating func add(alias: String, to place: Int) {
    guard alias != references[place].number, aliasKeys.insert("\(place) \(alias)").inserted else {
      return
    }
    references[place].aliases.append(alias)
  }

  /// The date of a document.
  func date(of place: Int?) -> String? { place.flatMap { references[$0].date } }

  /// Who issued a document, as far as known.
  func issuer(of place: Int) -> (name: String, words: [String])? {
    references[place].issuer.map { ($0, issuerWords[place]) }
  }

  /// Whether a document has the symbol of a number behind its figures: "NĐ-CP".
  func hasSymbol(of number: DocumentNumber, at place: Int) -> Bool {
    let symbol = number.text.split(separator: "/").last
    return symbol != nil && references[place].number?.split(separator: "/").last == symbol
  }

  /// Gives a document the date that a later one of the same list states for both.
  mutating func share(date: String?, with place: Int) {
    references[place].date = references[place].date ?? date
  }

  /// Gives a document the subject that a later one of the same list states for both.
  mutating func share(subject: String?, with place: Int) {
    references[place].subject = references[place].subject ?? subject
  }

  /// Gives a document the issuer that a later one of the same list states for both.
  mutating func share(_ issuer: String, _ words: [String], with place: Int) {
    guard references[place].issuer == nil else { return }
    references[place].issuer = issuer
    issuerWords[place] = words
  }

  /// Joins what is one document and puts the mentions in the order of the text.
  mutating func finish() {
    var gone: Set<Int> = []
    joinNamed(&gone)
    joinShortened(&gone)
    remove(gone)
    for place in references.indices where references[place].mentions.count > 1 {
      references[place].mentions.sort { $0.span.start < $1.span.start }
    }
  }

  /// Joins numbers that lost a part with the one number that has it: "06/TU" is "06-NQ/TU" and
  /// "2358/KH-" at the end of a line is "2358/KH-UBND", when no other resolution or plan here has
  /// their figures.
  private mutating func joinShortened(_ gone: inout Set<Int>) {
    var groups: [String: [Int]] = [:]
    for (place, reference) in references.enumerated() where !sequences[place].isEmpty {
      groups[reference.kind.lowercased() + " " + sequences[place], default: []].append(place)
    }
    for group in groups.values where group.count == 2 {
      let numbers = group.map { references[$0].number ?? "" }
      let (short, long) = numbers[0].utf8.count < numbers[1].utf8.count ? (0, 1) : (1, 0)
      guard DocumentNumber.isShortened(numbers[short], of: numbers[long]) else { continue }
      join(group[short], with: group[long], &gone)
    }
  }

  /// Makes one document of two; it stands where the first of them is mentioned.
  private mutating func join(_ place: Int, with other: Int, _ gone: inout Set<Int>) {
    absorb(place, into: other)
    if place < other {
      references.swapAt(place, other)
      sequences.swapAt(place, other)
      for index in conflicts.indices where conflicts[index].reference == other {
        conflicts[index].reference = place
      }
    }
    gone.insert(max(place, other))
  }

  /// Takes those away that were joined with others.
  private mutating func remove(_ gone: Set<Int>) {
    if gone.isEmpty { return }
    let left = references.indices.filter { !gone.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: zip(left, left.indices))
    for index in conflicts.indices {
      conflicts[index].reference = places[conflicts[index].reference] ?? 0
    }
    references = left.map { references[$0] }
  }

  /// Joins what is named without a number with the one document of its kind that has a number and is
  /// about the same: "Đề án nước sạch nông thôn" is "Đề án số 16-ĐA/TU về nước sạch nông thôn".
  private mutating func joinNamed(_ gone: inout Set<Int>) {
    var numbered: [String: [Int]] = [:]
    for (place, topic) in topics.enumerated() where references[place].number != nil {
      guard let topic else { continue }
      numbered[references[place].kind.lowercased() + " " + topic, default: []].append(place)
    }
    if numbered.isEmpty { return }
    for (place, topic) in topics.enumerated() where references[place].number == nil {
      guard let topic, case let key = references[place].kind.lowercased() + " " + topic,
        let same = numbered[key], same.count == 1, mayBeOf(issuerWords[place], same[0])
      else { continue }
      join(place, with: same[0], &gone)
      if place < same[0] {
        numbered[key] = [place]
        issuerWords.swapAt(place, same[0])
      }
    }
  }

  /// Adds what is known of one document to another.
  private mutating func absorb(_ place: Int, into other: Int) {
    let part = references[place]
    references[other].mentions += part.mentions
    references[other].date = references[other].date ?? part.date
    references[other].issuer = references[other].issuer ?? part.issuer
    references[other].subject = references[other].subject ?? part.subject
    if part.relation == .basis { references[other].relation = .basis }
    for alias in [part.number].compactMap({ $0 }) + part.aliases { add(alias: alias, to: other) }
    if part.span.start < references[other].span.start {
      references[other].node = part.node
      references[other].span = part.span
      references[other].rule = part.rule
    }
  }

  private mutating func add(_ citation: Citation, to place: Int) {
    references[place].mentions.append(citation.mention)
    topics[place] = topics[place] ?? citation.topic
    if citation.isBasis { references[place].relation = .basis }
    if let number = citation.number {
      if number.marks > marks[place] || (isDamaged[place] && !number.isDamaged) {
        let printed = references[place].number
        references[place].number = number.text
        references[place].aliases.removeAll { $0 == number.text }
        if let printed { add(alias: printed, to: place) }
        isDamaged[place] = number.isDamaged
        marks[place] = number.marks
      } else if let printed = references[place].number, number.marks == marks[place],
        Self.isShouted(printed), printed == number.text.uppercased(), printed != number.text
      {
        // "34/2014/QĐ-TTG" of a title in capitals.
        references[place].number = number.text
        references[place].aliases.removeAll { $0 == number.text }
        add(alias: printed, to: place)
      } else {
        add(alias: number.text, to: place)
      }
    }
    if let date = citation.date {
      let known = references[place].date
      if let known, !known.hasPrefix(date), !date.hasPrefix(known) {
        conflicts.append(
          Conflict(
            reference: place, values: (known, date), isDate: true, mention: citation.mention))
      }
      references[place].date = known ?? date
    }
    if let issuer = citation.issuer {
      let known = references[place].issuer
      if let known, !ReferenceLedger.agree(issuerWords[place], citation.issuerWords) {
        conflicts.append(
          Conflict(
            reference: place, values: (known, issuer), isDate: false, mention: citation.mention))
      }
      if known == nil { issuerWords[place] = citation.issuerWords }
      references[place].issuer = Self.calmer(known, issuer)
    }
    references[place].subject = Self.calmer(references[place].subject, citation.subject)
  }

  /// The first of two texts, unless it is all in capitals and the other is not.
  private static func calmer(_ first: String?, _ second: String?) -> String? {
    guard let first else { return second }
    guard let second, isShouted(first), !isShouted(second) else { return first }
    return second
  }

  /// Whether a text has no small letter.
  private static func isShouted(_ text: String) -> Bool { text == text.uppercased() }

  /// "Chương trình" and "Chương trình hành động" with one number are one document.
  private func isSameKind(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.lowercased(), other.lowercased())
    return one == other || one.hasPrefix(other + " ") || other.hasPrefix(one + " ")
  }

  /// Whether one issuer may be the other told in short: "UBND tỉnh", "UBND tỉnh Sơn Hà".
  static func agree(_ one: [String], _ other: [String]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    if long.starts(with: short) { return true }
    // "Thủ tướng Chínhphủ" has lost a blank.
    let letters = short.joined()
    var start = ""
    for word in long where start.utf8.count < letters.utf8.count { start += word }
    return start == letters || leavesUnitOut(short, long)
  }

  /// Whether one name leaves out the word or two before the place with which both end: "Sở Y tế Sơn
  /// Hà", "Sở Y tế tỉnh Sơn Hà".
  private static func leavesUnitOut(_ short: [String], _ long: [String]) -> Bool {
    guard (1...2).contains(long.count - short.count) else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    let rest = short[same...]
    return same > 1 && rest.count > 1 && long.suffix(rest.count) == rest
  }
}
