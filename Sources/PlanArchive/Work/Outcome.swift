/// What became of a document.
enum Outcome: Sendable {
  /// It was converted: the bytes of each format, and what the catalog keeps.
  case done(Reading)
  /// Its bytes are those that were converted before.
  case same(FileFacts)
  /// It could not be converted.
  case failed(Failure)

  /// A document that was read.
  struct Reading: Sendable {
    var file: FileFacts
    var sha256: String
    var outputs: [[UInt8]]
    var record: CatalogRecord
  }

  /// Why a document could not be converted.
  struct Failure: Sendable {
    var reason: Reason
    var message: String
    /// What is known of the file.
    var file: FileFacts?
    /// How many bytes of it were read.
    var read: Int
    var sha256: String?

    init(
      _ reason: Reason, _ message: String, file: FileFacts? = nil, read: Int = 0,
      sha256: String? = nil
    ) {
      self.reason = reason
      self.message = message
      self.file = file
      self.read = read
      self.sha256 = sha256
    }
  }

  /// Why a document is in quarantine, in a word.
  enum Reason: String, CaseIterable, Sendable {
    /// The file is not there, or went while the run was at it.
    case missing
    /// There is no permission to read it.
    case denied
    /// The system cannot read it.
    case unreadable
    /// It was changed while it was read.
    case changed
    /// No plan could be written: the disk is full, or there is no permission.
    case notWritten = "not-written"
    /// It is larger than `--max-bytes`.
    case tooLarge = "too-large"
    /// It is in no format that is read, or damaged.
    case format
    /// It took longer than `--max-seconds`.
    case time
    /// It took more than `--max-memory`.
    case memory
    /// The program crashed over it.
    case crash

    /// Whether another try may go otherwise though the bytes are the same.
    var isPassing: Bool {
      switch self {
      case .missing, .denied, .unreadable, .changed, .notWritten: true
      case .tooLarge, .format, .time, .memory, .crash: false
      }
    }

    /// Whether a limit of the run decided.
    var isLimit: Bool { [.tooLarge, .time, .memory].contains(self) }
  }
}
