/// The folded spelling of a word: two words with equal bytes have one key.
///
/// Case, the place of the tone mark, zero-width marks and full-width forms do not count:
/// "Hoà", "hòa" and "HÒA" are one; circumflex, breve, horn and đ do count. A tone is written once,
/// after the letters, as a byte 1...5.
package func foldedKey(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  let raw = Array(bytes)
  var result: [UInt8] = []
  for value in foldedScalars(raw, 0, raw.count) {
    guard let scalar = Unicode.Scalar(value) else { continue }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  return result
}

/// Whether two tokens of a text are the same word, known to the vocabulary or not.
package func sameWord(_ text: CanonicalText, _ one: Token, _ other: Token) -> Bool {
  if one.isKnown || other.isKnown {
    return one.key == other.key
  }
  return foldedScalars(text.bytes, Int(one.start), Int(one.end))
    == foldedScalars(text.bytes, Int(other.start), Int(other.end))
}

/// The folded scalars of the bytes from `start` to `end`, the tone after the letters as 1...5.
func foldedScalars(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt32] {
  var result: [UInt32] = []
  foldScalars(bytes, start, end, into: &result)
  return result
}

/// Puts the folded scalars of the bytes from `start` to `end` into `result`, and nothing else.
///
/// The tokenizer folds in its own loop; a test holds the two together.
func foldScalars(_ bytes: [UInt8], _ start: Int, _ end: Int, into result: inout [UInt32]) {
  let end = min(end, bytes.count)
  result.removeAll(keepingCapacity: true)
  result.reserveCapacity(max(0, end - max(start, 0)))
  unsafe ScalarReader.read(bytes, end: end) { read in
    var tone: UInt32 = 0
    var index = max(start, 0)
    while index < end {
      let (entry, length) = unsafe read(index)
      index += length
      if entry.is(.skipped) { continue }
      if entry.tone != 0 {
        // Junk such as "hòá": the first tone stays before the letter that brings the second.
        if tone != 0 { result.append(tone) }
        tone = entry.tone
      }
      result.append(entry.folded)
    }
    if tone != 0 { result.append(tone) }
  }
}
