/// A piece of a line after conversion.
struct LegacyWord {
  /// Its place in the scalars of the line.
  var place: Range<Int>
  /// Its scalars in Unicode.
  var scalars: [UInt32]
  /// The encoding it was in; `nil` when it stays as it was.
  var encoding: LegacyEncoding?
}
