import PlanModel

/// A signer while the ending is read.
struct Signer {
  var authority: [ByteSpan] = []
  /// The lines of the position; what stands beside them is none of it.
  var position: [ByteSpan] = []
  var name: ByteSpan?
  var rule: Int?
  /// Whether its position so far only says what is done: "PHÊ DUYỆT", "DUYỆT CỦA BGH".
  var acts = false
  /// Whether nothing of what says so can stand on the next line: "NGƯỜI LẬP KẾ HOẠCH".
  var isWholeAct = false
  /// What its column says of it, where columns were read one after the other.
  var finished: Signature?

  var span: ByteSpan? {
    let parts = authority + position + [name].compactMap { $0 }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0.union($1) }
  }

  /// How many bytes the mark of an authority has at most that stands alone: "TUQ.".
  private static let markBytes = 5

  /// Takes a further position: what follows "KT." at once was whom it stands for, not a position, and
  /// what was done stands above the office of the one who did it.
  mutating func take(position next: ByteSpan) {
    if position.count == 1, let last = authority.last, position[0].start - last.end <= 1,
      last.end <= position[0].start, last.count <= Signer.markBytes
    {
      authority[authority.count - 1] = last.union(position[0])
      position = []
    }
    leaveAct()
    position.append(next)
  }

  /// Takes what was done for an authority, above the office of the one who did it.
  mutating func leaveAct() {
    guard acts else { return }
    // What was done may take several lines.
    let isWhole = zip(position, position.dropFirst()).allSatisfy { 0...1 ~= $1.start - $0.end }
    if isWhole, let first = position.first, let last = position.last {
      authority.append(first.union(last))
    } else {
      authority += position
    }
    position = []
    acts = false
    isWholeAct = false
  }
}

/// A recipient while the ending is read.
struct Receiver {
  var group: String?
  var pieces: [ByteSpan]
  var start: Int
}

/// What was read of an ending.
struct Ending {
  var receivers: [Receiver] = []
  var signers: [Signer] = []
  /// Whether one of the last signers has no name yet; more never sign side by side.
  var lacksName: Bool { signers.suffix(16).contains { $0.name == nil } }
  /// The group that recipients stand in, and where its line begins while it has no member.
  var group: String?
  var groupStart: Int? { emptyGroup?.start }
  /// The line of a group that has no member yet.
  var emptyGroup: ByteSpan?
  /// Whether the recipients have begun.
  var receiving = false
  /// Whether a bullet opened one of them.
  var bulleted = false
  /// Whether positions in small letters stand on the line that is read.
  var isPlain = false
  /// The line that is read.
  var line = 0
  /// How many signers stand above a line with place and date, below which others sign.
  var closed = 0
  /// Whether a mark of signing stands below the position that was read last: "(Ký, ghi rõ họ tên)".
  var isMarked = false
  /// Which signer the next cell of the line belongs to.
  var column = 0

  /// Whether the signer of the cell that is read has a name already.
  var isCurrentNamed: Bool { column < signers.count && signers[column].name != nil }

  /// The first signer whose name is still to come.
  var waitingSigner: Int? { signers.indices.dropFirst(closed).first { signers[$0].name == nil } }

  /// The signer of the cell that is read, a new one where there is none yet.
  mutating func currentSigner() -> Int {
    if column >= signers.count {
      signers.append(Signer())
      column = signers.count - 1
    }
    return column
  }
}
