/// A part of a page that is read from its first line to its last.
enum PageRegion: Sendable {
  /// Lines of text below each other, between two margins.
  case column([WordRow])
  /// Lines below each other that have others beside them.
  case beside([WordRow])
  /// Lines of one who signs, centred below each other, that have others beside them.
  case signer([WordRow])
  /// Rows of cells that stand apart by blanks only.
  case spaced([WordRow])
  /// Rows of a table without borders, and what each has in each column.
  case cells([WordRow], [[WordRow?]])
}
