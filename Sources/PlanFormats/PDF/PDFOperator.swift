/// The words of a page's content that draw, or change how it is drawn (ISO 32000-1, annex A).
enum PDFOperator: String, CaseIterable {
  case save = "q"
  case restore = "Q"
  case matrix = "cm"
  case lineWidth = "w"
  case move = "m"
  case line = "l"
  case curve = "c"
  case curveFromHere = "v"
  case curveToThere = "y"
  case close = "h"
  case box = "re"
  case clip = "W"
  case clipEvenOdd = "W*"
  case end = "n"
  case stroke = "S"
  case closeStroke = "s"
  case fill = "f"
  case fillOld = "F"
  case fillEvenOdd = "f*"
  case fillStroke = "B"
  case fillStrokeEvenOdd = "B*"
  case closeFillStroke = "b"
  case closeFillStrokeEvenOdd = "b*"
  case fillGrey = "g"
  case fillRed = "rg"
  case fillInk = "k"
  case strokeGrey = "G"
  case strokeRed = "RG"
  case strokeInk = "K"
  case fillSpace = "cs"
  case strokeSpace = "CS"
  case fillColour = "sc"
  case fillNamedColour = "scn"
  case strokeColour = "SC"
  case strokeNamedColour = "SCN"
  case object = "Do"
  case shading = "sh"
  case inlineImage = "BI"

  private static let packed = Dictionary(
    uniqueKeysWithValues: allCases.map { (pack($0.rawValue.utf8), $0) })

  /// The operator that bytes spell; `nil` for one that draws no line.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 3, let found = Self.packed[Self.pack(bytes)] else { return nil }
    self = found
  }

  private static func pack(_ bytes: some Collection<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
