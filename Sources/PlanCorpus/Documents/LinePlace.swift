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

  /// Why what stands behind a file and a colon is no line; `nil` of all other places.
  package static func fault(in place: String) -> String? {
    guard let colon = place.lastIndex(of: ":"), !FileSystem.exists(place),
      FileSystem.exists(String(place[..<colon]))
    else { return nil }
    guard let line = Int(place[place.index(after: colon)...]) else {
      return "\(place): after the colon stands the number of a line"
    }
    return line > 0 ? nil : "\(place): lines count from 1"
  }
}
