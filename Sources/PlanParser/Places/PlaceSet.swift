/// Some places of a leaf, in order; see `PlaceMap`.
///
/// Most leaves have few tokens: the first places are bits, and take no memory of their own.
struct PlaceSet: Sequence, ExpressibleByArrayLiteral {
  private static let few = 64

  /// The places below `few`, a bit for each, and the others in order.
  private var bits: UInt64 = 0
  private var places: [Int] = []

  init() {}

  init(arrayLiteral elements: Int...) { formUnion(elements) }

  /// The set of some places.
  init(_ places: some Sequence<Int>) { formUnion(places) }

  /// Whether a place is among them.
  func contains(_ place: Int) -> Bool {
    if place < Self.few { return place >= 0 && bits >> UInt64(place) & 1 != 0 }
    let index = index(of: place)
    return index < places.count && places[index] == place
  }

  /// Adds a place, which is not negative.
  mutating func insert(_ place: Int) {
    if place < Self.few {
      bits |= 1 << place
      return
    }
    let index = index(of: place)
    if index == places.count {
      places.append(place)
    } else if places[index] != place {
      places.insert(place, at: index)
    }
  }

  /// Adds some places.
  mutating func formUnion(_ others: some Sequence<Int>) {
    for place in others { insert(place) }
  }

  /// Whether there are none.
  var isEmpty: Bool { bits == 0 && places.isEmpty }

  func makeIterator() -> Iterator { Iterator(bits: bits, places: places.makeIterator()) }

  /// Goes through the places in order.
  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt64
    fileprivate var places: [Int].Iterator

    mutating func next() -> Int? {
      guard bits != 0 else { return places.next() }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }

  /// The index of the first that does not stand before a place.
  private func index(of place: Int) -> Int {
    guard let last = places.last, place <= last else { return places.count }
    var low = 0
    var high = places.count - 1
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
