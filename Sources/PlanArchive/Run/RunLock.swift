import CWorker
import Glibc
import PlanCorpus

/// The lock that keeps two runs from one folder; it goes with its process, however that ends.
struct RunLock: ~Copyable {
  private let file: Int32

  /// Takes the lock of a folder.
  init(_ folder: String) throws(ArchiveError) {
    let place = Path.join(folder, ".lock")
    let file = unsafe open(place, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .file(.notWritable(path: place, code: errno)) }
    guard cworker_lock(file) == 0 else {
      close(file)
      throw .locked(folder: folder)
    }
    self.file = file
  }

  /// Puts all that was written on the same disk there for good.
  func flush() { _ = cworker_flush(file) }

  deinit { close(file) }
}
