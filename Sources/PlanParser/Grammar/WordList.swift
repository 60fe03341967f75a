/// The entries of a word list as a tree: each node a word, each path from the root an entry.
struct WordList: Sendable {
  /// The number of its name, and where it was given.
  let name: Int32
  let file: Int
  let offset: Int

  /// The children of a node stand together, in the order of their keys; node 0 is the root.
  private(set) var nodes: [Node] = []
  /// The keys that entries begin with, a bit for each: most words begin none.
  private var firsts: [UInt64] = []

  struct Node {
    var key: UInt32
    /// 1 for a syllable: what `case upper` asks for capitals.
    var isSyllable: Bool
    var firstChild: Int32
    var childCount: Int32
    /// The bytes of the value in the list's file; empty where no entry ends.
    var valueStart: Int32
    var valueEnd: Int32

    var isEntry: Bool { valueEnd > valueStart }
  }

  /// An entry as written: its words in the table of all words, and its value.
  struct Entry {
    var words: Range<Int>
    var offset: Int
    var value: Range<Int>
  }

  /// A word of an entry.
  struct Word {
    var key: UInt32
    var isSyllable: Bool
  }

  /// Builds the tree; two entries of the same words go to `clash`, and the first stays.
  init(
    name: Int32, file: Int, offset: Int, entries: [Entry], words: [Word],
    clash: (_ first: Entry, _ second: Entry) -> Void
  ) {
    self.name = name
    self.file = file
    self.offset = offset
    let sorted = entries.sorted { Self.precedes($0, $1, words) }
    // The nodes of one depth after the other; each waits with the entries that pass through it.
    var spans: [Range<Int>] = [sorted.indices]
    nodes.append(
      Node(
        key: 0, isSyllable: false, firstChild: 0, childCount: 0, valueStart: 0, valueEnd: 0))
    var depths = [0]
    var index = 0
    while index < nodes.count {
      let depth = depths[index]
      var place = spans[index].lowerBound
      let end = spans[index].upperBound
      while place < end, sorted[place].words.count == depth {
        if nodes[index].isEntry {
          clash(sorted[place - 1], sorted[place])
        } else {
          nodes[index].valueStart = Int32(sorted[place].value.lowerBound)
          nodes[index].valueEnd = Int32(sorted[place].value.upperBound)
        }
        place += 1
      }
      nodes[index].firstChild = Int32(nodes.count)
      while place < end {
        let word = words[sorted[place].words.lowerBound + depth]
        let start = place
        while place < end, words[sorted[place].words.lowerBound + depth].key == word.key {
          place += 1
        }
        nodes.append(
          Node(
            key: word.key, isSyllable: word.isSyllable, firstChild: 0, childCount: 0,
            valueStart: 0, valueEnd: 0))
        spans.append(start..<place)
        depths.append(depth + 1)
        nodes[index].childCount += 1
      }
      index += 1
    }
    let first = Int(nodes[0].firstChild)
    for child in first..<first + Int(nodes[0].childCount) {
      let (place, bit) = Self.bit(of: nodes[child].key)
      // Children stand in the order of their keys.
      while firsts.count <= place { firsts.append(0) }
      firsts[place] |= bit
    }
  }

  /// Whether an entry begins with a key.
  @inline(__always)
  func begins(with key: UInt32) -> Bool {
    let (place, bit) = Self.bit(of: key)
    return place < firsts.count && firsts[place] & bit != 0
  }

  /// Where the bit of a key stands in `firsts`.
  @inline(__always)
  private static func bit(of key: UInt32) -> (place: Int, bit: UInt64) {
    (Int(key >> 6), 1 << UInt64(key & 63))
  }

  /// The order of keys, then of length, then of the file.
  private static func precedes(_ first: Entry, _ second: Entry, _ words: [Word]) -> Bool {
    for index in 0..<min(first.words.count, second.words.count) {
      let left = words[first.words.lowerBound + index].key
      let right = words[second.words.lowerBound + index].key
      if left != right { return left < right }
    }
    if first.words.count != second.words.count { return first.words.count < second.words.count }
    return first.offset < second.offset
  }

  /// The child of a node for a key, or nil.
  func child(of node: Int, key: UInt32) -> Int? {
    var low = Int(nodes[node].firstChild)
    let end = low + Int(nodes[node].childCount)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < end && nodes[low].key == key ? low : nil
  }
}
