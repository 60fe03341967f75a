/// An invented plan: what it says, before it is printed.
struct InventedPlan: Sendable {
  /// A fact by the names of its fields.
  typealias Facts = [[String: String]]

  /// The fields of the head: "superior", "issuer", "name", "sequence", "symbol", "place", "date",
  /// "iso", "title", "note".
  var header: [String: String] = [:]
  var preamble: [InventedNode] = []
  var body: [InventedNode] = []
  var closing: [InventedNode] = []
  var authority: [String] = []
  var position = ""
  var signer = ""
  var recipients: [(text: String, purpose: String?, isArchive: Bool)] = []
  var appendixTitle: String?
  var appendixNote: String?
  var appendix: [InventedNode] = []
  var references: Facts = []
  var targets: Facts = []
  var tasks: Facts = []
  var assignments: Facts = []
  var funding: Facts = []
  var reports: Facts = []
  /// What kind of document it is: "issuer" and "layout".
  var strata: [(name: String, value: String)] = []
}
