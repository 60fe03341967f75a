extension ScalarFolding {
  /// The entry of a scalar: out of the tables where they have it.
  func entry(_ scalar: UInt32) -> FoldedScalar {
    if scalar < 0x800 { return entries[Int(scalar)] }
    if scalar < 0x1_0000 {
      let page = pages[Int(scalar >> 6)]
      if page != 0 { return entries[Int(page) << 6 | Int(scalar & 0x3F)] }
    }
    return Self.fold(scalar)
  }
}
