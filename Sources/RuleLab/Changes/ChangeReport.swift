/// What two grammars read differently, by rule and kind.
package struct ChangeReport: Sendable {
  /// What one rule gained and lost of one kind.
  private struct Group {
    var rule: String
    var kind: String
    var gains: [PlanChange] = []
    var losses: [PlanChange] = []
  }

  /// How many changes of a group are shown.
  private static let shown = 5

  private var groups: [Group] = []
  private let documents: Int

  /// The report of changes in so many documents.
  package init(_ changes: [PlanChange], documents: Int) {
    self.documents = documents
    var places: [String: Int] = [:]
    for change in changes {
      let name = change.rule + "\n" + change.kind
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append(Group(rule: change.rule, kind: change.kind))
      }
      if change.isGain {
        groups[place].gains.append(change)
      } else {
        groups[place].losses.append(change)
      }
    }
    groups.sort { ($0.rule, $0.kind) < ($1.rule, $1.kind) }
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { groups.isEmpty }

  private var title: String {
    let gains = groups.reduce(0) { $0 + $1.gains.count }
    let losses = groups.reduce(0) { $0 + $1.losses.count }
    return "\(gains) gained, \(losses) lost in \(documents) documents and cases"
  }

  /// For a terminal.
  package var text: String {
    var text = ""
    for group in groups {
      text += "\(group.rule) \(group.kind): +\(group.gains.count) -\(group.losses.count)\n"
      for (sign, changes) in [("-", group.losses), ("+", group.gains)] {
        for change in changes.prefix(Self.shown) {
          text += "  \(change.place)\n"
          if !change.source.isEmpty { text += "      \(Self.short(change.source))\n" }
          text += "    \(sign) \(Self.short(change.text))\n"
        }
        if changes.count > Self.shown {
          text += "  … \(changes.count - Self.shown) more\n"
        }
      }
    }
    return text + title + "\n"
  }

  /// For a review: a table, and the changes of each rule under it.
  package var markdown: String {
    var text = "**\(title)**\n\n"
    if groups.isEmpty { return text }
    text += "| rule | kind | gained | lost |\n| --- | --- | ---: | ---: |\n"
    for group in groups {
      text +=
        "| `\(group.rule)` | \(group.kind) | \(group.gains.count) | \(group.losses.count) |\n"
    }
    for group in groups {
      text += "\n`\(group.rule)`, \(group.kind):\n\n```diff\n"
      for (sign, changes) in [("-", group.losses), ("+", group.gains)] {
        for change in changes.prefix(Self.shown) {
          text += "# \(change.place): \(Self.short(change.source))\n"
          text += "\(sign) \(Self.short(change.text))\n"
        }
      }
      text += "```\n"
    }
    return text
  }

  private static func short(_ text: String) -> String {
    text.count > 160 ? text.prefix(160) + "…" : text
  }
}
