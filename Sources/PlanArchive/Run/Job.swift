/// A document that is being worked on.
struct Job {
  /// Its number in the catalog.
  var id: Int
  var item: InputItem
  /// What the catalog knew of it.
  var before: Catalog.Known?
  /// The digest under which it is settled, so that it need not be converted again.
  var settled: String?
  /// How often a worker has died over it.
  var crashes = 0

  /// What is known of its file.
  var file: FileFacts? {
    switch item.body {
    case .file(let facts): facts
    case .entry(let bytes, let modified): FileFacts(modified: modified, bytes: bytes.count)
    case .failed(let failure): failure.file
    }
  }

  /// What a worker is asked.
  var order: WorkOrder? {
    switch item.body {
    case .file: WorkOrder(name: item.name, body: .file(item.path), before: settled)
    case .entry(let bytes, let modified):
      WorkOrder(name: item.name, body: .bytes(bytes, modified: modified), before: settled)
    case .failed: nil
    }
  }
}
