/// Reads folded scalars from bytes by the tables: the tokenizer's innermost loop.
@unsafe
struct ScalarReader {
  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private let entries: UnsafePointer<FoldedScalar>
  private let pages: UnsafePointer<UInt8>

  /// Calls `body` with a reader of `bytes` before `end`, unless there are none.
  @inline(__always)
  static func read(_ bytes: [UInt8], end: Int, _ body: (ScalarReader) -> Void) {
    let folding = ScalarFolding.shared
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe folding.entries.withUnsafeBufferPointer { entries in
        unsafe folding.pages.withUnsafeBufferPointer { pages in
          guard let bytes = bytes.baseAddress, let entries = entries.baseAddress,
            let pages = pages.baseAddress
          else { return }
          unsafe body(ScalarReader(bytes: bytes, end: end, entries: entries, pages: pages))
        }
      }
    }
  }

  /// The entry of the character at `index` (before `end`) and the number of its bytes.
  ///
  /// A byte that is no part of well-formed UTF-8 before `end` counts as one mark.
  @inline(__always)
  func callAsFunction(_ index: Int) -> (entry: FoldedScalar, length: Int) {
    // Each index into a table is below its length: 0...0x7F, 0x80...0x7FF, a page of 64.
    let first = unsafe bytes[index]
    if first < 0x80 { return unsafe (entries[Int(first)], 1) }
    if first < 0xE0 {
      guard first >= 0xC2, unsafe index + 1 < end, unsafe bytes[index + 1] & 0xC0 == 0x80 else {
        return (.invalid, 1)
      }
      return unsafe (entries[Int(first & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)], 2)
    }
    if first < 0xF0, unsafe index + 2 < end, unsafe bytes[index + 1] & 0xC0 == 0x80,
      unsafe bytes[index + 2] & 0xC0 == 0x80
    {
      let page = unsafe pages[Int(first & 0x0F) << 6 | Int(bytes[index + 1] & 0x3F)]
      if page != 0 { return unsafe (entries[Int(page) << 6 | Int(bytes[index + 2] & 0x3F)], 3) }
    }
    return unsafe readRare(index)
  }

  /// As the call, for what has no table entry.
  @inline(never)
  private func readRare(_ index: Int) -> (entry: FoldedScalar, length: Int) {
    let first = unsafe bytes[index]
    let length = first < 0xF0 ? 3 : 4
    guard first < 0xF5, unsafe index + length <= end else { return (.invalid, 1) }
    var value = UInt32(first) & (length == 3 ? 0x0F : 0x07)
    for next in 1..<length {
      let byte = unsafe bytes[index + next]
      guard byte & 0xC0 == 0x80 else { return (.invalid, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 3 ? 0x800 : 0x1_0000), Unicode.Scalar(value) != nil else {
      return (.invalid, 1)
    }
    return (ScalarFolding.fold(value), length)
  }
}
