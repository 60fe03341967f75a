/// The lines of a page, each cut out to be read by itself.
///
/// Within a page, recognition cuts off marks that stand higher than most letters of a line do. A
/// line that is read alone is read in another way: of each word the reading counts that recognition
/// is surest of. A scan that has ink and paper and no shade between them is read a third time, with
/// the jagged edges of its letters made soft.
struct LineStrips {
  /// A line that is cut out.
  private struct Strip {
    /// Its words on the page.
    var words: Range<Int>
    /// Where it begins, in points of the page.
    var left: Double
    var top: Double
    /// Where room was taken away behind a label, in points of the page, and how much.
    var cut: (place: Double, width: Double)?
    /// Words of other lines where its label hangs, which recognition is unsure of.
    var doubtful: [PlacedWord] = []

    /// A word of the image as it stands on the page.
    func moved(_ word: PlacedWord) -> PlacedWord {
      var word = word
      if let cut {
        // A word on both sides of the place is one that the label was joined to.
        if word.left > cut.place { word.left += cut.width }
        if word.right > cut.place { word.right += cut.width }
      }
      (word.left, word.right) = (word.left + left, word.right + left)
      (word.top, word.bottom) = (word.top + top, word.bottom + top)
      return word
    }
  }

  private var strips: [Strip] = []
  /// The lines as images: as they stand, and softened behind it if the scan has no shades.
  private(set) var images: [GrayImage] = []
  /// How many images each line has.
  private let count: Int

  /// The most lines that are cut out of a page; one of small type has some hundred.
  private static let most = 200
  /// The most words of a line that is cut out.
  private static let longest = 100
  /// How much of its height is left above a line, for marks, and below it.
  private static let room = (above: 0.4, below: 0.3)
  /// How high a line is at least and at most, in points.
  private static let heights = 3.0...14.0
  private static let margin = 3.0
  /// By how much recognition is plainly surer, in percent.
  private static let plain = 5.0
  /// A label that recognition is as sure of stays as it stands.
  private static let sure = 91.0
  /// Words that recognition is less sure of are no text that a label cannot stand in.
  private static let unsure = 60.0

  /// Cuts out the lines of a page whose words stand line by line.
  init(_ page: PlacedPage, _ scan: PreparedScan) {
    count = scan.text.hasShades ? 1 : 2
    var start = 0
    while start < page.words.count {
      var end = start + 1
      while end < page.words.count, page.words[end].line == page.words[start].line { end += 1 }
      add(start..<end, page, scan)
      start = end
    }
    if strips.count > Self.most { (strips, images) = ([], []) }
  }

  private mutating func add(_ range: Range<Int>, _ page: PlacedPage, _ scan: PreparedScan) {
    let words = page.words[range]
    guard strips.count <= Self.most, range.count <= Self.longest,
      words.contains(where: Self.hasText)
    else { return }
    let (top, bottom) = (
      words.map(\.top).sorted()[words.count / 2], words.map(\.bottom).sorted()[words.count / 2]
    )
    let left = (words.map(\.left).min() ?? 0) - Self.margin
    let right = (words.map(\.right).max() ?? 0) + Self.margin
    let height = max(Self.heights.lowerBound, min(Self.heights.upperBound, bottom - top))
    var columns = scan.points(left, right, scan.text.width)
    let rows = scan.points(
      top - Self.room.above * height, bottom + Self.room.below * height, scan.text.height)
    guard columns.count > 4, rows.count > 4 else { return }
    let high = max(4, Int(height / scan.scale))
    let first = words.first(where: Self.hasText)
    var doubtful: [PlacedWord] = []
    let label = HangingLabel(
      scan.text, rows: scan.points(top, bottom, scan.text.height),
      from: scan.points(0, first?.left ?? left, scan.text.width).upperBound, height: high,
      isSure: first.map { $0.confidence >= Self.sure } ?? false
    ) { start, end in
      let there = page.words.indices.lazy.filter { index in
        let word = page.words[index]
        return !range.contains(index) && word.centre > top && word.centre < bottom
          && word.left < Double(end) * scan.scale && word.right > Double(start) * scan.scale
      }
      doubtful = there.map { page.words[$0] }
      return doubtful.allSatisfy { $0.confidence < Self.unsure }
    }
    if let label {
      columns = min(columns.lowerBound, max(0, label.start - high / 3))..<columns.upperBound
    }
    var image = scan.text.part(columns, rows)
    var strip = Strip(
      words: range, left: Double(columns.lowerBound) * scan.scale,
      top: Double(rows.lowerBound) * scan.scale)
    if let label, case let cut = label.cut(high), cut > high / 8 {
      let place = (label.end + label.text - cut) / 2 - columns.lowerBound
      image = image.without(place..<place + cut)
      strip.cut = (Double(place) * scan.scale, Double(cut) * scan.scale)
    }
    if label != nil { strip.doubtful = doubtful }
    strips.append(strip)
    images.append(image)
    if count > 1 { images.append(image.softened) }
  }

