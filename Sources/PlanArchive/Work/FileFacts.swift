/// By what a file is known again without reading it.
struct FileFacts: Equatable, Sendable {
  /// When it was last changed, in nanoseconds since 1970.
  var modified: Int?
  /// Its size.
  var bytes: Int
}
