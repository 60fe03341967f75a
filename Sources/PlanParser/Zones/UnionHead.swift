import PlanModel
import PlanText

/// The Youth Union, whose name stands where the motto would: above a place it is the issuer's.
extension PlanReader {
  /// The bodies of a head, with the union's name before a lone place that stands right below it.
  ///
  /// "ĐOÀN TNCS HỒ CHÍ MINH" / "XÃ SƠN HÀ"; above a committee that names nothing but a place it is
  /// the superior: "ĐOÀN TNCS HỒ CHÍ MINH" / "BCH XÃ SƠN HÀ".
  mutating func namingUnion(_ names: [HeadBody]) -> [HeadBody] {
    guard names.count == 1, let place = names[0].pieces.first,
      !names[0].heads || isCommittee(names[0]) || hasOtherMotto()
    else { return names }
    let above = plan.furniture.firstIndex { motto in
      motto.kind == .motto && motto.span.end <= place.start
        && isUnion(motto.span) && isRightBelow(place, motto.span)
    }
    guard let above else { return names }
    if names[0].heads {
      let union = HeadBody(pieces: [plan.furniture.remove(at: above).span], heads: true)
      return [union, names[0]]
    }
    var body = names[0]
    body.pieces.insert(plan.furniture.remove(at: above).span, at: 0)
    body.heads = true
    return [body]
  }

  /// Whether the head has the motto of the state besides the union's name, which then is none.
  private mutating func hasOtherMotto() -> Bool {
    let mottos = plan.furniture.filter { $0.kind == .motto }.map(\.span)
    return mottos.contains { !isUnion($0) }
  }

  /// Whether a body is a committee of which only the place is told: "BCH XÃ SƠN HÀ".
  private mutating func isCommittee(_ body: HeadBody) -> Bool {
    body.pieces.count == 1 && lineMatch(.unionCommittee, allTokens(body.pieces[0])) != nil
  }

  private mutating func isUnion(_ motto: ByteSpan) -> Bool {
    lineMatches(allTokens(motto)).contains {
      meaning($0) == .motto && value("form", of: $0) == "union"
    }
  }

  /// Whether nothing but the other column stands between two lines.
  private func isRightBelow(_ place: ByteSpan, _ motto: ByteSpan) -> Bool {
    bytes[motto.end..<place.start].count { $0 == 0x0A } == 1
  }

  /// Takes the name of an association that stands where the motto would off the bodies: behind the
  /// number, or beside the body whose line it ends.
  mutating func dropAssociation(from names: inout [HeadBody]) {
    guard names.count > 1,
      let index = names.indices.dropFirst().first(where: { isAssociation(names[$0]) })
    else { return }
    let span = names[index].span
    let isBehindNumber = plan.header.number.span.map { $0.end <= span.start } ?? false
    let line = bytes[names[index - 1].span.end..<span.start]
    guard isBehindNumber || !line.contains(0x0A) else { return }
    // "UBND XÃ SƠN HÀ HỘI CHỮ THẬP ĐỎ": one blank parts two bodies that were poured into a line.
    if line.count == 1, endsWithPlace(names[index - 1].pieces.flatMap({ allTokens($0) })) { return }
    addFurniture(.motto, names.remove(at: index).span)
  }

  private mutating func isAssociation(_ body: HeadBody) -> Bool {
    body.pieces.count == 1 && lineMatch(.association, allTokens(body.pieces[0])) != nil
  }

  /// Whether the bodies told last stand on the line above `index`, which no blank line parts from it.
  func isRightBelow(_ names: [HeadBody], _ index: Int) -> Bool {
    guard let last = names.last?.span, index > 0, lines[index].blanksBefore == 0 else {
      return false
    }
    return lines[index - 1].raw.start <= last.start && last.end <= lines[index - 1].raw.end
  }

  /// Whether words name a body up to its place, so that another may begin behind them.
  mutating func endsWithPlace(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last, !isStrongJoiner(last) else { return false }
    return lineMatch(.placedBody, tokens) != nil
  }

  /// Whether a word joins two bodies: "và", "của".
  mutating func isStrongJoiner(_ token: Token) -> Bool {
    lineMatch(.joiner, [token]).flatMap { value("strong", of: $0) } == "yes"
  }

  /// Where the further body of a joint document begins on a line behind the word that joins it to
  /// the line above: "VÀ CÔNG ĐOÀN NGÀNH GIÁO DỤC".
  mutating func jointStart(_ tokens: [Token]) -> Int? {
    guard tokens.count > 2, tokens[0].kind == .syllable,
      phrases(Array(tokens[..<1])).contains(where: { meaning($0) == .actorJoin }),
      phrases(Array(tokens[1...])).contains(where: {
        $0.start == 0 && meaning($0) == .organisation && value("head", of: $0) != "no"
      })
    else { return nil }
    return Int(tokens[1].start)
  }
}
