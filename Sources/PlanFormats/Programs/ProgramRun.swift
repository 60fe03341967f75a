import CProcess

/// One run of a program: without a shell, in a folder of its own, within limits.
struct ProgramRun: Sendable {
  /// What it may take.
  struct Limits: Sendable {
    /// Seconds on the clock.
    var seconds: UInt32 = 60
    /// Bytes that it prints.
    var output = 1 << 28
    /// Bytes of address space.
    var memory: UInt64 = 2 << 30
    /// Bytes of a file that it writes.
    var file: UInt64 = 1 << 28
  }

  /// The absolute path of the program.
  let program: String
  /// Its arguments, without its own name.
  let arguments: [String]
  /// What it may take.
  var limits = Limits()

  /// The most programs that run side by side.
  static let most = Int(CPROCESS_MOST)

  /// Runs programs side by side, and gives what each printed.
  static func printed(
    by runs: [ProgramRun], in folder: borrowing TemporaryFolder
  ) -> [Result<[UInt8], ProgramFailure>] {
    guard let batch = unsafe cprocess_new() else { return runs.map { _ in .failure(.unstarted) } }
    defer { unsafe cprocess_free(batch) }
    var added = 0
    for run in runs {
      var packed: [CChar] = []
      for argument in run.arguments {
        packed += argument.utf8.map { CChar(bitPattern: $0) }
        packed.append(0)
      }
      let limits = cprocess_limits(
        output: run.limits.output, seconds: run.limits.seconds,
        address_space: run.limits.memory, file_size: run.limits.file)
      guard
        unsafe cprocess_add(batch, run.program, packed, packed.count, folder.path, limits) == 1
      else { break }
      added += 1
    }
    unsafe cprocess_run(batch)
    return runs.indices.map { index in
      guard index < added else { return .failure(.unstarted) }
      let result = unsafe cprocess_take(batch, index)
      let words = unsafe String(cString: result.error)
      switch unsafe result.outcome {
      case CPROCESS_EXITED where unsafe result.status == 0:
        return .success(
          unsafe Array(UnsafeBufferPointer(start: result.output, count: result.length)))
      case CPROCESS_EXITED where unsafe result.status != 127:
        return .failure(.stopped(status: Int(unsafe result.status), words: words))
      case CPROCESS_KILLED:
        return .failure(.killed(signal: Int(unsafe result.status), words: words))
      case CPROCESS_LATE: return .failure(.late(seconds: Int(runs[index].limits.seconds)))
      case CPROCESS_LOUD: return .failure(.loud(bytes: runs[index].limits.output))
      default: return .failure(.unstarted)
      }
    }
  }

  /// Runs a program, and gives what it printed.
  func printed(in folder: borrowing TemporaryFolder) throws(ProgramFailure) -> [UInt8] {
    guard let result = Self.printed(by: [self], in: folder).first else { throw .unstarted }
    return try result.get()
  }
}
