/// Words that stand together without a blank, as the wraps of a page left them: "thựchiện".
package enum GluedWord {
  /// How many bytes two words have at least and at most.
  private static let bytes = 6...32
  /// How many letters each of them has at least.
  private static let letters = 2

  /// The places at which what stands from `start` to `end` may be two syllables; none where it is
  /// one itself, or has no Vietnamese letter and may be of another language.
  package static func seams(_ bytes: [UInt8], from start: Int, to end: Int) -> [Int] {
    guard Self.bytes.contains(end - start), bytes[start..<end].contains(where: { $0 >= 0x80 })
    else { return [] }
    var scalars: [UInt32] = []
    var places: [Int] = []
    var offset = start
    for scalar in String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars {
      scalars.append(scalar.value)
      places.append(offset)
      offset += UTF8.width(scalar)
    }
    guard scalars.count >= 2 * letters, !Syllables.shared.contains(scalars[...]) else { return [] }
    return (letters...(scalars.count - letters)).filter { seam in
      Syllables.shared.contains(scalars[..<seam]) && Syllables.shared.contains(scalars[seam...])
    }.map { places[$0] }
  }
}
