extension StateTable {
  /// A state, and all of it that going on asks for, so that a step need not look it up.
  struct Position {
    /// The number of the state, above what it is.
    var bits: UInt32
    /// The bits of a symbol that matter in it.
    var mask: UInt32

    init(
      _ number: Int, mask: UInt32, accepts: Bool = false, prefix: Bool = false, final: Bool = false
    ) {
      bits =
        UInt32(number) << 3 | (accepts ? Self.accepting : 0) | (prefix ? Self.prefixAccepting : 0)
        | (final ? Self.final : 0)
      self.mask = mask
    }

    var number: Int { Int(bits >> 3) }
    /// Whether a rule matches up to here.
    var isAccepting: Bool { bits & Self.accepting != 0 }
    /// Whether one does whatever follows.
    var hasPrefixAccept: Bool { bits & Self.prefixAccepting != 0 }
    /// Whether no further token can be taken.
    var isFinal: Bool { bits & Self.final != 0 }

    static let accepting: UInt32 = 1
    static let prefixAccepting: UInt32 = 2
    static let final: UInt32 = 4
  }

  /// What is known of a state.
  struct State {
    var items: Range<Int32>
    var accepts: Range<Int32>
    var hash: UInt32
    /// The keys that its items name, a bit for every 64th: most words are named nowhere.
    var named: UInt64 = 0
    var position: Position
  }

  /// Where a symbol leads from a state.
  struct Transition {
    /// The state (from bit 32) and the symbol; 0 is an empty slot, as state 0 has no transitions.
    var key: UInt64
    var target: Position

    static let empty = Transition(key: 0, target: Position(StateTable.dead, mask: 0, final: true))
  }
}
