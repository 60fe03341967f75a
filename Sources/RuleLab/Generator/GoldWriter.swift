import PlanModel

/// Writes what an invented plan says as gold.
struct GoldWriter {
  let words: WordDamage
  private var json = JSONText()

  init(words: WordDamage) {
    self.words = words
  }

  /// The gold of a plan.
  static func text(_ plan: InventedPlan, words: WordDamage) -> String {
    var writer = GoldWriter(words: words)
    writer.write(plan)
    return writer.json.text + "\n"
  }

  private mutating func write(_ plan: InventedPlan) {
    var json = JSONText()
    json.record { json in
      json.name("strata")
      json.record { json in
        for (name, value) in plan.strata {
          json.name(name)
          json.value(value)
        }
      }
      header(plan.header, &json)
      for (name, nodes) in [
        ("preamble", plan.preamble), ("body", plan.body), ("closing", plan.closing),
      ] {
        json.breakLine()
        json.name(name)
        self.nodes(nodes, &json)
      }
      ending(plan, &json)
      facts(plan, &json)
    }
    self.json = json
  }

  private func text(_ value: String?, _ json: inout JSONText) {
    json.value(value.map { words.damaged($0) })
  }

  private func header(_ header: [String: String], _ json: inout JSONText) {
    let fields: [(String, [(String, String?)])] = [
      ("superior", [("text", header["superior"])]),
      ("issuer", [("text", header["issuer"]), ("name", header["name"])]),
      (
        "number",
        [
          ("sequence", header["sequence"]), ("symbol", header["symbol"]),
          ("status", header["sequence"] == nil ? "blank" : "present"),
        ]
      ),
      ("place", [("text", header["place"])]),
      (
        "date",
        [
          ("text", header["date"]), ("value", header["iso"]),
          ("status", header["dateStatus"] ?? "present"),
        ]
      ),
      ("kind", [("code", "KH")]), ("title", [("text", header["title"])]),
    ]
    json.breakLine()
    json.name("header")
    json.record { json in
      for (name, parts) in fields where parts.contains(where: { $0.1 != nil }) {
        json.name(name)
        json.record { json in
          for (part, value) in parts {
            json.name(part)
            if ["text", "name"].contains(part) { text(value, &json) } else { json.value(value) }
          }
        }
      }
    }
  }

  private func nodes(_ nodes: [InventedNode], _ json: inout JSONText) {
    json.list { json in
      for node in nodes {
        json.breakLine()
        json.record { json in
          json.name("type")
          json.value(node.type.rawValue)
          if node.type == .table {
            table(node, &json)
            return
          }
          if let label = node.label {
            json.name("label")
            json.value(label)
          }
          json.name(node.type == .section ? "heading" : "text")
          text(node.text, &json)
          if let role = node.role {
            json.name("role")
            json.value(role.rawValue)
          }
          if !node.children.isEmpty {
            json.name("children")
            self.nodes(node.children, &json)
          }
        }
      }
    }
  }

  private func table(_ node: InventedNode, _ json: inout JSONText) {
    json.name("columns")
    json.list { json in for column in node.columns { text(column, &json) } }
    json.name("rows")
    json.list { json in
      for row in node.rows {
        json.record { json in
          json.name("cells")
          json.list { json in for cell in row.cells { text(cell, &json) } }
        }
      }
    }
  }

  private func ending(_ plan: InventedPlan, _ json: inout JSONText) {
    json.breakLine()
    json.name("signatures")
    json.list { json in
      json.record { json in
        json.name("authority")
        json.list { json in for line in plan.authority { text(line, &json) } }
        json.name("position")
        text(plan.position, &json)
        json.name("name")
        text(plan.signer, &json)
      }
    }
    json.breakLine()
    json.name("recipients")
    json.list { json in
      for one in plan.recipients {
        json.record { json in
          json.name("text")
          text(one.text, &json)
          json.name("purpose")
          text(one.purpose, &json)
          json.name("archive")
          json.value(one.isArchive)
        }
      }
    }
    json.breakLine()
    json.name("appendices")
    json.list { json in
      guard let title = plan.appendixTitle else { return }
      json.record { json in
        json.name("title")
        text(title, &json)
        json.name("note")
        text(plan.appendixNote, &json)
        json.name("body")
        nodes(plan.appendix, &json)
      }
    }
  }
}
