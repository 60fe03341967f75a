/// The matches of a leaf that tell of documents, each sort in the order of the tokens.
struct DocumentParts {
  /// What a match tells; the raw values are those of `part` in the grammar.
  enum Part: String, CaseIterable, Sendable {
    case about
    case amending
    case and
    case approving
    case aside
    case asked
    case between
    case by
    case damagedDay = "damaged-day"
    case day
    case enacted
    case enclosed
    case hour
    case issued
    case issuedAt = "issued-at"
    case issuer
    case law
    case meeting
    case misreadNumber = "misread-number"
    case number
    case opening
    case passed
    case phase
    case plenum
    case revised
    case revising
    case sameDay = "same-day"
    case session
    case short
    case smallLaw = "small-law"
    case stop
    case subject
    case term
    case whom
    case with
    case written
    case year

    /// Its place among the cases, which is all that such an enumeration holds.
    fileprivate var place: Int { unsafe Int(unsafeBitCast(self, to: UInt8.self)) }
  }

  /// The kinds of documents.
  var kinds: [RuleMatch] = []
  /// Resolutions of congresses and national programmes.
  var named: [RuleMatch] = []
  /// Announced appendices.
  var announced: [RuleMatch] = []
  /// Where words begin that tell what somebody does, in order.
  private var acts: [Int] = []
  /// The matches of each part; none at all until the first is added.
  private var parts: [[RuleMatch]] = []
  /// The parts that have matches.
  private var held: [Part] = []

  /// Forgets all; the room is kept for the next leaf.
  mutating func clear() {
    if !kinds.isEmpty { kinds.removeAll(keepingCapacity: true) }
    if !named.isEmpty { named.removeAll(keepingCapacity: true) }
    if !announced.isEmpty { announced.removeAll(keepingCapacity: true) }
    if !acts.isEmpty { acts.removeAll(keepingCapacity: true) }
    if held.isEmpty { return }
    for part in held { parts[part.place].removeAll(keepingCapacity: true) }
    held.removeAll(keepingCapacity: true)
  }

  /// Notes that a word begins at a token that tells what somebody does; they come in order.
  mutating func addAct(at place: Int) {
    if acts.last != place { acts.append(place) }
  }

  /// Whether a word begins at a token that tells what somebody does.
  func isAct(at place: Int) -> Bool {
    var low = 0
    var high = acts.count
    while low < high {
      let middle = (low + high) / 2
      if acts[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < acts.count && acts[low] == place
  }

  /// Adds a match of a part.
  mutating func add(_ match: RuleMatch, _ part: Part) {
    if parts.isEmpty { parts = Array(repeating: [], count: Part.allCases.count) }
    if parts[part.place].isEmpty { held.append(part) }
    parts[part.place].append(match)
  }

  /// Every match of a part.
  func all(_ part: Part) -> [RuleMatch] {
    parts.isEmpty ? [] : parts[part.place]
  }

  /// The match of a part that begins at a token.
  func match(_ part: Part, at place: Int) -> RuleMatch? {
    DocumentParts.match(in: all(part), at: place)
  }

  /// The kind that begins at a token.
  func kind(at place: Int) -> RuleMatch? { DocumentParts.match(in: kinds, at: place) }

  /// The kinds that begin from one token to another.
  func kinds(from start: Int, to end: Int) -> ArraySlice<RuleMatch> {
    guard start < end else { return [] }
    return kinds[DocumentParts.lowerBound(kinds, start)..<DocumentParts.lowerBound(kinds, end)]
  }

  /// The kind that ends at a token.
  func kind(endingAt place: Int) -> RuleMatch? {
    let index = DocumentParts.lowerBound(kinds, place)
    return index > 0 && kinds[index - 1].end == place ? kinds[index - 1] : nil
  }

  /// The match of a part that ends at a token, of at most `longest` tokens.
  func match(_ part: Part, endingAt place: Int, longest: Int = 4) -> RuleMatch? {
    let matches = all(part)
    var index = DocumentParts.lowerBound(matches, place)
    while index > 0, matches[index - 1].start >= place - longest {
      index -= 1
      if matches[index].end == place { return matches[index] }
    }
    return nil
  }

  /// The first match of a part that begins at or after a token.
  func first(_ part: Part, from place: Int) -> RuleMatch? {
    let matches = all(part)
    let index = DocumentParts.lowerBound(matches, place)
    return index < matches.count ? matches[index] : nil
  }

  /// Whether nothing in the leaf names a document.
  var isEmpty: Bool { kinds.isEmpty && named.isEmpty && all(.number).isEmpty }

  private static func match(in matches: [RuleMatch], at place: Int) -> RuleMatch? {
    let index = lowerBound(matches, place)
    return index < matches.count && matches[index].start == place ? matches[index] : nil
  }

  private static func lowerBound(_ matches: [RuleMatch], _ place: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
