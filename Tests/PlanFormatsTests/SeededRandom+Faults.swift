import TestSupport

extension SeededRandom {
  /// Bytes with one to four faults: a byte changed, a piece lost, doubled or moved, the end cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(4) where !bytes.isEmpty {
      let place = below(bytes.count)
      let end = min(bytes.count, place + 1 + below(60))
      switch below(6) {
      case 0: bytes[place] = UInt8(below(256))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count))
      case 3: bytes[place] ^= 1 << below(8)
      case 4: bytes.removeSubrange(place...)
      default:
        let piece = Array(bytes[place..<end])
        bytes.removeSubrange(place..<end)
        bytes.insert(contentsOf: piece, at: below(bytes.count + 1))
      }
    }
    return bytes
  }

  /// XML with one to four faults that leave it well formed more often: an element or a value put
  /// in the place of another.
  mutating func rearranged(_ xml: [UInt8]) -> [UInt8] {
    var pieces = xml.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    for _ in 0...below(4) where pieces.count > 4 {
      let (one, other) = (1 + below(pieces.count - 1), 1 + below(pieces.count - 1))
      switch below(4) {
      case 0: pieces.swapAt(one, other)
      case 1: pieces[one] = pieces[other]
      case 2: pieces.remove(at: one)
      default:
        // A number becomes another, large or negative.
        let values = ["0", "-1", "1", "9", "99999999999999999999", "2147483647"]
        var piece = Array(pieces[one])
        if let digit = piece.firstIndex(where: { $0 >= 48 && $0 <= 57 }) {
          piece.replaceSubrange(digit...digit, with: Array(values[below(values.count)].utf8))
        }
        pieces[one] = piece[...]
      }
    }
    return Array(pieces.joined(separator: [UInt8(ascii: "<")]))
  }
}
