/// A line that tells a person how far work has come.
package struct Progress: Sendable {
  private let done: String
  private let isShown: Bool

  /// A line such as "12/40 measured"; nothing at all when it is not shown.
  package init(done: String, isShown: Bool) {
    self.done = done
    self.isShown = isShown
  }

  /// Writes the line anew; the last one wipes it off.
  package func show(_ count: Int, of all: Int) {
    guard isShown else { return }
    let line = count < all ? "\r\(count)/\(all) \(done)" : "\r\u{1B}[K"
    // Whoever closed the terminal does not want to know.
    try? ByteStream.standardError.write(line)
  }
}
