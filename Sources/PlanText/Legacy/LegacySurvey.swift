/// One look at the suspicious lines of a document: which encodings they are written in.
struct LegacySurvey {
  /// What speaks for one encoding.
  private struct Support {
    /// The suspicious pieces that read well, in lines where no other encoding reads better.
    var pieces = 0
    /// Those in lines where all others read worse.
    var own = 0
    /// Different ones among those; a few are enough to know.
    var different: Set<[UInt32]> = []
    var ownDifferent: Set<[UInt32]> = []

    /// Counts a piece; `most` different ones are remembered.
    mutating func add(_ piece: [UInt32], isAlone: Bool, upTo most: Int) {
      pieces += 1
      if different.count < most { different.insert(piece) }
      guard isAlone else { return }
      own += 1
      if ownDifferent.count < most { ownDifferent.insert(piece) }
    }
  }

  /// The fewest different words that an encoding is believed for.
  private static let leastWords = 3

  /// How many words are looked at together.
  private static let fewWords = 4

  private var readings: PieceReadings
  private let encodings: [LegacyEncoding]
  private var supports: [Support]
  /// The suspicious pieces in lines that no encoding reads.
  private var unread = 0

  /// A survey that looks for some encodings.
  init(_ encodings: [LegacyEncoding]) {
    self.encodings = encodings
    readings = PieceReadings(encodings)
    supports = encodings.map { _ in Support() }
  }

  /// Looks at a line with suspicious characters, a few words at a time: its encoding may change.
  mutating func add(_ line: TextPieces) {
    var words: [PieceReadings.Known] = []
    words.reserveCapacity(Self.fewWords)
    for place in line.pieces where line.scalars[place].contains(where: { $0 >= 0x80 }) {
      words.append(readings.read(line.scalars[place]))
      if words.count == Self.fewWords {
        add(words)
        words.removeAll(keepingCapacity: true)
      }
    }
    add(words)
  }

  private mutating func add(_ words: [PieceReadings.Known]) {
    let suspicious = words.count { $0.isSuspicious }
    guard suspicious > 0 else { return }
    // Letters of Unicode alone between them speak against all.
    let most = suspicious + words.count { !$0.isConvertible }
    var best = 0
    var areBest = 0
    var all = [Int](repeating: 0, count: encodings.count)
    for index in encodings.indices {
      let well = words.count { $0.isSuspicious && $0.isGood(in: index + 1) }
      guard well > 0, well * 5 >= most * 3 else { continue }
      all[index] = words.count { $0.isGood(in: index + 1) }
      if all[index] > best { (best, areBest) = (all[index], 0) }
      if all[index] == best { areBest += 1 }
    }
    guard best > 0 else {
      unread += suspicious
      return
    }
    for index in encodings.indices where all[index] == best {
      for word in words where word.isSuspicious && word.isGood(in: index + 1) {
        supports[index].add(word.piece, isAlone: areBest == 1, upTo: Self.leastWords)
      }
    }
  }

  /// How many suspicious words an encoding reads well.
  func words(of encoding: LegacyEncoding) -> Int {
    encodings.firstIndex(of: encoding).map { supports[$0].pieces } ?? 0
  }

  /// The encodings that the document is written in, besides Unicode.
  var found: [LegacyEncoding] {
    func isEnough(_ pieces: Int, _ different: Set<[UInt32]>) -> Bool {
      different.count >= Self.leastWords && pieces >= unread
    }
    let own = encodings.indices.filter {
      isEnough(supports[$0].own, supports[$0].ownDifferent)
    }
    if !own.isEmpty { return own.map { encodings[$0] } }
    // What two encodings read alike is in the one that is more common: it stands first.
    let most = supports.map(\.pieces).max() ?? 0
    return encodings.indices.first {
      supports[$0].pieces == most && isEnough(most, supports[$0].different)
    }.map { [encodings[$0]] } ?? []
  }
}
