extension GoldWriter {
  /// How a field of a fact is written.
  private enum Form {
    /// Words of the document.
    case words
    /// A code, the same however words are spelt.
    case code
    case number
    /// A list, its entries separated by semicolons.
    case list
  }

  /// The facts of each kind, and what says that a fact need not be found.
  func facts(_ plan: InventedPlan, _ json: inout JSONText) {
    write("references", plan.references, &json) {
      [
        ("kind", .code, $0["kind"]), ("number", .code, $0["number"]), ("date", .code, $0["date"]),
        ("issuer", .words, $0["issuer"]), ("subject", .words, $0["subject"]),
        ("relation", .code, $0["relation"]),
      ]
    }
    write("targets", plan.targets, &json) {
      [
        ("indicator", .words, $0["indicator"]), ("action", .words, $0["action"]),
        ("comparator", .code, $0["comparator"] ?? "eq"), ("value", .number, $0["value"]),
        ("upper", .number, $0["upper"]), ("unit", .words, $0["unit"]),
        ("direction", .code, $0["direction"]), ("by", .code, $0["by"]),
        ("period", .code, $0["period"]),
      ]
    }
    json.breakLine()
    json.name("tasks")
    json.list { json in
      for fact in plan.tasks {
        json.breakLine()
        json.record { json in task(fact, &json) }
      }
    }
    json.breakLine()
    json.name("assignments")
    json.list { json in
      for fact in plan.assignments {
        for role in ["lead", "support", "responsible"] {
          for body in (fact[role] ?? "").split(separator: ";") {
            json.breakLine()
            json.record { json in
              fields([("body", .words, String(body)), ("role", .code, role)], &json)
            }
          }
        }
      }
    }
    json.breakLine()
    json.name("funding")
    json.list { json in
      for fact in plan.funding {
        json.record { json in
          fields([("sources", .list, fact["sources"])], &json)
          guard let amount = fact["amount"] else { return }
          json.name("amount")
          json.record { json in
            fields([("value", .number, amount), ("unit", .code, fact["amount-unit"])], &json)
          }
        }
      }
    }
    write("reports", plan.reports, &json) {
      [
        ("to", .list, $0["to"]), ("repeat", .list, $0["repeat"]), ("before", .code, $0["before"]),
      ]
    }
  }

  private func task(_ fact: [String: String], _ json: inout JSONText) {
    fields(
      [
        ("origin", .code, fact["origin"]), ("ordinal", .code, fact["ordinal"]),
        ("text", .words, fact["text"]), ("lead", .list, fact["lead"]),
        ("support", .list, fact["support"]), ("output", .words, fact["output"]),
      ], &json)
    guard let time = fact["time"] else { return }
    json.name("time")
    json.record { json in
      fields(
        [
          ("text", .words, time), ("value", .code, fact["value"]),
          ("repeat", .code, fact["repeat"]),
        ], &json)
    }
  }

  private func write(
    _ name: String, _ facts: InventedPlan.Facts, _ json: inout JSONText,
    _ fields: ([String: String]) -> [(String, Form, String?)]
  ) {
    json.breakLine()
    json.name(name)
    json.list { json in
      for fact in facts {
        json.breakLine()
        json.record { json in
          self.fields(fields(fact), &json)
          if fact["optional"] != nil {
            json.name("optional")
            json.value(true)
          }
        }
      }
    }
  }

  private func fields(_ fields: [(String, Form, String?)], _ json: inout JSONText) {
    for (name, form, value) in fields {
      json.name(name)
      switch form {
      case .words: json.value(value.map { words.damaged($0) })
      case .code: json.value(value)
      case .number: json.number(value)
      case .list:
        json.list { json in
          for part in (value ?? "").split(separator: ";") {
            json.value(words.damaged(String(part)))
          }
        }
      }
    }
  }
}
