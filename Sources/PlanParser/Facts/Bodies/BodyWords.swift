/// What the phrases of some tokens say about bodies and their duties, by the place of a token.
///
/// A class around its tables, since they are many and go from reader to reader: none copies them,
/// and as they do not change, no look at them has to be guarded.
@dynamicMemberLookup
final class BodyWords: Sendable {
  /// What no phrase says.
  static let none = BodyWords(Tables())

  /// What was found.
  let tables: Tables

  init(_ tables: consuming Tables) { self.tables = tables }

  /// A table.
  @inline(__always)
  subscript<Table>(dynamicMember table: KeyPath<Tables, Table>) -> Table {
    tables[keyPath: table]
  }

  /// The first words of a body's name.
  struct Head {
    /// What begins there.
    enum Kind: String {
      /// One body with a name of its own ("Sở Tài chính").
      case named
      /// Several bodies at once ("các sở, ban, ngành").
      case group
      /// A common noun ("đơn vị").
      case bare
      /// An office or a person ("Chủ tịch UBND xã").
      case person
    }

    /// What begins there.
    var kind: Kind
    /// The place after its last token.
    var end: Int
    /// The rule that found it.
    var rule: Int
    /// Whether it names people, not bodies ("Nhân dân").
    var isPeople = false
    /// Whether it is none of the bodies that "cơ quan" and "đơn vị" tell: "viện nghiên cứu".
    var isOwn = false
    /// Whether it is part of the body whose name stands before its dash ("Chi nhánh Lịm").
    var isBranch = false
    /// Whether it is the name of one person ("đồng chí Lò Văn Pá").
    var isNamed = false
  }

  /// What a word for what bodies do says beside that; most say no more.
  enum Act: String {
    case no
    case noun
    case aside
    case attribute
    case which
    case again
    case standing
    case by
    case belongs
    case done
    case passive
    case direct
    case inset
    case adverb
    case scope
    case must
    case judge
    case idle
    case link
    case office
  }

  /// A word that says what a body is charged to be.
  struct Charge {
    /// Its role.
    var role: Role
    /// Its tokens.
    var range: Range<Int>
    /// The rule that found it.
    var rule: Int

    /// What a body is charged to be.
    enum Role: String {
      case lead
      case support
      case responsible
    }
  }

  /// Words by which one body charges another.
  struct HandDown {
    /// The place after its last token.
    var end: Int
    /// Whether only several bodies at once can stand behind it.
    var toSeveral: Bool
    /// Whether only somebody with a name can.
    var toNamed = false
  }

  /// The place in `charges` of the first that begins at a token or behind it.
  func charge(from start: Int) -> Int { tables.charge(from: start) }

  /// Whether a word that says who leads, helps or answers begins at a token.
  func isCharge(at place: Int) -> Bool { tables.isCharge(at: place) }

  /// The first "phối hợp với" that begins at a token or behind it.
  func partner(from start: Int) -> Range<Int>? { tables.partner(from: start) }

  /// The place in `ofSeveral` of the first that stands at a token or behind it.
  func several(from start: Int) -> Int { tables.several(from: start) }
}
