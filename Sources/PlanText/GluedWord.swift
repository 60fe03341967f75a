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
    // As many as it may have bytes.
    var scalars: [32 of UInt32] = .init(repeating: 0)
    var places: [32 of Int] = .init(repeating: 0)
    var count = 0
    var offset = start
    for scalar in String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars {
      scalars[count] = scalar.value
      places[count] = offset
      count += 1
      offset += UTF8.width(scalar)
    }
    let word = scalars.span.extracting(..<count)
    guard count >= 2 * letters, !Syllables.shared.contains(word) else { return [] }
    var seams: [Int] = []
    for seam in letters...(count - letters)
    where Syllables.shared.contains(word.extracting(..<seam))
      && Syllables.shared.contains(word.extracting(seam...))
    {
      seams.append(places[seam])
    }
    return seams
  }
}
