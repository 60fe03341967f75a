import Glibc
import PlanCorpus

/// Tells what lies in the folder of a run, however it is called: a run that reads what it writes
/// would grow with each `--resume`.
struct OutputBounds {
  private let folder: FileIdentity?

  /// The bounds of a folder, which need not be there yet.
  init(_ output: String) { folder = FileIdentity(output) }

  /// Whether a path leads to the folder itself or to something in it.
  func hold(_ path: [UInt8]) -> Bool {
    guard let folder, var place = Self.resolved(path) else { return false }
    while !place.isEmpty {
      if FileIdentity(bytes: place) == folder { return true }
      guard let slash = place.lastIndex(of: UInt8(ascii: "/")) else { return false }
      place.removeSubrange(slash...)
    }
    return FileIdentity("/") == folder
  }

  /// The path without links, "." and ".."; `nil` when it leads nowhere.
  private static func resolved(_ path: [UInt8]) -> [UInt8]? {
    let text = path.map { CChar(bitPattern: $0) } + [0]
    guard let place = unsafe realpath(text, nil) else { return nil }
    defer { unsafe free(place) }
    return unsafe Array(UnsafeRawBufferPointer(start: place, count: strlen(place)))
  }
}

extension RunSettings {
  /// Refuses inputs that the run itself writes.
  func refuseOutputs() throws(ArchiveError) {
    let bounds = OutputBounds(output)
    for input in inputs where bounds.hold(Array(input.utf8)) {
      throw .argument(
        "\(input): the run would read what it writes to \(output); choose another --out")
    }
  }
}
