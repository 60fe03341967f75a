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
  }

  /// The fewest different words that an encoding is believed for.
  private static let leastWords = 3

  /// How many words are looked at together.
  private static let fewWords = 4

  private let reader = PieceReader()
  private let encodings: [LegacyEncoding]
  private var supports: [Support]
  /// The suspicious pieces in lines that no encoding reads.
  private var unread = 0

  /// A survey that looks for some encodings.
  init(_ encodings: [LegacyEncoding]) {
    self.encodings = encodings
    supports = encodings.map { _ in Support() }
  }

  /// Looks at a line with suspicious characters, a few words at a time: its encoding may change.
  mutating func add(_ line: TextPieces) {
    var pieces: [[UInt32]] = []
    for index in line.pieces.indices {
      let piece = line.piece(index)
      guard piece.contains(where: { $0 >= 0x80 }) else { continue }
      pieces.append(piece)
      if pieces.count == Self.fewWords {
        add(pieces)
        pieces = []
      }
    }
    add(pieces)
  }

  private mutating func add(_ pieces: [[UInt32]]) {
    let suspicious = pieces.filter { $0.count > 1 && $0.contains(where: PieceReader.isSuspicious) }
    guard !suspicious.isEmpty else { return }
    // Letters of Unicode alone between them speak against all.
    let most = suspicious.count + pieces.count { !reader.isConvertible($0) }
    var read: [(well: [[UInt32]], all: Int)] = []
    for encoding in encodings {
      func isGood(_ piece: [UInt32]) -> Bool {
        reader.read(piece, as: encoding).quality == .good
      }
      let well = suspicious.filter(isGood)
      let isEnough = !well.isEmpty && well.count * 5 >= most * 3
      read.append((isEnough ? well : [], isEnough ? pieces.count(where: isGood) : 0))
    }
    let best = read.map(\.all).max() ?? 0
    guard best > 0 else {
      unread += suspicious.count
      return
    }
    let isAlone = read.count { $0.all == best } == 1
    for (index, reading) in read.enumerated() where reading.all == best {
      supports[index].pieces += reading.well.count
      if isAlone { supports[index].own += reading.well.count }
      for piece in reading.well {
        if supports[index].different.count < Self.leastWords {
          supports[index].different.insert(piece)
        }
        if isAlone, supports[index].ownDifferent.count < Self.leastWords {
          supports[index].ownDifferent.insert(piece)
        }
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
