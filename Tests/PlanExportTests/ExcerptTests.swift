import PlanModel
import Testing

@Suite struct ExcerptTests {
  @Test func textsAreEqualWhereverTheirBytesStand() {
    let bytes = Array("Chợ quê họp sớm.".utf8)
    var part = Excerpt(bytes, ByteSpan(0, 10))
    #expect(part.wrappedValue == "Chợ quê")
    #expect(part == Excerpt(wrappedValue: "Chợ quê"))
    #expect(part != Excerpt(wrappedValue: "Chợ"))
    part.trimEnd { $0 != UInt8(ascii: " ") }
    part.trimEnd { $0 == UInt8(ascii: " ") }
    #expect(part.wrappedValue == "Chợ")
    part.trimEnd { _ in true }
    #expect(part.isEmpty && part.wrappedValue.isEmpty)
  }

  @Test func aNodeTakesATextOfItsOwn() {
    var node = Node(type: .paragraph, text: "Bến đò", span: ByteSpan(0, 10))
    #expect(node.text == "Bến đò" && node.$text.utf8.first == UInt8(ascii: "B"))
    node.text += " cũ"
    #expect(node.text == "Bến đò cũ")
  }
}
