/// Converts a document line by line, each word by the encoding of the words around it.
///
/// A word reads well in several encodings ("cã" is Unicode, and TCVN3 for "có"); what decides is
/// the cheapest path through the line, on which to change the encoding costs more than one word
/// that does not read well.
struct LegacyPath {
  /// What it costs to change the encoding within a line.
  private static let change = 3
  /// What it costs to begin a line in another encoding than the last one ended in.
  private static let begin = 1
  /// The longest stretch of a line that is decided at once, in pieces.
  private static let stretch = 2048

  /// The encodings of the document; Unicode is state 0, they are 1 and up.
  private let encodings: [LegacyEncoding]
  private var readings: PieceReadings
  private var lastState = 0
  private var counts: [Int]
  private var wellRead = 0
  /// Knows where letters are missing, when the document has lost some.
  private let softHyphens: SoftHyphens?

  /// A path through a document in some encodings besides Unicode, which may have lost the letter
  /// at the place of the soft hyphen.
  init(_ encodings: [LegacyEncoding], lacksSoftHyphens: Bool) {
    self.encodings = encodings
    readings = PieceReadings(encodings)
    softHyphens = lacksSoftHyphens ? SoftHyphens() : nil
    counts = encodings.map { _ in 0 }
  }

  /// Whether even a line in ASCII may lack letters.
  var mendsPlainLines: Bool { softHyphens != nil && lastState != 0 }

  /// The encodings that words were converted from, the one with most first.
  var met: [LegacyEncoding] {
    encodings.indices.filter { counts[$0] > 0 }.sorted { counts[$0] > counts[$1] }
      .map { encodings[$0] }
  }

  /// The share of the converted words that are Vietnamese syllables.
  var confidence: Double {
    let all = counts.reduce(0, +)
    return all == 0 ? 0 : Double(wellRead) / Double(all)
  }

  /// Converts a line.
  mutating func convert(_ line: ArraySlice<UInt8>, into result: inout [UInt8]) {
    let pieces = TextPieces(line)
    guard pieces.isSuspicious || lastState != 0 else {
      result += line
      return
    }
    var words: [LegacyWord] = []
    var state = lastState
    for start in stride(from: 0, to: pieces.pieces.count, by: Self.stretch) {
      let part = start..<min(start + Self.stretch, pieces.pieces.count)
      words += decide(pieces, part, from: &state)
    }
    if !pieces.isPlain { lastState = state }
    LegacyCapitals.mend(&words)
    write(words, pieces, into: &result)
  }

  /// The words of a stretch on the cheapest path.
  private mutating func decide(
    _ line: TextPieces, _ part: Range<Int>, from state: inout Int
  ) -> [LegacyWord] {
    let count = encodings.count + 1
    var costs = (0..<count).map { $0 == state ? 0 : Self.begin }
    var next = costs
    var came: [UInt8] = []
    var read: [PieceReadings.Known] = []
    came.reserveCapacity(part.count * count)
    read.reserveCapacity(part.count)
    for index in part {
      let own = readings.read(line.piece(index))
      // Any state is reached best from itself or from the cheapest of all.
      let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
      for state in 0..<count {
        let changed = costs[best] + Self.change
        came.append(UInt8(truncatingIfNeeded: changed < costs[state] ? best : state))
        next[state] = min(changed, costs[state]) + Int(own.readings[state].quality.rawValue)
      }
      swap(&costs, &next)
      read.append(own)
    }
    var current = state
    for other in costs.indices where costs[other] < costs[current] { current = other }
    state = current
    var words: [LegacyWord] = []
    words.reserveCapacity(part.count)
    for offset in stride(from: part.count - 1, through: 0, by: -1) {
      words.append(
        word(read[offset].readings, current, line.pieces[part.lowerBound + offset]))
      current = Int(came[offset * count + current])
    }
    return words.reversed()
  }

  /// A piece as it is told on a path that is in `state` there.
  private mutating func word(
    _ read: [PieceReading], _ state: Int, _ place: Range<Int>
  ) -> LegacyWord {
    let unicode = read[0]
    let plain = LegacyWord(place: place, scalars: unicode.scalars, encoding: nil)
    guard state > 0 else { return plain }
    let encoding = encodings[state - 1]
    let reading = read[state]
    let isASCII = unicode.scalars.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
    if encoding == .tcvn3, reading.quality == .foreign || isASCII,
      let mended = softHyphens?.mend(reading.scalars)
    {
      counts[state - 1] += 1
      wellRead += 1
      return LegacyWord(place: place, scalars: mended, encoding: encoding)
    }
    guard !isASCII else { return plain }
    // A word of Unicode between words of a font stays what it is.
    if reading.quality != .good, readings.isUnicodeWord(unicode) { return plain }
    counts[state - 1] += 1
    if reading.quality == .good { wellRead += 1 }
    return LegacyWord(place: place, scalars: reading.scalars, encoding: encoding)
  }

  /// Writes the words of a line with what stands between them.
  private func write(_ words: [LegacyWord], _ line: TextPieces, into result: inout [UInt8]) {
    var copied = 0
    for word in words {
      append(line.scalars[copied..<word.place.lowerBound], to: &result)
      append(word.scalars[...], to: &result)
      copied = word.place.upperBound
    }
    append(line.scalars[copied...], to: &result)
  }

  private func append(_ scalars: ArraySlice<UInt32>, to result: inout [UInt8]) {
    for value in scalars {
      if value < 0x80 {
        result.append(UInt8(truncatingIfNeeded: value))
        continue
      }
      guard let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else { continue }
      result.append(contentsOf: units)
    }
  }
}
