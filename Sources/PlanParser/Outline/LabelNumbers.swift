/// The numbers of a label, one for most and few for dotted ones.
///
/// They stand in the marker itself, in few bytes: markers are copied with every unit and compared
/// with every level, and none of that touches the memory of others.
struct LabelNumbers: Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The most numbers that a label has; of more the first are kept.
  static let most = 8

  // Labels count to 9999, and a few thousand tell letters from numbers.
  private var numbers = SIMD8<Int16>()
  private var size: UInt8 = 0

  @inline(__always)
  init(arrayLiteral elements: Int...) { self.init(elements) }

  /// The first numbers of some.
  @inline(__always)
  init(_ elements: some Sequence<Int>) { for element in elements { append(element) } }

  /// One number.
  init(_ number: Int) { append(number) }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(size) }

  subscript(place: Int) -> Int { Int(numbers[place]) }

  /// Adds a number behind the others.
  mutating func append(_ number: Int) {
    guard size < Self.most else { return }
    numbers[Int(size)] = Int16(clamping: number)
    size += 1
  }

  /// The numbers before the last.
  var head: LabelNumbers {
    var head = self
    if size > 0 {
      head.size -= 1
      head.numbers[Int(head.size)] = 0
    }
    return head
  }
}
