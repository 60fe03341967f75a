import CXML

/// The attributes of an element that begins; gone when it has been told.
@safe struct XMLAttributes {
  private let first: UnsafePointer<cxml_attribute>?
  private let count: Int

  /// The attributes at an address of the wall.
  init(_ first: UnsafePointer<cxml_attribute>?, count: Int) {
    unsafe self.first = unsafe first
    self.count = count
  }

  /// The value of the attribute with a name in one of some namespaces; `nil` when there is none.
  ///
  /// A namespace of -2 means none.
  func value(_ name: Int, in spaces: ClosedRange<Int>) -> String? {
    guard let first = unsafe first else { return nil }
    for index in 0..<count {
      let attribute = unsafe first[index]
      guard unsafe Int(attribute.name) == name, unsafe spaces.contains(Int(attribute.space)) else {
        continue
      }
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: attribute.value, count: attribute.length),
        as: UTF8.self)
    }
    return nil
  }
}
