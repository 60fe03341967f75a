/// A place of the plan that the plan itself names ("mục 5, Phần III", "Phụ lục I").
public struct Link: Equatable, Sendable {
  /// The words.
  public var text: String
  /// The ids of the nodes that they name, of an appendix "A1"; empty when there are none such.
  public var to: [String]
  /// The id of the node it was found in.
  public var node: String
  /// Where it stands.
  public var span: ByteSpan
  /// The rule that found it.
  public var rule: String?

  /// A link from its parts.
  public init(text: String, to: [String], node: String, span: ByteSpan, rule: String? = nil) {
    self.text = text
    self.to = to
    self.node = node
    self.span = span
    self.rule = rule
  }
}
