import PlanModel

/// Decides where each unit of a zone stands: the stack of open levels.
///
/// A marker is placed by evidence: the level that expects it next, else the level of its own
/// family, else its rank; bullets by the order in which their kinds nest in the document.
struct Outline {
  /// How deep units may nest; what is deeper stands beside.
  static let maximumDepth = 24

  /// A level that is open: the units beside which the next one of its family stands.
  struct Level {
    var family: Marker.Family
    var style: UInt32
    var values: LabelNumbers
    var draft: Int
    /// Whether recognition damaged one of its labels.
    var suspect = false
    /// Whether its unit is a title whose words say what it is for ("Mục đích").
    var titled = false
    /// Whether its unit stands in capitals.
    var capitals = false
    /// Whether its unit is set in bold or as a heading.
    var bold = false
    /// Whether its unit is a sentence that ends.
    var ended = false
    /// The column that a bullet stands in, where columns nest bullets.
    var indent = 0
    /// The kind of the bullets right under its unit; 0 without.
    var bullets: UInt32 = 0
    /// Whether bullets stand under units inside its unit.
    var holdsInnerBullets = false

    var value: Int { values.last ?? 0 }
  }

  /// Where a marker was placed.
  struct Placement {
    /// The draft it stands under; -1 at the top.
    var parent: Int
    /// The marker, read as the sequence expects it.
    var marker: Marker
    /// What is wrong with its number.
    var fault: Fault?
  }

  /// A numbering that may run on from one section to the next.
  struct Numbering: Hashable {
    var family: Int
    var style: UInt32

    init(_ marker: Marker) {
      family = marker.family.rawValue
      style = marker.style
    }

    init(_ level: Level) {
      family = level.family.rawValue
      style = level.style
    }
  }

  var levels: [Level] = []
  /// The bullets that were closed last, while no unit follows them.
  private var interrupted: [Level] = []
  /// The last number of each numbering, wherever it stood.
  private(set) var closed: [Numbering: Int] = [:]
  /// The last number of each list of sentences that stood in a heading numbered in the same way.
  private var lists: [Numbering: Int] = [:]
  /// The order in which bullet kinds were met under numbered units: above, below.
  let bulletOrder: BulletOrder

  /// Whether the text has the form of one that was recognised.
  var mayBeRecognised = false
  /// Whether the text shows that it was recognised, so that strokes of its labels may be lost.
  var isRecognised = false

  /// An empty outline; `bulletOrder` lists the document's bullet kinds from outside in.
  init(bulletOrder: BulletOrder) { self.bulletOrder = bulletOrder }

  /// The innermost numbered unit that is open; -1 without.
  var numberedParent: Int { levels.last { $0.family != .bullet }?.draft ?? -1 }

  /// The innermost unit that is open; -1 without.
  var top: Int { levels.last?.draft ?? -1 }

  /// Whether no unit is open.
  var isEmpty: Bool { levels.isEmpty }

  /// Whether numbered units are open and no form among them.
  var isNumberedText: Bool {
    levels.contains { $0.family == .roman || $0.family == .number }
      && !levels.contains { $0.family == .form }
  }

  /// Closes all units where the highest are numbers or bullets: a title whose own number was lost
  /// stands above them.
  mutating func closeNumbers() {
    switch levels.first?.family {
    case .number, .dotted, .lower, .bullet: levels = []
    default: break
    }
  }

  /// Closes the bullets that are open.
  mutating func closeBullets() {
    let first = (levels.lastIndex { $0.family != .bullet } ?? -1) + 1
    guard first < levels.count else { return }
    interrupted = Array(levels[first...])
    levels.removeSubrange(first...)
  }

  /// Opens the bullets again that a paragraph closed, where the next one is of a kind that stood
  /// inside another, and tells the bullet that holds both; `nil` where a list begins.
  ///
  /// "* Nội dung:" / "- Luật Lúa." / "Luật mới ban hành." / "- Luật Gốm."
  mutating func resumeBullets(of kind: UInt32) -> Int? {
    defer { interrupted = [] }
    guard levels.last?.family != .bullet,
      let index = interrupted.lastIndex(where: { $0.style == kind }), index > 0
    else { return nil }
    levels += interrupted[...index]
    return interrupted[index - 1].draft
  }

  /// Closes the innermost unit; its series may go on.
  mutating func closeUnit() {
    if !levels.isEmpty { levels.removeLast() }
  }

  /// Whether a numeral or number above the next unit has the same mark behind it: "II- NỘI DUNG".
  func closesLabels(with mark: UInt32) -> Bool {
    levels.contains { $0.family != .bullet && $0.style == mark }
  }

