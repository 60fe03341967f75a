/// A measurement as JSON, with every figure.
package enum MeasureJSON {
  /// The document, with a closing line end.
  package static func text(_ measurement: Measurement) -> String {
    var json = JSONText()
    json.record { json in
      json.name("documents")
      json.value(measurement.documents.count)
      json.name("meanF1")
      json.value(measurement.mean)
      json.breakLine()
      json.name("total")
      totals(measurement, &json)
      json.breakLine()
      json.name("strata")
      json.record { json in
        for (name, part) in measurement.strata {
          json.breakLine()
          json.name(name)
          json.record { json in
            json.name("documents")
            json.value(part.documents.count)
            json.name("meanF1")
            json.value(part.mean)
            json.name("f1")
            figures(&json) { part.counts($0).f1 }
          }
        }
      }
      json.breakLine()
      json.name("byDocument")
      json.record { json in
        for document in measurement.documents {
          json.breakLine()
          json.name(document.name)
          figures(&json) { document.tallies[$0]?.counts.f1 }
        }
      }
    }
    return json.text + "\n"
  }

  private static func totals(_ measurement: Measurement, _ json: inout JSONText) {
    json.record { json in
      for category in Category.allCases {
        json.breakLine()
        json.name(category.rawValue)
        json.record { json in
          let range = Bootstrap.interval(measurement, category)
          counts(measurement.counts(category), &json)
          json.name("low")
          json.value(range?.lowerBound)
          json.name("high")
          json.value(range?.upperBound)
          json.name("softF1")
          json.value(measurement.softCounts(category).f1)
          json.name("fields")
          json.record { json in
            for (name, figures) in measurement.fields(category) {
              json.name(name)
              json.record { counts(figures, &$0) }
            }
          }
        }
      }
    }
  }

  private static func counts(_ counts: Counts, _ json: inout JSONText) {
    for (name, figure) in [("p", counts.precision), ("r", counts.recall), ("f1", counts.f1)] {
      json.name(name)
      json.value(figure)
    }
    for (name, count) in [("hit", counts.hit), ("miss", counts.miss), ("extra", counts.extra)] {
      json.name(name)
      json.value(count)
    }
  }

  private static func figures(_ json: inout JSONText, _ figure: (Category) -> Double?) {
    json.record { json in
      for category in Category.allCases {
        json.name(category.rawValue)
        json.value(figure(category))
      }
    }
  }
}
