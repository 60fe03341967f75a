/// Which encoding a document's first bytes tell.
struct ByteOrderMark {
  /// An encoding that can be read.
  enum Encoding: Equatable {
    case utf8
    case utf16(bigEndian: Bool)

    /// Its IANA name.
    var name: String {
      switch self {
      case .utf8: "UTF-8"
      case .utf16(bigEndian: false): "UTF-16LE"
      case .utf16(bigEndian: true): "UTF-16BE"
      }
    }
  }

  var encoding: Encoding
  /// The number of bytes of the mark.
  var length: Int
  /// Whether there is no mark and the bytes were looked at.
  var guessed: Bool

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(encoding: .utf8, length: 3, guessed: false)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16(bigEndian: false), length: 2, guessed: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16(bigEndian: true), length: 2, guessed: false)
    } else if let bigEndian = Self.byteOrder(bytes) {
      self.init(encoding: .utf16(bigEndian: bigEndian), length: 0, guessed: true)
    } else {
      self.init(encoding: .utf8, length: 0, guessed: false)
    }
  }

  private init(encoding: Encoding, length: Int, guessed: Bool) {
    self.encoding = encoding
    self.length = length
    self.guessed = guessed
  }

  /// The byte order of UTF-16 without a mark: spaces and plain letters have a NUL on one side.
  private static func byteOrder(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(4096)
    let pairs = sample.count / 2
    guard pairs > 0 else { return nil }
    var nulls = (even: 0, odd: 0)
    for index in 0..<pairs * 2 where sample[index] == 0 {
      if index % 2 == 0 { nulls.even += 1 } else { nulls.odd += 1 }
    }
    // Vietnamese has about three plain letters and spaces in four characters; a NUL on the other
    // side is as rare as U+1E00.
    let (more, fewer) = (max(nulls.even, nulls.odd), min(nulls.even, nulls.odd))
    guard more * 4 >= pairs, fewer * 8 <= more else { return nil }
    return nulls.even > nulls.odd
  }
}
