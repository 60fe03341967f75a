/// The counts of one category of one document.
package struct Tally: Sendable {
  /// The category as a whole.
  package internal(set) var counts = Counts()
  /// By field.
  package internal(set) var fields: [String: Counts] = [:]
  /// The counts when texts that share most of their words are equal too.
  package internal(set) var soft = Counts()
  /// Right and wrong facts by the rule that made them.
  package internal(set) var rules: [String: Counts] = [:]
  /// Every miss and every extra.
  package internal(set) var findings: [Finding] = []

  /// Counts facts one by one, equal facts as often as they stand on both sides.
  mutating func add(_ gold: [Fact], _ plan: [Fact], optional: [Fact] = []) {
    var wanted: [Fact: Int] = [:]
    for fact in gold { wanted[fact, default: 0] += 1 }
    var extras: [Fact] = []
    for fact in plan {
      if let count = wanted[fact], count > 0 {
        wanted[fact] = count - 1
        hit(fact)
      } else {
        extras.append(fact)
      }
    }
    var allowed: [Fact: Int] = [:]
    for fact in optional { allowed[fact, default: 0] += 1 }
    extras.removeAll { fact in
      guard let count = allowed[fact], count > 0 else { return false }
      allowed[fact] = count - 1
      return true
    }
    var misses: [Fact] = []
    for fact in gold {
      guard let count = wanted[fact], count > 0 else { continue }
      wanted[fact] = count - 1
      misses.append(fact)
    }
    settle(misses, extras)
  }

  /// Counts a fact that both sides have.
  mutating func hit(_ fact: Fact) {
    counts.hit += 1
    soft.hit += 1
    fields[fact.field, default: Counts()].hit += 1
    if let rule = fact.rule { rules[rule, default: Counts()].hit += 1 }
  }

  /// Counts what one side only has; of these, texts that are nearly equal are soft hits.
  mutating func settle(_ misses: [Fact], _ extras: [Fact]) {
    for fact in misses {
      counts.miss += 1
      fields[fact.field, default: Counts()].miss += 1
      findings.append(Finding(kind: .missing, text: fact.description, rule: nil))
    }
    for fact in extras {
      counts.extra += 1
      fields[fact.field, default: Counts()].extra += 1
      if let rule = fact.rule { rules[rule, default: Counts()].extra += 1 }
      findings.append(Finding(kind: .extra, text: fact.description, rule: fact.rule))
    }
    let alike = Likeness.pairs(misses, extras)
    soft += Counts(hit: alike, miss: misses.count - alike, extra: extras.count - alike)
  }

  /// Counts without a word of what they are.
  mutating func note(hit: Int = 0, miss: Int = 0, extra: Int = 0, _ text: String) {
    let more = Counts(hit: hit, miss: miss, extra: extra)
    counts += more
    soft += more
    if miss > 0 { findings.append(Finding(kind: .missing, text: text, rule: nil)) }
  }
}
