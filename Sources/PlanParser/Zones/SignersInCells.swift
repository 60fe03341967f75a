import PlanModel
import PlanText

/// Signatures in narrow cells whose lines were written one cell after the other: "CHỦ TỊCH CÔNG" /
/// "ĐOÀN" / "Đào Thị" / "Ngân", or the positions of all and then the names of all.
extension PlanReader {
  /// How wide a line of such a cell is at most, how many lines hold the positions, and how many signers.
  private static var cellWidth: Int { 32 }
  private static var deepestPosts: Int { 16 }
  private static var mostInCells: Int { 4 }
  /// How many words a name has, and how many most names have.
  private static var wordsOfName: ClosedRange<Int> { 2...4 }
  private static var usualWords: Int { 3 }

  /// What the cells say of a signer above his name.
  private struct CellSigner {
    var authority: [[ByteSpan]] = []
    var position: [ByteSpan] = []
    var rule: Int?
  }

  /// Where the names in some words begin, and how much speaks against that.
  private struct NameSplit {
    var starts: [Int] = []
    var cost = 0
    /// Whether another way is as good.
    var isDoubtful = false
  }

  /// Reads the signers whose cells begin on line `index`; the result is the line after their names,
  /// `nil` where no such cells stand or where no line broke what stands in them.
  mutating func signersInCells(at index: Int, _ ending: inout Ending) -> Int? {
    guard !ending.lacksName else { return nil }
    var next = index
    while next < lines.count, next - index < Self.deepestPosts, isPostOfCell(next, first: index) {
      next += 1
    }
    let posts = (index..<next).map { lines[$0].content }
    guard !posts.isEmpty, let signers = cellSigners(of: posts) else { return nil }
    let first = next
    while next < lines.count, next - first <= signers.count * 2, isNameOfCell(next, first: first) {
      next += 1
    }
    let names = (first..<next).map { lines[$0].content }
    guard !names.isEmpty, let spans = cellNames(names, signers.count) else { return nil }
    let breaksNames = spans.contains { span in
      names.contains { $0.start > span.start && $0.start < span.end }
    }
    let breaksPosts = signers.contains { signer in
      signer.position.count > 1 || signer.authority.contains { $0.count > 1 }
    }
    guard breaksNames || names.count < signers.count || signers.count > 1 && breaksPosts else {
      return nil
    }
    for (signer, name) in zip(signers, spans) { take(signer, name, &ending) }
    return next
  }

  /// Whether line `index` is one of the lines in capitals of such cells.
  private mutating func isPostOfCell(_ index: Int, first: Int) -> Bool {
    let line = lines[index]
    return line.capitals && isPlainCell(line) && (index == first || line.blanksBefore == 0)
      && (index == first || !startsAppendix(at: index, nil))
  }

  /// Whether line `index` has words with capitals alone, as the names below such cells have.
  private mutating func isNameOfCell(_ index: Int, first: Int) -> Bool {
    let line = lines[index]
    guard !line.capitals, isPlainCell(line), index == first || line.blanksBefore == 0,
      !startsAppendix(at: index, nil)
    else { return false }
    let words = tokens(line.content)
    return words.allSatisfy { $0.kind == .syllable }
      && words.count { !$0.shape.contains(.capitalized) } <= 1
      && words.last?.shape.contains(.capitalized) == true
  }

  private mutating func isPlainCell(_ line: Line) -> Bool {
    line.tabs == 0 && !line.pipe && !line.ended && line.heading == 0
      && line.width <= Self.cellWidth && isOneCell(line) && furniture(of: line) == nil
  }

  // MARK: Positions

