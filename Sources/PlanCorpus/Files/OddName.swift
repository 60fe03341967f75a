import Glibc

/// Finds files whose names are no UTF-8: arguments tell them with U+FFFD where they are none.
package enum OddName {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// The path in bytes of the one file that is told so; `nil` when there is none, or several, or
  /// nothing was replaced.
  package static func bytes(of path: String) -> [UInt8]? {
    guard path.unicodeScalars.contains(replacement), !FileSystem.exists(path) else { return nil }
    let slash = UInt8(ascii: "/")
    var place: [UInt8] = path.utf8.first == slash ? [slash] : []
    for part in path.utf8.split(separator: slash) {
      var name = Array(part)
      if String(decoding: name, as: UTF8.self).unicodeScalars.contains(replacement) {
        let found = names(in: place.isEmpty ? [UInt8(ascii: ".")] : place).filter {
          Array(String(decoding: $0, as: UTF8.self).utf8) == name
        }
        guard found.count == 1 else { return nil }
        name = found[0]
      }
      if !place.isEmpty, place.last != slash { place.append(slash) }
      place += name
    }
    return place
  }

  private static func names(in folder: [UInt8]) -> [[UInt8]] {
    let text = folder.map { CChar(bitPattern: $0) } + [0]
    guard let stream = unsafe opendir(text) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
        names.append(unsafe Array(field.prefix { $0 != 0 }))
      }
    }
    return names
  }
}
