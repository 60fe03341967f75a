extension Array {
  /// Appends an element of a list that has a few: the first makes room for four, which would
  /// otherwise be made for one, two and four in turn.
  @inline(__always)
  mutating func gather(_ element: Element) {
    if capacity == 0 { reserveCapacity(4) }
    append(element)
  }
}
