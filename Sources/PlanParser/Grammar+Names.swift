import PlanText

extension Grammar {
  /// The words that an abbreviation at the beginning of a name stands for, and how many tokens
  /// it takes: "UBND" is "Ủy ban nhân dân".
  func expansion(of tokens: [Token]) -> (text: String, count: Int)? {
    longest(in: "abbreviations", tokens, at: 0)
  }

  /// The name that the tokens from `start` on begin with, as it is written in normal case; `proper`
  /// says that the words after it are names too ("xã", "Trường THPT"), `opens` that the first of them
  /// begins with a capital ("Câu lạc bộ Hóa học").
  func writtenName(
    _ tokens: [Token], at start: Int
  ) -> (text: String, count: Int, proper: Bool, opens: Bool)? {
    let name = longest(in: "names", tokens, at: start)
    let head = longest(in: "name-heads", tokens, at: start)
    if let head, head.count >= name?.count ?? 0 {
      return (head.text, head.count, true, false)
    }
    let opener = longest(in: "name-openers", tokens, at: start)
    if let opener, opener.count >= name?.count ?? 0 {
      return (opener.text, opener.count, false, true)
    }
    return name.map { ($0.text, $0.count, false, false) }
  }

  /// What a school or a company is for, in several words, as it is written in normal case: "Y tế".
  func fieldName(_ tokens: [Token], at start: Int) -> (text: String, count: Int)? {
    longest(in: "name-fields", tokens, at: start)
  }

  private func longest(
    in name: String, _ tokens: [Token], at start: Int
  ) -> (text: String, count: Int)? {
    guard let list = list(name), let entry = entry(in: list, tokens, at: start) else { return nil }
    return (entry.value, entry.end - start)
  }
}

extension Grammar {
  /// The longest entry of a list that the tokens from `start` on begin with.
  func entry(in list: List, _ tokens: [Token], at start: Int) -> (value: String, end: Int)? {
    guard start < tokens.count, compiled.lists[list.index].begins(with: tokens[start].key) else {
      return nil
    }
    return longestEntry(in: list, tokens, at: start)
  }

  private func longestEntry(
    in list: List, _ tokens: [Token], at start: Int
  ) -> (value: String, end: Int)? {
    let words = compiled.lists[list.index]
    var node = 0
    var best: (node: Int, end: Int)?
    var index = start
    while index < tokens.count, let child = words.child(of: node, key: tokens[index].key) {
      node = child
      index += 1
      if words.nodes[node].isEntry { best = (node, index) }
    }
    guard let best else { return nil }
    let entry = words.nodes[best.node]
    let value = compiled.files[words.file].text(Int(entry.valueStart)..<Int(entry.valueEnd))
    return (value, best.end)
  }
}