  /// Whether some open level expects `marker` next, in one of its readings.
  func expects(_ marker: Marker) -> Bool {
    if levels.contains(where: { follows($0, marker) }) { return true }
    if marker.values.count > 1, parentOfDotted(marker) != nil { return true }
    guard let other = marker.alternative else { return false }
    var alternative = marker
    alternative.family = other.family
    alternative.values = [other.value]
    return levels.contains { follows($0, alternative) }
  }

  /// Whether an open series of headings expects `marker` next, though no mark closes its label.
  func expectsBare(_ marker: Marker) -> Bool {
    levels.contains { ($0.style == 0 || marker.family == .roman) && follows($0, marker) }
  }

  /// Whether a series numbered in the same way is open.
  func holds(_ marker: Marker) -> Bool {
    levels.contains { $0.family == marker.family && $0.style == marker.style }
  }

  /// The open unit that a marker comes next to in its series.
  func unit(before marker: Marker) -> Int? { levels.last { follows($0, marker) }?.draft }

  /// Whether a numeral is greater than the one that is open.
  func isAbove(_ marker: Marker) -> Bool {
    levels.contains { $0.family == marker.family && $0.value < marker.value }
  }

  private func follows(_ level: Level, _ marker: Marker) -> Bool {
    guard level.family == marker.family else { return false }
    switch marker.family {
    case .bullet: return level.style == marker.style
    case .step, .division: return level.style == marker.style && marker.value == level.value + 1
    case .upper, .lower: return Letters.follows(level.value, marker.value)
    case .dotted:
      return level.values.count == marker.values.count
        && level.values.head == marker.values.head && marker.value == level.value + 1
    default: return marker.value == level.value + 1
    }
  }

  private func parentOfDotted(_ marker: Marker) -> Int? {
    let prefix = marker.values.head
    return levels.lastIndex {
      ($0.family == .dotted || $0.family == .number) && $0.values == prefix
        || prefix.count == 1 && Marker.headValue($0.family, $0.values) == prefix[0]
    }
  }

  /// What is wrong with a dotted number behind the one that stands last under the same unit; `nil`
  /// without such a one.
  private func faultBehindDotted(_ marker: Marker, under index: Int) -> Fault? {
    levels[(index + 1)...].first {
      $0.family == .dotted && $0.values.count == marker.values.count
        && $0.values.head == marker.values.head
    }.flatMap { Fault(behind: $0.values, marker) }
  }

  // MARK: Placing

  /// Places a marker that becomes the draft number `draft`.
  ///
  /// `announced` says that the unit before it ends with a colon, `titled` that its own words are a
  /// title, `capitals` that they stand in capitals, `bold` that they are set in bold or as a
  /// heading, `ended` that they end a sentence, `under` that a paragraph that ends one stands
  /// between, `headed` that the unit before it has no closing mark or a colon, `parted` that it heads
  /// a part of a list, `indent` the column that nests bullets.
  mutating func place(
    _ given: Marker, draft: Int, announced: Bool, titled: Bool = false, capitals: Bool = false,
    bold: Bool = false, ended: Bool = false, under: Int? = nil, headed: Bool = false,
    parted: Bool = false, indent: Int? = nil
  ) -> Placement {
    defer {
      if levels.last?.draft == draft { close(ended, bold) }
      interrupted = []
    }
    if parted, let placement = placeParted(given, draft: draft) { return placement }
    if given.family == .bullet {
      return placeBullet(
        given, draft: draft, announced: announced, headed: headed, indent: indent)
    }
    var marker = read(given)
    // "i)" is printed as it is read.
    var fault: Fault? = marker == given || marker.family == .lowerRoman ? nil : .read
    if marker.suspect { fault = .read }
    let isInner = isInnerPart(marker, capitals)
    if isInner { closeBullets() }
    if isInner || restartsInTitle(marker, draft, titled, capitals, bold)
      || ended && (restarts(marker, under: under) || headed && restartsInHeading(marker, draft))
      || nestsInDotted(marker, capitals, under: headed ? draft - 1 : under)
      || goesOnInside(marker, under: headed ? draft - 1 : under)
    {
      let parent = levels.last?.draft ?? -1
      push(marker, draft: draft, suspect: marker.suspect, titled: titled, capitals: capitals)
      return Placement(parent: parent, marker: marker, fault: fault)
    }
    if let index = heading(marker, ended) ?? sibling(marker, titled, capitals, bold) {
      if let place = correct(&marker, at: index) { fault = place }
      let level = levels[index]
      if marker.suspect, marker.family == .roman, !follows(level, marker) { fault = nil }
      if fault == nil { fault = Fault(behind: level.values, marker) }
      levels.removeSubrange(index...)
      let parent = levels.last?.draft ?? -1
      push(
        marker, draft: draft, suspect: level.suspect || marker.suspect || fault == .read,
        titled: titled, capitals: capitals)
      return Placement(parent: parent, marker: marker, fault: fault)
    }
    if marker.family == .dotted, let index = parentOfDotted(marker) {
      if fault == nil { fault = faultBehindDotted(marker, under: index) }
      levels.removeSubrange((index + 1)...)
    } else if !(announced && isFirst(marker) && nests(marker)) && !nestsInLetter(marker, draft)
      && !nestsInStep(marker, draft)
    {
      closeBelow(marker)
    }
    // Forms are numbered through all appendices.
    if fault == nil, !isFirst(marker), marker.family != .dotted, marker.family != .form,
      closed[Numbering(marker)] != marker.value - 1
    {
      fault = .gap(previous: 0)
    }
    if marker.family == .dotted, marker.value > 1 || parentOfDotted(marker) == nil, fault == nil,
      levels.last.map({ $0.family == .number || $0.family == .dotted }) == true
    {
      fault = .gap(previous: 0)
    }
    let parent = levels.last?.draft ?? -1
    push(
      marker, draft: draft, suspect: marker.suspect || fault == .read, titled: titled,
      capitals: capitals)
    return Placement(parent: parent, marker: marker, fault: fault)
  }

