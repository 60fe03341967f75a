/// A file and a line in it, as a person writes them: `plan.txt:12`.
package struct LinePlace: Equatable, Sendable {
  /// The file.
  package let path: String
  /// The line from 1, when one is named.
  package let line: Int?

  /// Takes `:LINE` off the end, unless a file has that very name.
  package init(_ place: String) {
    guard let colon = place.lastIndex(of: ":"), !FileSystem.exists(place),
      let line = Int(place[place.index(after: colon)...]), line > 0
    else {
      path = place
      line = nil
      return
    }
    path = String(place[..<colon])
    self.line = line
  }
}
