import PlanModel
import PlanText

/// Signatures side by side in columns so narrow that the page broke their lines: "CHỦ TỊCH" over
/// "CÔNG ĐOÀN" beside "HIỆU" over "TRƯỞNG", the recipients to the left of them or below.
extension PlanReader {
  /// How many lines such columns have at most, and how many columns the page.
  private static var deepest: Int { 30 }
  private static var widest: Int { 200 }
  /// How many blanks part two columns at least.
  private static var river: Int { 2 }

  /// A column of the page, and what stands in it from top to bottom.
  struct Column {
    var start: Int
    var end: Int
    var pieces: [(line: Int, span: ByteSpan)] = []
    /// Whether two runs of words stand in it on one line.
    var isWide = false
  }

  /// What a column says of a signer: the parts of his authority, his position and his name.
  struct ColumnSigner {
    var authority: [[ByteSpan]] = []
    var position: [ByteSpan] = []
    var name: [ByteSpan] = []
    var marks: [ByteSpan] = []
    var rule: Int?
    /// Whether a line of it alone would tell nothing.
    var isBroken = false
  }

  /// Reads the signers whose columns begin on line `index`; the result is the line after their names,
  /// `nil` when no such columns stand there.
  mutating func signersInColumns(at index: Int, _ ending: inout Ending) -> Int? {
    guard ending.signers.isEmpty, lines[index].gapped else { return nil }
    let end = columnsEnd(from: index)
    guard end > index + 2 else { return nil }
    for capitals in [true, false] {
      guard var columns = columns(index..<end, capitals: capitals), columns.count > 1 else {
        continue
      }
      let receives = columns[0].pieces.first.map { namesReceivers($0.span) } ?? false
      let receivers = receives ? columns.removeFirst() : nil
      guard columns.count > 1, !columns.contains(where: \.isWide),
        let signers = signers(in: columns), signers.contains(where: \.isBroken)
      else { continue }
      return take(signers, in: columns, beside: receivers, &ending)
    }
    return nil
  }

  /// The signers of columns; `nil` where one of them says something else.
  mutating func signers(in columns: [Column]) -> [ColumnSigner]? {
    var signers: [ColumnSigner] = []
    for column in columns {
      guard let signer = signer(in: column) else { return nil }
      signers.append(signer)
    }
    return signers
  }

  /// Takes the signers of columns and the receivers to the left of them; the result is the line after
  /// the signers.
  mutating func take(
    _ signers: [ColumnSigner], in columns: [Column], beside receivers: Column?,
    _ ending: inout Ending
  ) -> Int? {
    guard let last = columns.compactMap({ $0.pieces.last?.line }).max() else { return nil }
    for piece in receivers?.pieces ?? [] where piece.line <= last {
      ending.line = piece.line
      if !read(piece.span, lines[piece.line], &ending, left: true) {
        addFurniture(.noise, piece.span)
      }
    }
    for signer in signers { take(signer, &ending) }
    return last + 1
  }

  /// The line after the last that columns from line `index` on may reach.
  private mutating func columnsEnd(from index: Int) -> Int {
    var end = index
    while end < min(lines.count, index + Self.deepest) {
      let line = lines[end]
      guard line.tabs == 0, !line.pipe, line.right <= Self.widest else { break }
      if end > index {
        if line.pageBefore || startsAppendix(at: end, nil) || furniture(of: line) != nil { break }
        if isOneCell(line), namesReceivers(line.content) { break }
      }
      end += 1
    }
    return end
  }

  /// Whether a text is the label of the recipients.
  mutating func namesReceivers(_ span: ByteSpan) -> Bool {
    lineMatch(.recipients, tokens(span)) != nil
  }

  /// The columns that blanks part on all of some lines, or on those in `capitals` alone; `nil` where a
  /// line writes over two of them.
  private mutating func columns(_ range: Range<Int>, capitals: Bool) -> [Column]? {
    var written = [Bool](repeating: false, count: Self.widest + 2)
    for index in range where !capitals || lines[index].capitals {
      for fragment in fragments(of: lines[index]) {
        for place in fragment.start..<min(fragment.end, Self.widest) { written[place] = true }
      }
    }
    var columns: [Column] = []
    var blanks = Self.river
    for place in written.indices {
      guard written[place] else {
        blanks += 1
        continue
      }
      if blanks >= Self.river || columns.isEmpty {
        columns.append(Column(start: place, end: place + 1))
      } else {
        columns[columns.count - 1].end = place + 1
      }
      blanks = 0
    }
    // Bullets alone stand before the texts of one column.
    if columns.count > 2, columns[0].end - columns[0].start == 1 {
      columns[1].start = columns[0].start
      columns.removeFirst()
    }
    guard (2...5).contains(columns.count) else { return nil }
    for index in range {
      for fragment in fragments(of: lines[index]) {
        guard put(fragment, from: index, in: &columns) else { return nil }
      }
    }
    return columns
  }

