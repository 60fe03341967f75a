import CXML

/// The namespaces and names of a format, as numbers that a scan tells instead of texts.
///
/// It lives as long as the program: there is one for each format.
@safe final class XMLVocabulary: Sendable {
  nonisolated(unsafe) private let spaces: UnsafePointer<UnsafePointer<CChar>>
  nonisolated(unsafe) private let names: UnsafePointer<UnsafePointer<CChar>>
  private let spaceCount: Int
  private let nameCount: Int

  /// The vocabulary of some namespaces and of the cases of an enumeration of names, numbered in
  /// the order given.
  init<Name: CaseIterable & RawRepresentable>(
    spaces: [String], names: Name.Type
  ) where Name.RawValue == String {
    let all = Name.allCases.map(\.rawValue)
    unsafe self.spaces = unsafe Self.table(spaces)
    unsafe self.names = unsafe Self.table(all)
    spaceCount = spaces.count
    nameCount = all.count
  }

  /// The same for the wall.
  var raw: cxml_vocabulary {
    unsafe cxml_vocabulary(
      spaces: spaces, space_count: spaceCount, names: names, name_count: nameCount)
  }

  private static func table(_ texts: [String]) -> UnsafePointer<UnsafePointer<CChar>> {
    let table = UnsafeMutablePointer<UnsafePointer<CChar>>.allocate(capacity: max(1, texts.count))
    for (index, text) in texts.enumerated() {
      let characters = text.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
      for (offset, character) in characters.enumerated() {
        unsafe (copy + offset).initialize(to: character)
      }
      unsafe (table + index).initialize(to: UnsafePointer(copy))
    }
    return unsafe UnsafePointer(table)
  }
}
