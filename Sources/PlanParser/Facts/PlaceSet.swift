/// Some places of a leaf, in order; see `PlaceMap`.
struct PlaceSet: Sequence, ExpressibleByArrayLiteral {
  private var places: [Int] = []

  init(arrayLiteral elements: Int...) { formUnion(elements) }

  /// The set of some places.
  init(_ places: some Sequence<Int>) { formUnion(places) }

  /// Whether a place is among them.
  func contains(_ place: Int) -> Bool {
    let index = index(of: place)
    return index < places.count && places[index] == place
  }

  /// Adds a place.
  mutating func insert(_ place: Int) {
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
  var isEmpty: Bool { places.isEmpty }

  func makeIterator() -> [Int].Iterator { places.makeIterator() }

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