  /// The signers whose bodies, authorities and positions stand one after the other on some lines;
  /// `nil` where one begins within a line, or has no position.
  private mutating func cellSigners(of posts: [ByteSpan]) -> [CellSigner]? {
    let words = posts.flatMap { tokens($0) }
    let lineStarts = Set(posts.map(\.start))
    var parts: [(start: Int, isPosition: Bool, rule: Int?)] = []
    var end = 0
    for match in signatureParts(words).sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where match.start >= end {
      guard meaning(match) != .signed, value("form", of: match) != "act" else { return nil }
      // What follows a position is the body of the next signer; before that, of this one.
      let wasPosition = parts.last?.isPosition ?? true
      if match.start > end, wasPosition { parts.append((end, false, nil)) }
      parts.append((match.start, meaning(match) == .position, match.rule))
      end = match.end
    }
    guard parts.last?.isPosition == true else { return nil }
    var signers = [CellSigner()]
    for (index, part) in parts.enumerated() {
      let stop = index + 1 < parts.count ? parts[index + 1].start : words.count
      if index == 0 || parts[index - 1].isPosition {
        guard lineStarts.contains(Int(words[part.start].start)) else { return nil }
        if index > 0 { signers.append(CellSigner()) }
      }
      let spans = linewise(words[part.start..<stop], posts)
      signers[signers.count - 1].rule = signers[signers.count - 1].rule ?? part.rule
      if part.isPosition {
        signers[signers.count - 1].position = spans
      } else {
        signers[signers.count - 1].authority.append(spans)
      }
    }
    let isWhole = signers.allSatisfy { !$0.position.isEmpty }
    return isWhole && signers.count <= Self.mostInCells ? signers : nil
  }

  /// Where some words stand, line by line.
  private func linewise(_ words: ArraySlice<Token>, _ lines: [ByteSpan]) -> [ByteSpan] {
    lines.compactMap { line in
      let own = words.filter { line.start <= Int($0.start) && Int($0.end) <= line.end }
      guard let first = own.first, let last = own.last else { return nil }
      return ByteSpan(Int(first.start), Int(last.end))
    }
  }

  // MARK: Names

  /// The names, as many as there are signers, that some lines hold; `nil` where they do not, or may be
  /// parted in two ways that are as good.
  private mutating func cellNames(_ lines: [ByteSpan], _ count: Int) -> [ByteSpan]? {
    let words = lines.flatMap { tokens($0) }
    guard words.count <= count * (Self.wordsOfName.upperBound + 2),
      let split = split(words, from: 0, count), !split.isDoubtful
    else { return nil }
    let names = split.starts.indices.map { place in
      let end = place + 1 < split.starts.count ? split.starts[place + 1] : words.count
      return ByteSpan(Int(words[split.starts[place]].start), Int(words[end - 1].end))
    }
    // Two whole names below one position belong to two signers.
    let wholes = lines.count { line in
      let own = tokens(line)
      return own.count > 1 && nameEnd(own, from: 0) != nil
    }
    return wholes <= count && names.allSatisfy({ isSigner(tokens($0)) }) ? names : nil
  }

  /// The best way to part the words from `start` on into `count` names.
  private mutating func split(_ words: [Token], from start: Int, _ count: Int) -> NameSplit? {
    guard let shortest = nameEnd(words, from: start) else { return nil }
    let name = shortest - Self.wordsOfName.lowerBound
    var best: NameSplit?
    for length in Self.wordsOfName where name + length <= words.count {
      let end = name + length
      let isLast = count == 1
      guard words[name..<end].allSatisfy({ $0.shape.contains(.capitalized) }),
        isLast == (end == words.count),
        var way = isLast ? NameSplit() : split(words, from: end, count - 1)
      else { continue }
      way.starts.insert(start, at: 0)
      way.cost += abs(length - Self.usualWords)
      if let known = best, known.cost <= way.cost {
        best?.isDoubtful = known.isDoubtful || known.cost == way.cost
      } else {
        best = way
      }
    }
    return best
  }

  /// Where the shortest name ends that begins at a word, a rank or degree of two words before it.
  private func nameEnd(_ words: [Token], from start: Int) -> Int? {
    guard let surnames = grammar.list("surnames"), start + 1 < words.count else { return nil }
    let isRanked = !words[start + 1].shape.contains(.capitalized)
    let name = isRanked ? start + 2 : start
    guard name + Self.wordsOfName.lowerBound <= words.count,
      grammar.value(in: surnames, words, from: name, to: name + 1) != nil
    else { return nil }
    return name + Self.wordsOfName.lowerBound
  }

  private mutating func take(_ signer: CellSigner, _ name: ByteSpan, _ ending: inout Ending) {
    var told = Signer(
      authority: signer.authority.flatMap { $0 }, position: signer.position, name: name,
      rule: signer.rule)
    guard let span = told.span else { return }
    told.finished = Signature(
      authority: signer.authority.map { folder.fold($0) }, position: folder.fold(signer.position),
      name: folder.fold(name), span: span, rule: traced(signer.rule))
    ending.signers.append(told)
  }
}
