import Glibc
import PlanCorpus

/// Everything that a run is given, document by document, in an order that depends on the inputs
/// alone.
struct InputSource {
  /// A packed file that has been gone through to its end.
  struct Packed {
    var path: [UInt8]
    var file: FileFacts
    var entries: Int
  }

  /// A packed file that is being gone through.
  private struct Opened {
    let unpacking: Unpacking
    var facts: Packed
    /// Whether its own name is chosen, and so all that is in it.
    let isChosen: Bool
    /// Whether it was asked for: by its name, or by that of a document in it.
    var isWanted: Bool
  }

  private let settings: RunSettings
  private let omitted: FileIdentity?
  private let bounds: OutputBounds
  private let unpacks: Bool
  private var named: [[UInt8]]
  private var list: LineSource?
  private var walk: FolderWalk?
  private var packed: Opened?
  /// Whether nothing has been met that is to be done, or was done before.
  private(set) var isEmpty = true
  /// The packed files that have ended.
  private(set) var ended: [Packed] = []
  /// Whether a packed file need not be opened.
  var isSettled: ([UInt8], FileFacts) throws(ArchiveError) -> Bool = { _, _ in false }

  /// The inputs of a run; without `unpacks` a packed file counts as one.
  init(_ settings: RunSettings, unpacks: Bool = true) {
    self.settings = settings
    self.unpacks = unpacks
    omitted = FileIdentity(settings.output)
    bounds = OutputBounds(settings.output)
    named = settings.inputs.reversed().map { OddName.bytes(of: $0) ?? Array($0.utf8) }
    if settings.readsList { list = LineSource(STDIN_FILENO, limit: 1 << 16) }
  }

  /// The next document, or `nil` at the end.
  mutating func next() throws(ArchiveError) -> InputItem? {
    let item = try found()
    if item != nil { isEmpty = false }
    return item
  }

  private mutating func found() throws(ArchiveError) -> InputItem? {
    while true {
      if packed != nil {
        if let item = try entry() { return item }
        continue
      }
      if let step = walk?.next() {
        switch step {
        case .file(let path):
          if let item = try file(path, isNamed: false) { return item }
        case .failed(let path, let failure):
          return InputItem(path: path + [UInt8(ascii: "/")], body: .failed(failure))
        }
        continue
      }
      walk = nil
      guard let path = nextNamed() else { return nil }
      if let facts = FolderWalk.look(path, following: true), facts.st_mode & S_IFMT == S_IFDIR {
        walk = FolderWalk(path, omitting: omitted)
      } else if let item = try file(path, isNamed: true) {
        return item
      }
    }
  }

  private mutating func nextNamed() -> [UInt8]? {
    if let path = named.popLast() { return path }
    while let line = list?.next() {
      // What the run writes is no input, as in a folder that is gone through.
      if case .whole(let path) = line, !path.isEmpty, !bounds.hold(path) { return path }
    }
    return nil
  }

  private mutating func file(
    _ path: [UInt8], isNamed: Bool
  ) throws(ArchiveError) -> InputItem? {
    let isTaken = settings.filter.takes(path)
    guard isTaken || isNamed || PackedForm(path) != nil else { return nil }
    guard let facts = FolderWalk.look(path, following: isNamed) else {
      return InputItem(path: path, body: .failed(StableFile.failure(errno, isListed: !isNamed)))
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      // A pipe or device; or what the walk saw has become one.
      let failure = Outcome.Failure(.unreadable, "no regular file; name a file or a folder")
      return InputItem(path: path, body: .failed(failure))
    }
    let file = FileFacts(facts)
    if PackedForm(path) != nil, unpacks {
      if try isSettled(path, file) {
        isEmpty = false
        return nil
      }
      packed = Opened(
        unpacking: try Unpacking(path, settings),
        facts: Packed(path: path, file: file, entries: 0), isChosen: isTaken,
        isWanted: isTaken || isNamed)
      return nil
    }
    guard isNamed || settings.filter.takes(modified: file.modified) else { return nil }
    return InputItem(path: path, body: .file(file))
  }

  private mutating func entry() throws(ArchiveError) -> InputItem? {
    guard let opened = packed else { return nil }
    let facts = opened.facts
    func path(_ name: [UInt8]) -> [UInt8] { facts.path + Array("!/".utf8) + name }
    switch opened.unpacking.next() {
    case .end:
      ended.append(facts)
      packed = nil
      return nil
    case .damaged(let message):
      packed = nil
      guard opened.isWanted else { return nil }
      let failure = Outcome.Failure(
        .format, "\(message) after \(facts.entries) entries; pack it anew", file: facts.file)
      return InputItem(path: facts.path, body: .failed(failure))
    case .failed(let name, let failure):
      packed?.facts.entries += 1
      guard takes(name) else { return nil }
      return InputItem(path: path(name), body: .failed(failure))
    case .entry(let name, let bytes, let modified):
      packed?.facts.entries += 1
      guard takes(name), settings.filter.takes(modified: modified) else { return nil }
      return InputItem(path: path(name), body: .entry(bytes, modified: modified))
    }
  }

  /// Whether a document of the packed file is chosen, by its name or with the file.
  private mutating func takes(_ name: [UInt8]) -> Bool {
    guard packed?.isChosen == true || settings.filter.takes(name) else { return false }
    packed?.isWanted = true
    return true
  }
}
