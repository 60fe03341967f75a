import Glibc
import PlanCorpus

/// The files under a folder, one by one, in the order of their names' bytes.
///
/// Names are bytes: any that the system has. Links are not followed, so that the walk stays in
/// its tree and ends. Memory grows with the depth and with the largest folder, not with the tree.
struct FolderWalk {
  /// What the walk meets.
  enum Step {
    case file([UInt8])
    /// A folder that cannot be listed.
    case failed([UInt8], Outcome.Failure)
  }

  private struct Level {
    var path: [UInt8]
    /// The names that are still to come, the next one last, with their kinds.
    var waiting: [(name: [UInt8], isFolder: Bool)]
  }

  private var levels: [Level] = []
  private var failure: Step?
  /// A folder that is left out: the one that the run writes to.
  private let omitted: FileIdentity?

  init(_ folder: [UInt8], omitting omitted: FileIdentity?) {
    self.omitted = omitted
    enter(folder)
  }

  /// The next file, or `nil` at the end.
  mutating func next() -> Step? {
    while true {
      if let failure = failure.take() { return failure }
      guard let last = levels.indices.last else { return nil }
      guard let (name, isFolder) = levels[last].waiting.popLast() else {
        levels.removeLast()
        continue
      }
      let path = Self.join(levels[last].path, name)
      if !isFolder { return .file(path) }
      if omitted == nil || FileIdentity(bytes: path) != omitted { enter(path) }
    }
  }

  private mutating func enter(_ folder: [UInt8]) {
    do throws(Outcome.Failure) {
      levels.append(Level(path: folder, waiting: try Self.names(in: folder)))
    } catch {
      failure = .failed(folder, error)
    }
  }

  static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
  }

  /// What the system knows of a path.
  static func look(_ path: [UInt8], following: Bool) -> stat? {
    var facts = stat()
    let code = unsafe (path + [0]).withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        guard let text = text.baseAddress else { return Int32(-1) }
        return following ? unsafe stat(text, &facts) : unsafe lstat(text, &facts)
      }
    }
    return code == 0 ? facts : nil
  }

  /// Files and folders in a folder, the first name last; links, pipes and devices are none.
  private static func names(
    in folder: [UInt8]
  ) throws(Outcome.Failure) -> [(name: [UInt8], isFolder: Bool)] {
    let stream = unsafe (folder + [0]).withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe text.baseAddress.flatMap { unsafe opendir($0) }
      }
    }
    guard let stream = unsafe stream else { throw StableFile.failure(errno) }
    defer { unsafe closedir(stream) }
    var names: [(name: [UInt8], isFolder: Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          unsafe Array(
            UnsafeBufferPointer(
              start: bytes,
              count: strnlen(UnsafeRawPointer(field).assumingMemoryBound(to: CChar.self), 256)))
        }
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      var kind = Int32(unsafe entry.pointee.d_type)
      if kind == Int32(DT_UNKNOWN), let facts = look(join(folder, name), following: false) {
        kind = Int32(facts.st_mode & S_IFMT) >> 12
      }
      if kind == Int32(DT_REG) || kind == Int32(DT_DIR) {
        names.append((name, kind == Int32(DT_DIR)))
      }
    }
    return names.sorted { $1.name.lexicographicallyPrecedes($0.name) }
  }
}
