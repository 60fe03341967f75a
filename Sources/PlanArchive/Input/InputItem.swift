/// One thing that a run meets among its inputs.
struct InputItem {
  /// What it is.
  enum Body {
    /// A file on the disk.
    case file(FileFacts)
    /// A document out of a packed file.
    case entry([UInt8], modified: Int?)
    /// Something that cannot be read.
    case failed(Outcome.Failure)
  }

  /// The path as the catalog has it; within a packed file "plans.zip!/a.txt".
  var path: [UInt8]
  var body: Body

  /// What stands after the last slash, for the plan to call the document.
  var name: String {
    let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    return String(decoding: name, as: UTF8.self)
  }
}
