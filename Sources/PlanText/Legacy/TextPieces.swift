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
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars.lazy.map(\.value) {
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
  func piece(_ index: Int) -> [UInt32] { Array(scalars[pieces[index]]) }
}
