/// The leaves of one part of a plan, in document order, by their places among all leaves.
///
/// Facts are read part by part, so that a long plan takes no more memory for them than its largest
/// part: nothing that a reader looks for behind a leaf, or above it, lies in another part.
struct FactLeaves {
  /// How many bytes of text a part has at least, unless it is the last.
  static let least = 1 << 16

  /// The place of the first of them.
  private(set) var first = 0
  /// The offset in the text where the part begins.
  private(set) var start = 0
  /// The leaves.
  private(set) var all: [FactLeaf] = []

  /// The titles of appendices, which name documents and nothing else, each with the place of the leaf
  /// that it stands before.
  private(set) var titles: [(before: Int, leaf: FactLeaf)] = []

  /// Their places.
  var indices: Range<Int> { first..<end }
  /// The place after the last of them.
  var end: Int { first + all.count }

  /// The leaf at a place.
  subscript(place: Int) -> FactLeaf { all[place - first] }

  /// The leaves at some places, which count from elsewhere.
  subscript(places: Range<Int>) -> ArraySlice<FactLeaf> {
    all[places.lowerBound - first..<places.upperBound - first]
  }

  mutating func append(_ leaf: FactLeaf) { all.append(leaf) }

  /// Adds the title of an appendix before the next leaf.
  mutating func append(title: FactLeaf) { titles.append((end, title)) }

  /// Whether they are a part of the plan that is long enough, up to an offset.
  func isFull(before offset: Int) -> Bool { offset - start >= FactLeaves.least }

  /// Goes on with the next part, which begins at an offset.
  mutating func beginPart(at offset: Int) {
    first = end
    start = offset
    all.removeAll(keepingCapacity: true)
    titles.removeAll(keepingCapacity: true)
  }
}
