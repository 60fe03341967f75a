import ArgumentParser
import PlanCorpus
import PlanExport

/// `kehoach schema`: the schemas of the format.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the schema of the JSON or the XML.",
    discussion: """
      Examples:
        kehoach schema json > plan.schema.json     JSON Schema 2020-12
        kehoach schema xml > plan.xsd              XML Schema 1.0
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case json
    case xml
  }

  @Argument(help: "json or xml.")
  var form: Form

  func run() throws {
    try Leaving.orExplain {
      switch form {
      case .json: try ByteStream.standardOutput.write(PlanJSON.schema)
      case .xml: try ByteStream.standardOutput.write(PlanXML.schema)
      }
    }
  }
}
