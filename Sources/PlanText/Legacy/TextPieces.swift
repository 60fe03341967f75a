/// A line of text cut into pieces, which an encoding may change, and what stands between them.
struct TextPieces {
  /// The scalars of the line.
  private(set) var scalars: [UInt32] = []
  /// The places of the pieces in `scalars`.
  private(set) var pieces: [Range<Int>] = []
  /// Whether some character is none that Vietnamese text in Unicode has.
  private(set) var isSuspicious = false
  /// Whether some character is beyond ASCII.
  private(set) var isPlain = true

  /// Cuts well-formed UTF-8.
  init(_ line: ArraySlice<UInt8>) {
    var start = -1
    scalars.reserveCapacity(line.count)
    pieces.reserveCapacity(line.count / 3)
    var offset = line.startIndex
    while offset < line.endIndex {
      let scalar = Self.scalar(line, &offset)
      if scalar >= 0x80 {
        isPlain = false
        if PieceReader.isSuspicious(scalar) { isSuspicious = true }
      }
      if PieceReader.isPart(scalar) {
        if start < 0 { start = scalars.count }
      } else if start >= 0 {
        pieces.append(start..<scalars.count)
        start = -1
      }
      scalars.append(scalar)
    }
    if start >= 0 { pieces.append(start..<scalars.count) }
  }

  /// The scalars of a piece.
  func piece(_ index: Int) -> ArraySlice<UInt32> { scalars[pieces[index]] }

  /// The scalar at an offset of well-formed UTF-8, which moves behind it.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ offset: inout Int) -> UInt32 {
    let first = UInt32(bytes[offset])
    offset += 1
    guard first >= 0x80 else { return first }
    var rest = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var scalar = first & (0x3F >> UInt32(rest))
    while rest > 0, offset < bytes.endIndex {
      scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F)
      offset += 1
      rest -= 1
    }
    return scalar
  }
}
