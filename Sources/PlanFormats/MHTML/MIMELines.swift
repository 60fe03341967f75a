/// The lines of a message, which end with CR LF, with LF or with CR.
enum MIMELines {
  /// Takes the first line off, its end left out; `nil` when nothing is left.
  static func next(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
    let line = rest[rest.startIndex..<end]
    rest = rest[end...]
    if rest.starts(with: [0x0D, 0x0A]) {
      rest = rest.dropFirst(2)
    } else {
      rest = rest.dropFirst()
    }
    return line
  }
}