  /// Gives each word of a page the reading that recognition is surest of.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - read: What was read on each of the images.
  func complete(_ page: inout PlacedPage, by read: [PlacedPage]) {
    guard read.count == images.count else { return }
    var words: [PlacedWord] = []
    var done = 0
    var dropped: [PlacedWord] = []
    for (index, strip) in strips.enumerated() {
      words += page.words[done..<strip.words.lowerBound]
      done = strip.words.upperBound
      var line = Array(page.words[strip.words])
      for again in read[count * index..<count * (index + 1)] where again.words.count <= Self.longest
      {
        line = Self.surest(line, again.words.map(strip.moved))
      }
      if line.first.map({ $0.left < page.words[strip.words.lowerBound].left - 2 }) == true {
        dropped += strip.doubtful
      }
      words += line
    }
    words += page.words[done...]
    if !dropped.isEmpty {
      words.removeAll { word in
        dropped.contains { $0.line == word.line && $0.left == word.left && $0.top == word.top }
      }
    }
    page.words = words
  }

  /// The words of a line, those changed of which the other reading is surer.
  ///
  /// What one reading parts and the other does not is compared as a whole.
  static func surest(_ line: [PlacedWord], _ other: [PlacedWord]) -> [PlacedWord] {
    var sets = DisjointSets(line.count + other.count)
    for (index, word) in line.enumerated() {
      for (place, again) in other.enumerated() where covers(word, again) {
        sets.join(index, line.count + place)
      }
    }
    var own: [Int: [Int]] = [:]
    var others: [Int: [PlacedWord]] = [:]
    for index in line.indices { own[sets.root(index), default: []].append(index) }
    for (place, word) in other.enumerated() {
      others[sets.root(line.count + place), default: []].append(word)
    }
    var surest: [PlacedWord] = []
    if let read = other.first, let first = line.first,
      let label = HangingLabel.label(in: read, before: first)
    {
      surest.append(label)
    }
    for (index, word) in line.enumerated() {
      let root = sets.root(index)
      guard let group = own[root], let again = others[root], group.count <= 3, again.count <= 3,
        isSurer(again, than: group.map { line[$0] })
      else {
        surest.append(word)
        continue
      }
      guard group[0] == index else { continue }
      for reading in again {
        var changed = group.count == 1 && again.count == 1 ? word : reading
        (changed.text, changed.confidence) = (reading.text, reading.confidence)
        changed.line = word.line
        surest.append(changed)
      }
    }
    return surest
  }

  /// Whether two words stand at one place.
  private static func covers(_ word: PlacedWord, _ other: PlacedWord) -> Bool {
    let across = min(word.right, other.right) - max(word.left, other.left)
    let down = min(word.bottom, other.bottom) - max(word.top, other.top)
    return across > 0.3 * min(word.right - word.left, other.right - other.left)
      && down > 0.5 * min(word.height, other.height)
  }

  /// Whether recognition is surer of words than of those before, and they may stand for them.
  private static func isSurer(_ words: [PlacedWord], than before: [PlacedWord]) -> Bool {
    // What was no text may be the dot of a label.
    if words.count == 1, hasText(words[0]), !before.contains(where: hasText) {
      return HangingLabel.isLabel(words[0])
    }
    // The dot of a label is smaller still.
    if words.count == 1, before.count == 1, before[0].text == words[0].text + "." { return false }
    // Marks are small: which one it is, is told apart only where recognition is plainly surer.
    let margin = letters(words) == letters(before) ? plain : 0
    guard confidence(words) > confidence(before) + margin else { return false }
    guard before.contains(where: hasText) else {
      // What was no text may be a dash.
      return words.count == 1 && !hasText(words[0]) && isDash(words[0])
        && !["-", "–", "—"].contains(before.last?.text)
    }
    // A number alone has nothing beside it that would tell a letter from a digit.
    let isNumber = before.allSatisfy { $0.text.contains(where: \.isNumber) && !hasLetter($0) }
    return words.contains(where: hasText) && !(isNumber && words.contains(where: hasLetter))
  }

  /// Whether a mark is as flat as a dash, and as long.
  private static func isDash(_ word: PlacedWord) -> Bool {
    let width = word.right - word.left
    return width > 2 && width < 12 && word.height < 0.7 * width
  }

  private static func hasLetter(_ word: PlacedWord) -> Bool {
    word.text.contains(where: \.isLetter)
  }

  /// How sure recognition is of words, the long ones counting for more.
  private static func confidence(_ words: [PlacedWord]) -> Double {
    let count = words.reduce(0) { $0 + $1.text.count }
    return words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(1, count))
  }

  private static func letters(_ words: [PlacedWord]) -> String {
    String(words.flatMap { $0.text.filter { $0.isLetter || $0.isNumber } })
  }

  private static func hasText(_ word: PlacedWord) -> Bool {
    word.text.contains { $0.isLetter || $0.isNumber }
  }
}