  /// Whether a part is one of the unit that is open and none of the document, whose numerals have
  /// begun.
  ///
  /// "1.1. Nội dung thi: gồm hai phần" / "Phần 1: Giới thiệu sách"
  private func isInnerPart(_ marker: Marker, _ capitals: Bool) -> Bool {
    marker.family == .part && isFirst(marker) && !capitals
      && levels.contains { $0.family == .roman }
      && !levels.contains { $0.family == .part || $0.family == .chapter }
  }

  /// Whether a series begins anew right under a title that is numbered in the same way: one whose
  /// words say what it is for, one in capitals above one in small letters, or one in bold above one
  /// that is not.
  private func restartsInTitle(
    _ marker: Marker, _ draft: Int, _ titled: Bool, _ capitals: Bool, _ bold: Bool
  ) -> Bool {
    guard isFirst(marker), marker.family == .number, let last = levels.last else { return false }
    return (last.titled && !titled || last.capitals && !capitals || last.bold && !bold)
      && last.draft == draft - 1 && last.family == marker.family && last.style == marker.style
  }

  /// Whether a list of sentences begins anew under the paragraph of a heading numbered in the same
  /// way, or goes on with the list under the heading before it.
  ///
  /// So "1. Các phòng lập sổ." stands below "Tỉnh đã họp." under "1. Công tác chỉ đạo", and
  /// "4. Hồ sơ mạng: còn chậm." below "2. Tiếp nhận" where "3." ended the list before.
  private func restarts(_ marker: Marker, under: Int?) -> Bool {
    guard let under, marker.family == .number, let last = levels.last, last.draft == under,
      last.family == marker.family, last.style == marker.style, !last.ended
    else { return false }
    return isFirst(marker)
      || lists[Numbering(marker)] == marker.value - 1 && !follows(last, marker)
  }

  /// Whether a list of sentences begins anew right under a heading numbered in the same way.
  ///
  /// "1. Nguyên tắc" / "1. Mở lớp dệt." / "2. Sửa đường." / "2. Nội dung"
  private func restartsInHeading(_ marker: Marker, _ draft: Int) -> Bool {
    guard marker.family == .number, isFirst(marker), let last = levels.last else { return false }
    return last.draft == draft - 1 && !last.ended && last.family == marker.family
      && last.style == marker.style
  }

  /// Notes whether the unit that was placed last is a sentence that ends, and its type.
  private mutating func close(_ ended: Bool, _ bold: Bool) {
    levels[levels.count - 1].bold = bold
    let last = levels[levels.count - 1]
    levels[levels.count - 1].ended = ended
    guard ended, last.family == .number,
      levels.dropLast().contains(where: {
        $0.family == .number && $0.style == last.style && !$0.ended
      })
    else { return }
    lists[Numbering(last)] = last.value
  }

  /// The level of headings that `marker` goes on with, where a list of sentences that is numbered
  /// in the same way stands inside it.
  private func heading(_ marker: Marker, _ ended: Bool) -> Int? {
    guard !ended, marker.family == .number, let last = levels.last(where: { $0.family == .number }),
      last.ended
    else { return nil }
    let outer = levels.lastIndex {
      // "2." may be lost above: a list that has come to 4 goes on with no "3. Bảng tiến độ".
      $0.family == .number && $0.style == marker.style && $0.style == last.style && !$0.ended
        && (follows($0, marker) || $0.value < marker.value && marker.value <= last.value)
    }
    // Alone in its level a heading without closing mark tells nothing.
    guard let outer, levels[(outer + 1)...].contains(where: { $0.family == .number }) else {
      return nil
    }
    return outer
  }

