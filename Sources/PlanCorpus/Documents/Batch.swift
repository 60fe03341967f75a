/// Does independent work on several cores and hands the results back in input order.
package enum Batch {
  /// Transforms each input and gives the results to `emit` in the order of the inputs.
  ///
  /// At most `jobs` transforms run at a time, and at most four times as many results wait for an
  /// earlier one, so memory does not grow with the number of inputs. `emit` returns whether to
  /// go on. One input is transformed where the caller runs: no thread is started for it.
  package nonisolated(nonsending) static func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int,
    transform: @escaping @Sendable (Input) -> Output,
    emit: (Output) -> Bool
  ) async {
    if jobs <= 1 || inputs.count <= 1 {
      for input in inputs where !emit(transform(input)) { return }
      return
    }
    await withTaskGroup(of: (Int, Output).self) { group in
      var next = 0
      var due = 0
      var running = 0
      var waiting: [Int: Output] = [:]
      while due < inputs.count {
        while running < jobs, next < inputs.count, next - due < 4 * jobs {
          let index = next
          let input = inputs[index]
          group.addTask { (index, transform(input)) }
          next += 1
          running += 1
        }
        guard let (index, output) = await group.next() else { return }
        running -= 1
        waiting[index] = output
        while let output = waiting.removeValue(forKey: due) {
          due += 1
          if !emit(output) {
            group.cancelAll()
            return
          }
        }
      }
    }
  }
}
