/// Reads pieces as Unicode and in some encodings, and remembers them: the words of a document
/// come again.
struct PieceReadings {
  /// What is known of a piece; a class, since the words of a document share it.
  final class Known {
    /// The piece.
    let piece: [UInt32]
    /// The piece as Unicode, then in each of the encodings.
    let readings: [PieceReading]
    /// Whether all its letters may stand for bytes.
    let isConvertible: Bool
    /// Whether it is more than a lone character and has one that Vietnamese text has not.
    let isSuspicious: Bool

    init(_ piece: [UInt32], _ readings: [PieceReading], isConvertible: Bool) {
      self.piece = piece
      self.readings = readings
      self.isConvertible = isConvertible
      isSuspicious = piece.count > 1 && piece.contains(where: PieceReader.isSuspicious)
    }

    /// Whether it reads well in an encoding, the first of which is 1.
    func isGood(in encoding: Int) -> Bool { readings[encoding].quality == .good }
  }

  /// How many pieces are remembered before all are forgotten.
  private static let mostKnown = 1 << 13

  private let reader = PieceReader()
  private let encodings: [LegacyEncoding]
  /// The pieces by their hash; of two pieces with one hash the last.
  private var known: [UInt64: Known] = [:]

  init(_ encodings: [LegacyEncoding]) { self.encodings = encodings }

  /// What a piece is.
  mutating func read(_ piece: ArraySlice<UInt32>) -> Known {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in piece { hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
    if let found = known[hash], found.piece[...] == piece { return found }
    let piece = Array(piece)
    let unicode = reader.asUnicode(piece)
    var readings: [PieceReading] = []
    readings.reserveCapacity(encodings.count + 1)
    readings.append(unicode)
    // What is ASCII alone is the same in all encodings, but for control characters.
    let isPlain = piece.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
    for encoding in encodings {
      readings.append(isPlain ? unicode : reader.read(piece, as: encoding))
    }
    let result = Known(piece, readings, isConvertible: reader.isConvertible(piece))
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[hash] = result
    return result
  }

  /// Whether a piece is surely one of Unicode: a word that reads well, or one with a letter that
  /// stands for no byte.
  func isUnicodeWord(_ unicode: PieceReading) -> Bool { reader.isUnicodeWord(unicode) }
}
