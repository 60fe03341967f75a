/// What stands at some places of a leaf, by the place of a token.
///
/// Readers find places nearly in order and ask for few of them, so that a sorted list is smaller
/// and faster than a table of hashes.
struct PlaceMap<Value>: Sequence {
  private var entries: [(place: Int, value: Value)] = []

  /// What stands at a place.
  subscript(place: Int) -> Value? {
    get {
      let index = index(of: place)
      return index < entries.count && entries[index].place == place ? entries[index].value : nil
    }
    set {
      let index = index(of: place)
      guard index < entries.count else {
        if let newValue { entries.gather((place, newValue)) }
        return
      }
      let isKnown = entries[index].place == place
      if let newValue {
        if isKnown {
          entries[index].value = newValue
        } else {
          entries.insert((place, newValue), at: index)
        }
      } else if isKnown {
        entries.remove(at: index)
      }
    }
  }

  /// Whether nothing stands anywhere.
  var isEmpty: Bool { entries.isEmpty }

  /// The places and what stands there, in order.
  func makeIterator() -> [(place: Int, value: Value)].Iterator { entries.makeIterator() }

  /// The index of the first entry that does not stand before a place.
  private func index(of place: Int) -> Int {
    // Places come nearly in order: most are behind the last.
    guard let last = entries.last, place <= last.place else { return entries.count }
    var low = 0
    var high = entries.count - 1
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PlaceMap: Sendable where Value: Sendable {}
