import PlanModel
import Testing

@testable import PlanParser

@Suite("Numerals")
struct NumeralTests {
  @Test(
    "points group and commas divide, whichever spelling a document uses",
    arguments: [
      ("01", "1"), ("3.007", "3007"), ("85,08", "85.08"), ("11.261,6", "11261.6"),
      ("10.8", "10.8"), ("0.125", "0.125"), ("500,000,000", "500000000"), ("5,000", "5000"),
      ("1,234", "1.234"), ("2.286.138", "2286138"), ("4.594,34", "4594.34"),
    ])
  func reads(_ spelling: String, _ value: String) {
    #expect(Numeral.read(Array(spelling.utf8)[...])?.description == value)
  }

  @Test(
    "what is no number is none", arguments: ["", "1..2", "1.23.4567", "12a", "1,", ".5", "9.99.1"])
  func refuses(_ spelling: String) {
    #expect(Numeral.read(Array(spelling.utf8)[...]) == nil)
  }

  @Test("a number too long to hold is none")
  func overflows() {
    #expect(Numeral.read([UInt8](repeating: 0x39, count: 40)[...]) == nil)
  }
}
