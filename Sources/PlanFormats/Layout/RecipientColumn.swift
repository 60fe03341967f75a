/// Recipients beside a signature: a line that ends with a colon, bullets below it, and to their right
/// lines that are centred below each other, from a title in capitals on.
///
/// The lines of the two sides seldom have one height; one of a recipient that is wider than its column
/// goes on at the edge of the column.
struct RecipientColumn {
  /// How many rows they are.
  private(set) var count = 0
  private(set) var recipients: [WordRow] = []
  private(set) var signature: [WordRow] = []

  /// The most rows looked at, and the most words of the first line.
  private static let mostRows = 60
  private static let leadWords = 6
  /// How much room there is above a line at most on either side, in heights of a line: a name has
  /// room for the hand.
  private static let pitch = 1.6
  private static let room = 8.0
  /// How far lines that go on with a recipient are set in at most.
  private static let indent = 1.5

  /// Where the recipients end on the right.
  var gutter: Double { leftEnd }

  private let edge: Double
  private let em: Double
  private var leftEnd: Double
  private var rightBegin = Double.infinity
  private var stack = CentredStack(nil)

  /// The columns that begin with row `start`, if there are some.
  init?(in rows: [WordRow], from start: Int) {
    edge = rows[start].left
    em = rows[start].em
    leftEnd = edge
    guard let lead = split(rows[start]).left, lead.words.count <= Self.leadWords,
      lead.words.last?.text.hasSuffix(":") == true,
      lead.words[0].text.first?.isUppercase == true
    else { return nil }
    for row in rows[start...].prefix(Self.mostRows) {
      let (left, right) = split(row)
      // Several signers stand beside each other.
      if right?.wideGaps.isEmpty == false { return nil }
      guard fits(left: left), fits(right: right),
        max(leftEnd, left?.right ?? 0) + 0.5 * em < min(rightBegin, right?.left ?? .infinity)
      else { break }
      add(left, right)
      count += 1
    }
    // Room for a hand stands above a name, and none below what stands on the left alone.
    guard recipients.count >= 2, signature.count >= 2 || recipients.count >= 3,
      let title = signature.first, LineBegin.isCapital(PageLine.text(title))
    else { return nil }
  }

  /// What a row has on each side.
  private func split(_ row: WordRow) -> (left: WordRow?, right: WordRow?) {
    guard row.left < edge + Self.indent * em else { return (nil, row) }
    let wide = row.gaps.filter { gap in
      gap.right - gap.left >= 0.9 * em && gap.right > leftEnd
        && row.words.contains { $0.right <= gap.left + 1 && $0.text.contains(where: \.isLetter) }
    }
    guard let gap = wide.max(by: { $0.right - $0.left < $1.right - $1.left }) else {
      return (row, nil)
    }
    let place = (gap.left + gap.right) / 2
    return (row.part(leftOf: place), row.part(rightOf: place))
  }

  /// Whether a row stands in the list of recipients: a bullet, or what goes on with one.
  private func fits(left: WordRow?) -> Bool {
    guard let left, let last = recipients.last else { return true }
    guard left.left > edge - 0.6 * em, left.top - last.bottom < Self.pitch * em else {
      return false
    }
    if LineBegin.isBullet(left.words[0].text) { return true }
    return recipients.count > 1 && last.words.last?.text.hasSuffix(".") == false
  }

  /// Whether a row stands below those of the signature, in their middle.
  private func fits(right: WordRow?) -> Bool {
    guard let right, let last = signature.last else { return true }
    return right.top - last.bottom < Self.room * em && stack.holds(right, em)
  }

  private mutating func add(_ left: WordRow?, _ right: WordRow?) {
    if let left {
      recipients.append(left)
      leftEnd = max(leftEnd, left.right)
    }
    if let right {
      signature.append(right)
      stack.add(right)
      rightBegin = min(rightBegin, right.left)
    }
  }
}
