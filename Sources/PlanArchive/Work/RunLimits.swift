/// What one document may take.
package struct RunLimits: Equatable, Sendable {
  /// The most bytes of a document.
  package var bytes: Int
  /// The most seconds.
  package var seconds: Double
  /// The most bytes of memory that a worker may have.
  package var memory: Int

  /// Limits; the defaults are far above what a plan takes.
  package init(bytes: Int = 256 << 20, seconds: Double = 60, memory: Int = 4 << 30) {
    self.bytes = bytes
    self.seconds = seconds
    self.memory = memory
  }

  /// The limits as the catalog keeps them beside what failed by them.
  var identity: String { "bytes \(bytes) seconds \(seconds) memory \(memory)" }
}
