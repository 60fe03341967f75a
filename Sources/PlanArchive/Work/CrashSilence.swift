import Glibc

/// Keeps what the runtime would print about a crash of a worker from the standard error of the run,
/// which tells of the crash itself.
package enum CrashSilence {
  /// Lets a process that was started as a worker print nothing more; one that was started by a
  /// person, or by a run with a `SWIFT_BACKTRACE` of its own, prints as ever.
  package static func begin() {
    guard let wish = unsafe getenv("SWIFT_BACKTRACE"), unsafe strcmp(wish, "enable=no") == 0
    else { return }
    let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nowhere >= 0 else { return }
    dup2(nowhere, STDERR_FILENO)
    close(nowhere)
  }
}
