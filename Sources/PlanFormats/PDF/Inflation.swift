/// Unpacks data in the format of zlib (RFC 1950, RFC 1951).
struct Inflation {
  private let bytes: ArraySlice<UInt8>
  private var next: Int
  private var bits: UInt64 = 0
  private var bitCount = 0
  private let limit: Int
  private var output: [UInt8] = []

  /// Unpacks data that begins with a slice; what stands behind its end is left alone.
  ///
  /// - Returns: The data; `nil` if it is damaged or longer than `limit`.
  static func unpack(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard bytes.count > 2, let first = bytes.first, first & 0x0F == 8 else { return nil }
    var inflation = Inflation(bytes: bytes, next: bytes.startIndex + 2, limit: limit)
    return inflation.run() ? inflation.output : nil
  }

  private init(bytes: ArraySlice<UInt8>, next: Int, limit: Int) {
    (self.bytes, self.next, self.limit) = (bytes, next, limit)
  }

  private mutating func run() -> Bool {
    while true {
      guard let last = take(1), let kind = take(2) else { return false }
      let isWhole: Bool
      switch kind {
      case 0: isWhole = copy()
      case 1: isWhole = decode(Self.fixedLengths, Self.fixedDistances)
      case 2:
        guard let (lengths, distances) = codes() else { return false }
        isWhole = decode(lengths, distances)
      default: return false
      }
      guard isWhole else { return false }
      if last == 1 { return true }
    }
  }

  /// Takes bytes until there are bits for any word of a code, as far as there are bytes.
  private mutating func fill() {
    while bitCount <= 48, next < bytes.endIndex {
      bits |= UInt64(bytes[next]) << UInt64(bitCount)
      next += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) -> Int? {
    if bitCount < count { fill() }
    guard bitCount >= count else { return nil }
    let value = bits & (1 << UInt64(count) - 1)
    bits >>= UInt64(count)
    bitCount -= count
    return Int(value)
  }

  /// A block that is not packed: it begins with the next whole byte.
  private mutating func copy() -> Bool {
    next -= bitCount / 8
    (bits, bitCount) = (0, 0)
    guard next + 4 <= bytes.endIndex else { return false }
    let count = Int(bytes[next]) | Int(bytes[next + 1]) << 8
    next += 4
    guard next + count <= bytes.endIndex, output.count + count <= limit else { return false }
    output += bytes[next..<next + count]
    next += count
    return true
  }

  private mutating func decode(_ lengths: PrefixCode, _ distances: PrefixCode) -> Bool {
    while true {
      guard let symbol = symbol(lengths) else { return false }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < Self.lengthBases.count else { return false }
      guard let more = take(Self.lengthBits[symbol - 257]) else { return false }
      let length = Self.lengthBases[symbol - 257] + more
      guard let place = self.symbol(distances), place < Self.distanceBases.count,
        let far = take(Self.distanceBits[place])
      else { return false }
      let distance = Self.distanceBases[place] + far
      guard distance <= output.count, output.count + length <= limit else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ code: PrefixCode) -> Int? {
    if bitCount < 15 { fill() }
    let short = code.short[Int(bits & PrefixCode.shortMask)]
    let size = Int(short & 15)
    if size > 0, size <= bitCount {
      bits >>= UInt64(size)
      bitCount -= size
      return Int(short >> 4)
    }
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  /// The codes that a block brings with it.
  private mutating func codes() -> (lengths: PrefixCode, distances: PrefixCode)? {
    guard let lengthCount = take(5), let distanceCount = take(5), let codeCount = take(4) else {
      return nil
    }
    var sizes = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(codeCount + 4) {
      guard let size = take(3) else { return nil }
      sizes[place] = size
    }
    guard let code = PrefixCode(sizes[...]) else { return nil }
    let count = lengthCount + 257 + distanceCount + 1
    sizes = []
    while sizes.count < count {
      guard let symbol = symbol(code) else { return nil }
      switch symbol {
      case 0..<16: sizes.append(symbol)
      case 16:
        guard let last = sizes.last, let more = take(2) else { return nil }
        sizes += Array(repeating: last, count: more + 3)
      default:
        guard let more = take(symbol == 17 ? 3 : 7) else { return nil }
        sizes += Array(repeating: 0, count: more + (symbol == 17 ? 3 : 11))
      }
    }
    guard sizes.count == count, let lengths = PrefixCode(sizes[..<(lengthCount + 257)]),
      let distances = PrefixCode(sizes[(lengthCount + 257)...])
    else { return nil }
    return (lengths, distances)
  }

  /// A prefix code out of the lengths of its words (Huffman).
  private struct PrefixCode {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []
    /// For bits that begin with a short word: its symbol and, in the low four bits, its length.
    var short = [UInt16](repeating: 0, count: 1 << shortSize)

    static let shortSize = 9
    static let shortMask: UInt64 = 1 << 9 - 1

    init?(_ sizes: ArraySlice<Int>) {
      for size in sizes { counts[size] += 1 }
      counts[0] = 0
      var left = 1
      for length in 1...15 {
        left = left << 1 - counts[length]
        guard left >= 0 else { return nil }
      }
      for length in 1...15 {
        symbols += sizes.indices.filter { sizes[$0] == length }.map { $0 - sizes.startIndex }
      }
      setShort()
    }

    /// Sets down the short words, whose bits come from the highest on.
    private mutating func setShort() {
      var index = 0
      var word = 0
      for length in 1...Self.shortSize {
        for symbol in symbols[index..<index + counts[length]] {
          var turned = 0
          for bit in 0..<length where word >> bit & 1 == 1 { turned |= 1 << (length - 1 - bit) }
          for place in stride(from: turned, to: short.count, by: 1 << length) {
            short[place] = UInt16(symbol << 4 | length)
          }
          word += 1
        }
        index += counts[length]
        word <<= 1
      }
    }

    init(fixed sizes: [Int]) {
      self = PrefixCode(sizes[...]) ?? PrefixCode()
    }

    private init() {}
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  private static let fixedLengths = PrefixCode(
    fixed: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = PrefixCode(fixed: Array(repeating: 5, count: 30))
}
