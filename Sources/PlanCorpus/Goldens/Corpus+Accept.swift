extension Corpus {
  /// Makes what the program gives now the golden; returns the files that changed.
  package func accept(_ entry: Entry) throws(CorpusError) -> [String] {
    switch entry.kind {
    case .specification: return try acceptSpecification(entry)
    case .document: return try acceptDocument(entry)
    case .summary:
      let place = path(of: entry)
      return try rewrite(place, old: text(at: place), new: summary()) ? [place] : []
    }
  }

  private func acceptSpecification(_ entry: Entry) throws(CorpusError) -> [String] {
    let golden = Golden(grammar: grammar)
    let path = path(of: entry)
    let file = try specification(entry)
    var trees: [String?] = []
    for one in file.cases {
      let isMeant = entry.line == nil || entry.line == one.line
      trees.append(isMeant ? try golden.text(of: one, path: path) : nil)
    }
    let new = file.text(expecting: trees)
    return try rewrite(path, old: text(at: path), new: new) ? [path] : []
  }

  private func acceptDocument(_ entry: Entry) throws(CorpusError) -> [String] {
    // The goldens of a known bug tell the right reading, not the one that the program has.
    if entry.name.hasSuffix(Self.bugSuffix) { return [] }
    let plan = try Golden(grammar: grammar).plan(of: input(of: entry)).plan
    var changed: [String] = []
    for file in Golden.files {
      let place = Path.join(path(of: entry), file.name)
      let new = String(decoding: file.format.bytes(plan), as: UTF8.self)
      if try rewrite(place, old: text(at: place), new: new) { changed.append(place) }
    }
    return changed
  }

  private func rewrite(_ path: String, old: String, new: String) throws(CorpusError) -> Bool {
    if old.utf8.elementsEqual(new.utf8) { return false }
    try OutputFile.write(Array(new.utf8), to: path)
    return true
  }
}
