/// A piece of text of an element; gone when it has been told.
@safe struct XMLText {
  private let bytes: UnsafeRawBufferPointer

  /// A text at an address of the wall, which has made sure that it is UTF-8.
  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = unsafe bytes }

  /// Whether it holds nothing but blanks.
  var isBlank: Bool {
    unsafe bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// Puts the bytes at the end of others.
  func append(to target: inout [UInt8]) { unsafe target.append(contentsOf: bytes) }

  /// The text as a string.
  var string: String { unsafe String(decoding: bytes, as: UTF8.self) }
}
