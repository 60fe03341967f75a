import Testing

@testable import PlanFormats

@Suite struct XMLNameTests {
  @Test func namesHaveTheNumbersOfTheVocabulary() {
    #expect(WordName.all.map(\.number) == Array(WordName.all.indices))
    #expect(OpenName.all.map(\.index) == Array(OpenName.all.indices))
  }
}
