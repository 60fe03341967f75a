import PlanModel
import PlanText

/// Numbers whose parts stand apart: "12 500 triệu đồng", "12 tỷ 500 triệu đồng", "2/3 thợ".
extension PlanReader {
  /// Reads what stands before a number and belongs to it; false where it cannot be told.
  func readWhole(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) -> Bool {
    if isTorn(quantity, tokens) { return false }
    if readTorn(&quantity, tokens, words) { return true }
    readSplit(&quantity, tokens, words)
    readThousands(&quantity, tokens, words)
    readLargerMoney(&quantity, tokens, words)
    return true
  }

  /// Whether a range may have lost its dash: "295 300 nghìn tỷ đồng".
  private func isTorn(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
    let number = quantity.number
    guard quantity.kind == .money, number > 0, tokens[number].shape.contains(.spaced),
      isNumber(tokens[number], digits: 3...3), isNumber(tokens[number - 1], digits: 3...3),
      let low = self.number(tokens[number - 1]), let high = self.number(tokens[number])
    else { return false }
    return low < high
  }

  /// Whether a blank stands in a number that nothing tells whole: "đạt 6 5 triệu đồng" may be 65 or 6,5.
  private func readTorn(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) -> Bool {
    let number = quantity.number
    guard number > 0, tokens[number].kind == .number, tokens[number].shape.contains(.spaced),
      isNumber(tokens[number - 1], digits: 1...3), !isNumber(tokens[number], digits: 3...3),
      words.before[number - 1] != nil, words.barred[number - 1] == nil
    else { return false }
    quantity.number = number - 1
    quantity.isTorn = true
    return true
  }

  /// A number with a blank beside its mark, as recognition gives it: "đạt 98, 5%", "đạt 65, 5 điểm".
  ///
  /// A comma may part a number from the next; a word like "đạt" before the first says that both are
  /// one. Behind a full stop only three digits are part of a number.
  private func readSplit(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) {
    let number = quantity.number
    guard number > 1, tokens[number].kind == .number, tokens[number - 1].kind == .mark,
      isNumber(tokens[number - 2], digits: 1...3), isFreeStanding(number - 2, tokens),
      tokens[number].shape.contains(.spaced) || tokens[number - 1].shape.contains(.spaced),
      words.barred[number - 2] == nil, !words.lowers.contains(number - 2)
    else { return }
    // "đạt 54 , 2 %"
    let isApart =
      tokens[number].shape.contains(.spaced) && tokens[number - 1].shape.contains(.spaced)
    let isThousand =
      !isApart && isMark(tokens[number - 1], 0x2E) && isNumber(tokens[number], digits: 3...3)
    let isDecimal =
      isMark(tokens[number - 1], 0x2C) && isNumber(tokens[number], digits: 1...2)
      && words.before[number - 2] != nil && hasFractions(quantity, tokens)
    guard isThousand || isDecimal else { return }
    var digits: [UInt8] = []
    for token in tokens[number - 2..<numberEnd(number, tokens)] {
      digits += bytes[Int(token.start)..<Int(token.end)]
    }
    guard let value = Numeral.read(digits[...]) else { return }
    (quantity.value, quantity.number) = (value, number - 2)
  }

  /// Whether what a quantity measures comes in parts of one: percent, and points of an index.
  private func hasFractions(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
    if quantity.kind == .percent { return true }
    guard let scores = grammar.list("scores"), let unit = quantity.unit.first,
      let entry = grammar.entry(in: scores, tokens, at: unit)
    else { return false }
    return entry.end == quantity.unit.upperBound
  }

  /// Groups of three digits with blanks between them: "2 898,5 tấn".
  private func readThousands(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) {
    var first = quantity.number
    while first > 0, isNumber(tokens[first], digits: 3...3), tokens[first].shape.contains(.spaced),
      isNumber(tokens[first - 1], digits: 1...3), words.barred[first - 1] == nil,
      isFreeStanding(first - 1, tokens)
    {
      first -= 1
    }
    guard first < quantity.number, bytes[Int(tokens[first].start)] != UInt8(ascii: "0") else {
      return
    }
    let end = numberEnd(quantity.number, tokens)
    var digits: [UInt8] = []
    for token in tokens[first..<end] { digits += bytes[Int(token.start)..<Int(token.end)] }
    guard let value = Numeral.read(digits[...]) else { return }
    (quantity.value, quantity.number) = (value, first)
  }

