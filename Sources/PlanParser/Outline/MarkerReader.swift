import PlanModel
import PlanText

/// Reads the marker at the beginning of a line's tokens.
struct MarkerReader {
  /// The canonical text.
  let bytes: [UInt8]
  /// Whether the document closes its labels with commas: "1, Thuận lợi", "a, Về trường lớp".
  var commas = false
  /// Whether the document has bullets that are dots.
  var dots = false
  /// Where labels begin whose dash a number follows: "2- 100% chi bộ …".
  var dashed: Set<Int> = []
  /// Where bullets stand that are glued to a number: "-100% thôn …".
  var glued: Set<Int> = []

  /// The marker that `tokens` open with at `from`; `nil` when they open with none.
  ///
  /// Words such as "Phần" and "Điều" are the grammar's; see `PlanReader.unitMarker`.
  func read(_ tokens: [Token], from: Int = 0) -> Marker? {
    var index = from
    // "**1.** Căn cứ …": emphasis may hold the label alone.
    while index < tokens.count, isEmphasis(tokens, index) { index += 1 }
    // ".- Gửi kết quả": a speck before the dash.
    if index + 2 < tokens.count, scalar(tokens[index]) == 0x2E, scalar(tokens[index + 1]) == 0x2D,
      tokens[index + 2].shape.contains(.spaced)
    {
      index += 1
    }
    guard index < tokens.count else { return nil }
    let first = tokens[index]
    switch first.kind {
    case .mark:
      if scalar(first) == 0x28 { return bracketed(tokens, index) }
      return circled(tokens, index) ?? bullet(tokens, index)
    case .number: return numbered(tokens, index)
    case .syllable: return lettered(tokens, index) ?? star(tokens, from, before: index)
    }
  }

  /// The one star that is glued to the first word of a line and closed by none: "*Kinh phí:".
  private func star(_ tokens: [Token], _ start: Int, before word: Int) -> Marker? {
    guard word == start + 1, scalar(tokens[start]) == 0x2A,
      tokens[word].shape.contains(.capitalized)
    else { return nil }
    return bullet(tokens, start)
  }

  // MARK: Numbers

  /// A number in a circle, which is one sign: "① Khảo sát", "❷ Lập danh mục".
  private func circled(_ tokens: [Token], _ index: Int) -> Marker? {
    let sign = scalar(tokens[index])
    let first: UInt32
    switch sign {
    case 0x2460...0x2473: first = 0x2460
    case 0x2776...0x277F: first = 0x2776
    default: return nil
    }
    guard index + 1 < tokens.count else { return nil }
    let label = ByteSpan(Int(tokens[index].start), Int(tokens[index].end))
    return Marker(
      family: .number, style: first, values: [Int(sign - first) + 1], span: label, label: label,
      textStart: Int(tokens[index + 1].start))
  }

  private func numbered(_ tokens: [Token], _ start: Int) -> Marker? {
    guard let first = number(tokens[start]), first <= 199 else { return nil }
    if let damaged = damagedNumber(tokens, start, first) { return damaged }
    if let inner = innerLetter(of: first, tokens, start) { return inner }
    guard let (values, index) = components(.init(first), tokens, start + 1) else { return nil }
    let last = index - 1
    // "Il." and "1I." are Roman numerals that recognition damaged.
    if values.count == 1, index < tokens.count, tokens[index].kind == .syllable,
      !tokens[index].shape.contains(.spaced)
    {
      return lookAlike(tokens, start, index)
    }
    return marker(tokens, start..<(last + 1), values: values)
  }

  /// A label's numbers, each after a dot, and where the tokens go on; `nil` for a quantity.
  private func components(
    _ head: LabelNumbers, _ tokens: [Token], _ start: Int
  ) -> (values: LabelNumbers, next: Int)? {
    var values = head
    var index = start
    // Components stand together: "3.1", "2.1.1"; "1.200" and "3.007" are quantities.
    while values.count < 6, let dot = dot(tokens, index), dot.next < tokens.count,
      tokens[dot.next].kind == .number, !tokens[dot.next].shape.contains(.spaced)
    {
      let token = tokens[dot.next]
      guard token.end - token.start <= 2, let component = number(token) else { return nil }
      values.append(component)
      index = dot.next + 1
    }
    return (values, index)
  }