  /// Closes the level at an index and all inside it.
  mutating func close(from index: Int) { levels.removeSubrange(index...) }

  /// Opens a level for a marker inside those that are open.
  mutating func open(_ marker: Marker, draft: Int) {
    push(marker, draft: draft, suspect: marker.suspect)
  }

  mutating func push(
    _ marker: Marker, draft: Int, suspect: Bool, titled: Bool = false, capitals: Bool = false
  ) {
    if marker.family != .bullet { closed[Numbering(marker)] = marker.value }
    if levels.count >= Outline.maximumDepth { levels.removeLast() }
    levels.append(
      Level(
        family: marker.family, style: marker.style, values: marker.values, draft: draft,
        suspect: suspect, titled: titled, capitals: capitals))
  }

  func isFirst(_ marker: Marker) -> Bool { marker.value <= 1 }

  /// The marker in the reading that the open levels expect.
  private func read(_ marker: Marker) -> Marker {
    guard let other = marker.alternative else { return marker }
    var alternative = marker
    alternative.family = other.family
    alternative.values = [other.value]
    alternative.alternative = nil
    alternative.suspect = other.family != .lowerRoman && other.family != .upper
    let expectsMarker = levels.contains { follows($0, marker) }
    let expectsOther = levels.contains { follows($0, alternative) }
    if expectsOther && !expectsMarker { return alternative }
    // "i)" opens i), ii), iii) where no series of letters has come to h; "l." that no letter
    // precedes is 1.
    if other.family == .lowerRoman || other.family == .number, other.value == 1, !expectsMarker {
      return alternative
    }
    return marker
  }

  /// Takes note of what only recognition makes.
  mutating func noteRecognition() {
    mayBeRecognised = true
    isRecognised = true
  }

  /// Reads the number of a series with damaged labels as the one expected next.
  private func correct(_ marker: inout Marker, at index: Int) -> Fault? {
    // "L." before "II." is "I.": no outline counts to fifty in numerals.
    guard !marker.isSettled, levels[index].suspect || marker.suspect || isRecognised,
      marker.family == .roman,
      marker.value <= levels[index].value, levels[index].value < 40
    else { return nil }
    marker.values = [levels[index].value + 1]
    marker.suspect = true
    return .read
  }

  /// The open level whose units `marker` stands beside.
  private func sibling(
    _ marker: Marker, _ titled: Bool, _ capitals: Bool, _ bold: Bool
  ) -> Int? {
    // "1. MỤC ĐÍCH", "1. Mục đích", "2. NỘI DUNG": titles in capitals are of one level.
    if capitals,
      let index = levels.lastIndex(where: {
        $0.capitals && $0.style == marker.style && follows($0, marker)
      })
    {
      return index
    }
    if titled,
      let index = levels.lastIndex(where: {
        $0.titled && $0.style == marker.style && follows($0, marker)
      })
    {
      return index
    }
    if bold,
      let index = levels.lastIndex(where: {
        $0.bold && $0.style == marker.style && follows($0, marker)
      })
    {
      return index
    }
    if let index = levels.lastIndex(where: { $0.style == marker.style && follows($0, marker) }) {
      return index
    }
    if let index = levels.lastIndex(where: { follows($0, marker) }) { return index }
    if marker.family == .dotted {
      if parentOfDotted(marker) != nil { return nil }
      return levels.lastIndex {
        $0.family == .dotted && $0.values.count == marker.values.count
      }
    }
    // A gap, a number that stands twice, a series that begins anew.
    return levels.lastIndex {
      $0.family == marker.family && ($0.style == marker.style || !isFirst(marker))
    }
  }

  /// Closes the levels that stand below `marker` by rank.
  private mutating func closeBelow(_ marker: Marker) {
    // "A" after "IV" begins a series inside it; where letters stand above, they came first.
    var limit = marker.rank
    if marker.family == .upper, isFirst(marker), levels.contains(where: { $0.family == .roman }) {
      limit = 7
    }
    while let last = levels.last, last.family == .bullet || rank(last) >= limit {
      // "(1)" after "2)" begins a series inside it.
      let isInner = last.family == marker.family && last.style != marker.style
      if isInner, isFirst(marker), marker.style == 0x28, rank(last) == limit { break }
      // "iii. Tổ chức" / "1. Phòng Kinh tế": small numerals that head a plan stand above numbers.
      let isHighest = levels.count == 1 && last.family == .lowerRoman && last.style == 0x2E
      if isHighest, isFirst(marker), !last.ended, marker.rank > 6 { break }
      levels.removeLast()
    }
  }

  func rank(_ level: Level) -> Int {
    Marker(
      family: level.family, style: level.style, values: level.values, span: ByteSpan(0, 0),
      label: ByteSpan(0, 0), textStart: 0
    ).rank
  }
}
