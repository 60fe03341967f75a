import Glibc
import PlanCorpus
import PlanParser

/// Where the plans of a run lie: `plans/` with the paths of the documents, each with the name of
/// its form behind.
struct OutputTree {
  private let folder: String
  /// One file through which all are written: a run that is killed leaves no other.
  private let partial: String
  /// The folder that was made last.
  private var made = ""

  /// The tree in the folder of a run.
  init(_ output: String) {
    folder = Path.join(output, "plans")
    partial = Path.join(output, ".partial")
  }

  /// Takes away what a killed run was at.
  func clear() { unsafe unlink(partial) }

  /// The place of a document's plan.
  func place(_ path: [UInt8], _ format: OutputFormat) -> String {
    let parts = path.split(separator: UInt8(ascii: "/")).map { Self.name(Array($0)) }
    return Path.join(folder, parts.joined(separator: "/") + "." + format.rawValue)
  }

  /// Whether there is a plan of each form.
  func has(_ path: [UInt8], _ formats: [OutputFormat]) -> Bool {
    formats.allSatisfy { FileSystem.exists(place(path, $0)) }
  }

  /// Writes one plan whole, or leaves the place as it was.
  mutating func write(
    _ bytes: [UInt8], _ path: [UInt8], _ format: OutputFormat
  ) throws(CorpusError) {
    let place = place(path, format)
    if let slash = place.lastIndex(of: "/"), place[..<slash] != made {
      try Self.makeFolders(String(place[..<slash]))
      made = String(place[..<slash])
    }
    try OutputFile.write(bytes, to: place, through: partial)
  }

  /// Takes away the plans of a document that has none any more.
  func remove(_ path: [UInt8], _ formats: [OutputFormat]) {
    for format in formats { unsafe unlink(place(path, format)) }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(CorpusError) {
    if FileSystem.isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    try FileSystem.makeFolder(path)
  }

  /// A part of a path as a name that every file system takes: ".." leads nowhere, bytes that are
  /// no UTF-8 and "%" are written as %HH, and a long name ends in a digest.
  private static func name(_ part: [UInt8]) -> String {
    if part == [0x2E, 0x2E] { return "%2E%2E" }
    if part == [0x2E] { return "%2E" }
    var name = ""
    for piece in String(decoding: part, as: UTF8.self).unicodeScalars {
      switch piece {
      case "%": name += "%25"
      case "\u{0}"..."\u{1F}": name += "%" + hexadecimal(UInt8(piece.value))
      default: name.unicodeScalars.append(piece)
      }
    }
    if String(validating: part, as: UTF8.self) == nil {
      name = part.map {
        (0x21...0x7E).contains($0) && $0 != 0x25
          ? String(Unicode.Scalar($0)) : "%" + hexadecimal($0)
      }
      .joined()
    }
    guard name.utf8.count > 200 else { return name }
    return String(name.prefix(40)) + "~" + sha256Hex(part).prefix(32)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}