  /// The marker whose label is made of the tokens in `range`.
  private func marker(_ tokens: [Token], _ range: Range<Int>, values: LabelNumbers) -> Marker? {
    let index = range.upperBound
    let label = ByteSpan(Int(tokens[range.lowerBound].start), Int(tokens[index - 1].end))
    let family: Marker.Family = values.count == 1 ? .number : .dotted
    if let close = closing(tokens, index) {
      let isDashed = dashed.contains(label.start)
      guard let text = textStart(tokens, close.next, glued: close.mark, dashed: isDashed) else {
        return nil
      }
      return Marker(
        family: family, style: close.mark, values: values,
        span: ByteSpan(label.start, close.end), label: label, textStart: text)
    }
    // "2.2.1 Lưu vực …": without a closing mark a capital must follow, or a share.
    guard family == .dotted, index < tokens.count,
      tokens[index].shape.contains(.capitalized)
        && (tokens[index].shape.contains(.spaced) || opensTitle(tokens, index))
        || opensShare(tokens, index)
    else { return nil }
    return Marker(
      family: .dotted, style: 0, values: values, span: label, label: label,
      textStart: Int(tokens[index].start))
  }

  /// Whether a share opens what a label stands before: "2.2 100% hộ dân có điện".
  private func opensShare(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].kind == .number && tokens[index].shape.contains(.spaced)
      && index + 2 < tokens.count && scalar(tokens[index + 1]) == 0x25
      && tokens[index + 2].kind == .syllable
  }

  /// A number in which recognition read 0 as O or 1 as l ("1O", "2.l").
  private func damagedNumber(_ tokens: [Token], _ start: Int, _ first: Int) -> Marker? {
    var index = start + 1
    let dot = dot(tokens, index)
    if let dot {
      guard dot.next < tokens.count else { return nil }
      index = dot.next
    }
    guard index < tokens.count, tokens[index].kind == .syllable,
      !tokens[index].shape.contains(.spaced), let digits = digits(tokens[index]),
      let close = closing(tokens, index + 1), close.mark == 0x2E,
      let text = textStart(tokens, close.next, glued: close.mark)
    else { return nil }
    let value = dot == nil ? first * 10 + digits : digits
    guard value > 0 else { return nil }
    let begin = Int(tokens[start].start)
    var marker = Marker(
      family: dot == nil ? .number : .dotted, style: close.mark,
      values: dot == nil ? [value] : [first, value],
      span: ByteSpan(begin, close.end), label: ByteSpan(begin, Int(tokens[index].end)),
      textStart: text)
    marker.suspect = true
    return marker
  }

  /// The digit that one letter stands for: O is 0, l and I are 1.
  private func digits(_ token: Token) -> Int? {
    guard token.shape.contains(.single) else { return nil }
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): return 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"): return 1
    default: return nil
    }
  }

  // MARK: Letters and Roman numerals

  private func lettered(_ tokens: [Token], _ index: Int) -> Marker? {
    let token = tokens[index]
    let span = ByteSpan(Int(token.start), Int(token.end))
    let count = span.count
    guard count <= 8 else { return nil }
    if token.shape.contains(.upper), let headed = headed(tokens, index) { return headed }
    if token.shape.contains(.single) {
      if let inner = innerLetter(tokens, index) { return inner }
      if let letter = Letters.value(scalar(token)) { return single(tokens, index, letter) }
    }
    if token.shape.contains(.upper), let value = Letters.roman(bytes[span.start..<span.end]),
      let marker = roman(tokens, index, value: value)
    {
      return marker
    }
    if let value = Letters.sign(scalar(token)), count == 3 {
      return roman(tokens, index, value: value)
    }
    // "II1." is what recognition makes of "III.".
    if index + 1 < tokens.count, tokens[index + 1].kind == .number,
      !tokens[index + 1].shape.contains(.spaced)
    {
      return lookAlike(tokens, index, index + 1)
    }
    let capitals = bytes[span.start..<span.end].lazy.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
    // "Ii." is what "II." becomes where a program gave each word one capital.
    let isRecased = token.shape.contains(.capitalized) && !token.shape.contains(.upper)
    if token.shape.contains(.roman) || isRecased, let value = Letters.roman(capitals),
      let close = closing(tokens, index + 1), close.mark == 0x2E || close.mark == 0x29,
      let text = textStart(tokens, close.next, glued: close.mark)
    {
      return Marker(
        family: isRecased ? .roman : .lowerRoman, style: close.mark, values: [value],
        span: ByteSpan(span.start, close.end), label: span, textStart: text)
    }
    return lookAlike(tokens, index, index)
  }

  /// A dotted label that begins with a letter or a Roman numeral: "A.1.", "II.3".
  private func headed(_ tokens: [Token], _ index: Int) -> Marker? {
    let span = ByteSpan(Int(tokens[index].start), Int(tokens[index].end))
    var head: Int?
    if let value = Letters.roman(bytes[span.start..<span.end]) {
      head = Marker.headValue(.roman, [value])
    } else if tokens[index].shape.contains(.single),
      let letter = Letters.value(scalar(tokens[index]))
    {
      head = Marker.headValue(.upper, [letter])
    }
    guard let head, let (values, next) = components(.init(head), tokens, index + 1),
      values.count > 1
    else { return nil }
    return marker(tokens, index..<next, values: values)
  }

  /// A number and a small letter in it: "1.a.", "2.b)".
  private func innerLetter(of number: Int, _ tokens: [Token], _ start: Int) -> Marker? {
    guard let next = dot(tokens, start + 1)?.next, next < tokens.count,
      tokens[next].kind == .syllable, tokens[next].shape.contains(.single),
      !tokens[next].shape.contains(.spaced), !tokens[next].shape.contains(.upper),
      let letter = Letters.value(scalar(tokens[next])), let close = closing(tokens, next + 1),
      close.mark == 0x2E || close.mark == 0x29
    else { return nil }
    return marker(tokens, start..<(next + 1), values: [number, letter])
  }

  /// A letter and a number in it: "a1.", "a.1)".
  private func innerLetter(_ tokens: [Token], _ index: Int) -> Marker? {
    let token = tokens[index]
    guard token.shape.contains(.single), !token.shape.contains(.upper),
      let letter = Letters.value(scalar(token)),
      let head = Marker.headValue(.lower, [letter])
    else { return nil }
    let next = dot(tokens, index + 1)?.next ?? index + 1
    guard next < tokens.count, !tokens[next].shape.contains(.spaced),
      let value = number(tokens[next]), (1...20).contains(value),
      closing(tokens, next + 1).map({ $0.mark == 0x2E || $0.mark == 0x29 }) == true
    else { return nil }
    return marker(tokens, index..<(next + 1), values: [head, value])
  }

  private func single(_ tokens: [Token], _ index: Int, _ letter: Int) -> Marker? {
    let token = tokens[index]
    let span = ByteSpan(Int(token.start), Int(token.end))
    if token.shape.contains(.upper) {
      if let value = Letters.roman(bytes[span.start..<span.end]) {
        var marker = roman(tokens, index, value: value)
        // "I)" after "k)" is the letter l.
        let small = bytes[span.start] == UInt8(ascii: "I") && marker?.style == 0x29
        marker?.alternative =
          small
          ? Marker.Alternative(family: .lower, value: Letters.value(0x6C) ?? letter)
          : Marker.Alternative(family: .upper, value: letter)
        return marker
      }
      guard let close = closing(tokens, index + 1),
        let text = textStart(tokens, close.next, glued: close.mark)
      else { return nil }
      var marker = Marker(
        family: .upper, style: close.mark, values: [letter],
        span: ByteSpan(span.start, close.end), label: span, textStart: text)
      // "H." is what recognition makes of "II."; only the sequence can tell.
      if bytes[span.start] == UInt8(ascii: "H") {
        marker.alternative = Marker.Alternative(family: .roman, value: 2)
      }
      return marker
    }
    // "o Nội dung", "o 95% hộ": the bullet that a font's circle becomes.
    if bytes[span.start] == UInt8(ascii: "o"), index + 1 < tokens.count,
      tokens[index + 1].shape.contains(.spaced), opensText(tokens[index + 1])
    {
      return Marker(
        family: .bullet, style: UInt32(UInt8(ascii: "o")), values: [], span: span, label: span,
        textStart: Int(tokens[index + 1].start))
    }
    guard let close = closing(tokens, index + 1), close.mark != 0x3A,
      let text = textStart(
        tokens, close.next, glued: close.mark, dashed: dashed.contains(span.start))
    else { return nil }
    var marker = Marker(
      family: .lower, style: close.mark, values: [letter], span: ByteSpan(span.start, close.end),
      label: span, textStart: text)
    switch bytes[span.start] {
    case UInt8(ascii: "i"): marker.alternative = Marker.Alternative(family: .lowerRoman, value: 1)
    case UInt8(ascii: "v"): marker.alternative = Marker.Alternative(family: .lowerRoman, value: 5)
    case UInt8(ascii: "x"): marker.alternative = Marker.Alternative(family: .lowerRoman, value: 10)
    case UInt8(ascii: "l"): marker.alternative = Marker.Alternative(family: .number, value: 1)
    default: break
    }
    return marker
  }

  /// Whether a text can begin with a token behind a letter that stands for a bullet: with a capital,
  /// a figure, a quotation mark or a bracket.
  private func opensText(_ token: Token) -> Bool {
    if token.kind == .mark { return [0x22, 0x28, 0x201C].contains(scalar(token)) }
    return token.kind == .number || token.shape.contains(.capitalized)
  }

  private func roman(_ tokens: [Token], _ index: Int, value: Int) -> Marker? {
    let token = tokens[index]
    let span = ByteSpan(Int(token.start), Int(token.end))
    if let close = closing(tokens, index + 1),
      let text = textStart(tokens, close.next, glued: close.mark)
    {
      return Marker(
        family: .roman, style: close.mark, values: [value],
        span: ByteSpan(span.start, close.end), label: span, textStart: text)
    }
    // "I-MỤC ĐÍCH": no blank behind the dash; capitals alone must follow.
    if let close = closing(tokens, index + 1), close.mark == 0x2D, index == 0,
      !tokens[index + 1].shape.contains(.spaced), close.next + 1 < tokens.count,
      tokens[close.next...].allSatisfy({ $0.kind == .mark || $0.shape.contains(.upper) }),
      tokens[close.next + 1].shape.contains([.spaced, .upper])
    {
      return Marker(
        family: .roman, style: 0x2D, values: [value], span: ByteSpan(span.start, close.end),
        label: span, textStart: Int(tokens[close.next].start))
    }
    // "III, TỔ CHỨC": a speck made a comma of the stop.
    if index + 3 < tokens.count, scalar(tokens[index + 1]) == 0x2C,
      !tokens[index + 1].shape.contains(.spaced),
      tokens[index + 2].shape.contains([.spaced, .upper]),
      !tokens[index + 2].shape.contains(.roman), tokens[index + 3].shape.contains(.upper)
    {
      return Marker(
        family: .roman, style: 0x2E, values: [value],
        span: ByteSpan(span.start, Int(tokens[index + 1].end)), label: span,
        textStart: Int(tokens[index + 2].start))
    }
    // "II MỤC TIÊU": the mark is lost; capitals must follow.
    guard index + 2 < tokens.count, tokens[index + 1].shape.contains([.spaced, .upper]),
      tokens[index + 2].shape.contains(.upper), !tokens[index + 1].shape.contains(.single)
    else { return nil }
    return Marker(
      family: .roman, style: 0, values: [value], span: span, label: span,
      textStart: Int(tokens[index + 1].start))
  }

  /// A Roman numeral in which recognition read I as l, 1 or |, or II as H: "ll.", "lV.", "1I.".
  ///
  /// The L of "IL." is a speck before the dot, or another I; only the sequence can tell.
  private func lookAlike(_ tokens: [Token], _ first: Int, _ last: Int) -> Marker? {
    let span = ByteSpan(Int(tokens[first].start), Int(tokens[last].end))
    guard span.count <= 8, mayBeNumeral(bytes[span.start]) else { return nil }
    var letters: [UInt8] = []
    var offset = span.start
    var speck = false
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      offset += length
      switch scalar {
      case 0x4C where offset == span.end && letters.last == 73: speck = true
      case 0x6C, 0x31, 0x69, 0x406, 0x456, 0x4C0: letters.append(73)  // l, 1, i, Cyrillic І
      case 0x48, 0x6E: letters += [73, 73]  // H and n stand for II
      case 0x49, 0x56, 0x58: letters.append(UInt8(scalar))
      case 0x76, 0x78: letters.append(UInt8(scalar) - 32)
      case 0x425, 0x445: letters.append(88)  // Cyrillic Х
      default: return nil
      }
    }
    guard let value = Letters.roman(letters), let close = closing(tokens, last + 1),
      close.mark == 0x2E, let text = textStart(tokens, close.next, glued: close.mark)
    else { return nil }
    var marker = Marker(
      family: .roman, style: close.mark, values: [value], span: ByteSpan(span.start, close.end),
      label: span, textStart: text)
    marker.suspect = true
    if speck { marker.alternative = Marker.Alternative(family: .roman, value: value + 1) }
    return marker
  }

  /// Whether a numeral may have been read as what begins with a byte.
  private func mayBeNumeral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x31, 0x48, 0x49, 0x4C, 0x56, 0x58, 0x69, 0x6C, 0x6E, 0x76, 0x78, 0xD0, 0xD1, 0xD3: true
    default: false
    }
  }

  // MARK: Brackets and bullets

  private func bracketed(_ tokens: [Token], _ index: Int) -> Marker? {
    guard index + 2 < tokens.count, scalar(tokens[index + 2]) == 0x29,
      !tokens[index + 1].shape.contains(.spaced)
    else { return nil }
    let inner = tokens[index + 1]
    let label = ByteSpan(Int(inner.start), Int(inner.end))
    // "(1).", "(a):": a further mark closes the bracket.
    let isClosed =
      index + 4 < tokens.count && !tokens[index + 3].shape.contains(.spaced)
      && [0x2E, 0x3A, 0x2F, 0x2D].contains(scalar(tokens[index + 3]))
    let close = index + (isClosed ? 3 : 2)
    let span = ByteSpan(Int(tokens[index].start), Int(tokens[close].end))
    guard let text = textStart(tokens, close + 1, glued: 0x29) else { return nil }
    if let value = number(inner), value <= 199 {
      return Marker(
        family: .number, style: 0x28, values: [value], span: span, label: label, textStart: text)
    }
    if inner.shape.contains(.upper) {
      // "(II) NỘI DUNG"; a lone "(V)" or "(X)" is ticked.
      guard !isClosed, close + 1 < tokens.count,
        let value = Letters.roman(bytes[label.start..<label.end]), value != 10,
        tokens[close + 1].shape.contains([.spaced, .upper]),
        !tokens[close + 1].shape.contains(.single)
      else { return nil }
      return Marker(
        family: .roman, style: 0x28, values: [value], span: span, label: label, textStart: text)
    }
    let capitals = bytes[label.start..<label.end].lazy.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
    let numeral = inner.shape.contains(.roman) ? Letters.roman(capitals) : nil
    if let numeral, !inner.shape.contains(.single) {
      return Marker(
        family: .lowerRoman, style: 0x28, values: [numeral], span: span, label: label,
        textStart: text)
    }
    guard inner.shape.contains(.single), let value = Letters.value(scalar(inner)) else {
      return nil
    }
    var marker = Marker(
      family: .lower, style: 0x28, values: [value], span: span, label: label, textStart: text)
    if let numeral { marker.alternative = Marker.Alternative(family: .lowerRoman, value: numeral) }
    return marker
  }

  private func bullet(_ tokens: [Token], _ index: Int) -> Marker? {
    let mark = scalar(tokens[index])
    var next = index + 1
    // "~ Có trách nhiệm …", "_ Báo cáo …": what recognition makes of a dash.
    let isWave =
      (mark == 0x7E || mark == 0x5F) && next < tokens.count
      && tokens[next].shape.contains([.spaced, .capitalized])
    let isDot =
      dots && mark == 0x2E && next < tokens.count
      && tokens[next].shape.contains([.spaced, .capitalized])
    guard let kind = isWave ? 0x2D : isDot ? mark : MarkerReader.bulletKind(mark) else {
      return nil
    }
    // "**-** Mục tiêu …": emphasis holds the bullet alone.
    if index > 0, scalar(tokens[index - 1]) == 0x2A {
      while next < tokens.count, scalar(tokens[next]) == 0x2A,
        !tokens[next].shape.contains(.spaced)
      {
        next += 1
      }
    }
    // "- **Mục tiêu:** …"
    while next < tokens.count, isEmphasis(tokens, next) { next += 1 }
    guard next < tokens.count else { return nil }
    let follower = tokens[next]
    // "--------", "- -", "-5%" and "+84" are no bullets.
    if tokens[index + 1].kind == .mark, next == index + 1,
      MarkerReader.bulletKind(scalar(follower)) != nil
    {
      return nil
    }
    if !tokens[index + 1].shape.contains(.spaced), follower.kind == .number,
      !glued.contains(Int(tokens[index].start))
    {
      return nil
    }
    if kind == 0x2A, !tokens[index + 1].shape.contains(.spaced) {
      // "*Ghi chú" is a bullet only when nothing closes the emphasis.
      let closed = tokens[next...].contains { scalar($0) == 0x2A }
      if closed { return nil }
    }
    let span = ByteSpan(Int(tokens[index].start), Int(tokens[index].end))
    return Marker(
      family: .bullet, style: kind, values: [], span: span, label: span,
      textStart: Int(follower.start))
  }
}