  /// Puts a run of words into its column, or the two halves of one where names stand so near that one
  /// blank parts them; false when it belongs to two.
  private mutating func put(_ fragment: Fragment, from line: Int, in columns: inout [Column])
    -> Bool
  {
    let met = columns.indices.filter { fragment.meets(columns[$0].start, columns[$0].end) }
    if met.count == 2, met[1] == met[0] + 1 {
      guard let blank = blankBeforeName(fragment, columns[met[0]], columns[met[1]]),
        let (left, right) = split(fragment, at: blank)
      else { return false }
      add(left, from: line, to: &columns[met[0]])
      add(right, from: line, to: &columns[met[1]])
      return true
    }
    guard met.count < 2 else { return false }
    let middle = fragment.start + fragment.end
    let nearest = columns.indices.min {
      abs(columns[$0].start + columns[$0].end - middle)
        < abs(columns[$1].start + columns[$1].end - middle)
    }
    guard let place = met.first ?? nearest else { return false }
    add(fragment, from: line, to: &columns[place])
    return true
  }

  private func add(_ fragment: Fragment, from line: Int, to column: inout Column) {
    if let last = column.pieces.indices.last, column.pieces[last].line == line {
      column.pieces[last].span = column.pieces[last].span.union(fragment.span)
      column.isWide = true
    } else {
      column.pieces.append((line, fragment.span))
    }
  }

  /// The blank between two columns behind which a surname begins the name in the second.
  private mutating func blankBeforeName(_ fragment: Fragment, _ left: Column, _ right: Column)
    -> Int?
  {
    guard let surnames = grammar.list("surnames") else { return nil }
    for blank in blanks(in: fragment) where blank >= left.end && blank < right.start {
      guard let (_, name) = split(fragment, at: blank) else { continue }
      let words = tokens(name.span)
      if isName(words), grammar.value(in: surnames, words, from: 0, to: 1) != nil { return blank }
    }
    return nil
  }

  // MARK: Signers

  /// The signer of a column: lines in capitals, then his name; `nil` where it says something else.
  private mutating func signer(in column: Column) -> ColumnSigner? {
    var signer = ColumnSigner()
    var posts: [ByteSpan] = []
    for piece in column.pieces {
      let words = tokens(piece.span)
      if lineMatch(.signed, words) != nil {
        signer.marks.append(piece.span)
      } else if words.allSatisfy({ $0.kind == .mark || $0.shape.contains(.upper) }),
        signer.name.isEmpty
      {
        posts.append(piece.span)
        signer.isBroken = signer.isBroken || !signs(words)
      } else {
        signer.name.append(piece.span)
      }
    }
    signer.isBroken = signer.isBroken || signer.name.count > 1
    guard !posts.isEmpty, (1...2).contains(signer.name.count),
      isSigner(signer.name.flatMap { tokens($0) }), part(posts, of: &signer)
    else { return nil }
    return signer
  }

  /// Parts the lines in capitals above a name: bodies, authorities, and the position last; false when
  /// no position ends them.
  private mutating func part(_ posts: [ByteSpan], of signer: inout ColumnSigner) -> Bool {
    let words = posts.flatMap { tokens($0) }
    var starts: [(start: Int, isPosition: Bool)] = []
    var end = 0
    for match in signatureParts(words).sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where match.start >= end {
      guard meaning(match) != .signed, value("form", of: match) != "act" else { return false }
      starts.append((match.start, meaning(match) == .position))
      signer.rule = signer.rule ?? match.rule
      end = match.end
    }
    guard let first = starts.first, starts.last?.isPosition == true else { return false }
    if first.start > 0 { starts.insert((0, false), at: 0) }
    for (index, part) in starts.enumerated() {
      let stop = index + 1 < starts.count ? starts[index + 1].start : words.count
      let spans = pieces(of: words[part.start..<stop], in: posts)
      if part.isPosition { signer.position += spans } else { signer.authority.append(spans) }
    }
    return true
  }

  /// Where some words stand, line by line.
  private func pieces(of words: ArraySlice<Token>, in posts: [ByteSpan]) -> [ByteSpan] {
    posts.compactMap { post in
      let own = words.filter { post.start <= Int($0.start) && Int($0.end) <= post.end }
      guard let first = own.first, let last = own.last else { return nil }
      return ByteSpan(Int(first.start), Int(last.end))
    }
  }

  private mutating func take(_ signer: ColumnSigner, _ ending: inout Ending) {
    for mark in signer.marks { addFurniture(.stamp, mark) }
    var told = Signer(
      authority: signer.authority.flatMap { $0 }, position: signer.position,
      name: signer.name.first, rule: signer.rule)
    guard let name = signer.name.last, let span = told.span?.union(name) else { return }
    told.finished = Signature(
      authority: signer.authority.map { folder.fold($0) }, position: folder.fold(signer.position),
      name: folder.fold(signer.name), span: span, rule: traced(signer.rule))
    ending.signers.append(told)
  }
}