  /// Money in two units: 12,500 million for "12 tỷ 500 triệu đồng".
  private func readLargerMoney(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) {
    guard quantity.kind == .money, quantity.number > 1,
      words.barred[quantity.number - 2] == nil
    else { return }
    // "65 triệu 500 nghìn đồng/người/năm": what it is per is no part of the money.
    let stroke = quantity.unit.first { isMark(tokens[$0], 0x2F) } ?? quantity.unit.upperBound
    let unit = quantity.unit.lowerBound..<stroke
    guard let whole = wholeMoney(quantity.value, at: quantity.number, unit, tokens) else { return }
    (quantity.value, quantity.number) = whole
  }

  /// The whole of an amount of money that begins in larger units, in the unit of its last part, and
  /// the token where it begins; `nil` where no larger unit stands before it.
  ///
  /// `unit` is that of the part at `number`, with its currency.
  func wholeMoney(
    _ value: ExactDecimal, at number: Int, _ unit: Range<Int>, _ tokens: [Token]
  ) -> (value: ExactDecimal, number: Int)? {
    guard value.scale <= 3, let currency = unit.last, let scale = zeros(Array(tokens[unit])) else {
      return nil
    }
    var whole = (value: value, number: number)
    var least = scale
    // "1 tỷ 250 triệu 500 nghìn đồng"
    while whole.number > 1, tokens[whole.number - 1].kind == .syllable,
      isNumber(tokens[whole.number - 2], digits: 1...6),
      opensMoney(whole.number - 2, tokens),
      let larger = zeros([tokens[whole.number - 1], tokens[currency]]), larger > least,
      let part = self.number(whole.number - 2, whole.number - 1, tokens),
      let raised = part.raised(by: larger - scale + value.scale)
    {
      let (sum, overflow) = raised.digits.addingReportingOverflow(whole.value.digits)
      if overflow { return nil }
      whole = (ExactDecimal(digits: sum, scale: value.scale), whole.number - 2)
      least = larger
    }
    return whole.number < number ? whole : nil
  }

  /// Whether a number can open an amount of money: "(12 tỷ 500 triệu đồng)".
  private func opensMoney(_ index: Int, _ tokens: [Token]) -> Bool {
    isFreeStanding(index, tokens) || index > 0 && isMark(tokens[index - 1], 0x28)
  }

  /// How many zeros a unit of money stands for.
  private func zeros(_ unit: [Token]) -> Int? {
    grammar.value(list: "money-scales", unit, from: 0, to: unit.count)
      .flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
  }

  private func isNumber(_ token: Token, digits: ClosedRange<Int32>) -> Bool {
    token.kind == .number && digits.contains(token.end - token.start)
  }

  /// Whether a number is no part of a date, a range or a longer number.
  private func isFreeStanding(_ index: Int, _ tokens: [Token]) -> Bool {
    guard tokens[index].shape.contains(.spaced) else { return false }
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    return before.kind == .syllable || isNumber(before, digits: 1...3)
      || bytes[Int(before.start)] == UInt8(ascii: ":")
  }

  /// Whether a fraction is a share of what no number tells: "ít nhất 2/3 thợ", but "12/15 thôn".
  func isBareShare(_ part: Int, _ whole: Int, _ tokens: [Token]) -> Bool {
    guard whole == part + 2, tokens[part].end - tokens[part].start == 1,
      tokens[whole].end - tokens[whole].start == 1, tokens[part].kind == .number
    else { return false }
    let zero = UInt8(ascii: "0")
    let (low, high) = (
      bytes[Int(tokens[part].start)] &- zero, bytes[Int(tokens[whole].start)] &- zero
    )
    return low > 0 && low < high && !(2...9).contains { low % $0 == 0 && high % $0 == 0 }
  }
}
