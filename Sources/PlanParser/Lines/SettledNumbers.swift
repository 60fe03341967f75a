import PlanModel
import PlanText

/// Numbers that recognition set a speck before or behind, or whose dot it read as another mark:
/// ": 2. Yêu cầu" after "1.", "2... Mục tiêu cụ thể", "2,1. Cấp tỉnh" after "2.".
///
/// Only the number that comes next is read so; the text stays as it is.
extension PlanReader {
  /// Finds the numbers from line `start` on that are the next ones only without such marks.
  mutating func settleNumbers(from start: Int) {
    var numbers: [(line: Int, number: SpeckledNumber)] = []
    for index in lines.indices.dropFirst(start) {
      let line = lines[index]
      guard line.tabs == 0, !line.pipe, line.table == 0,
        let number = SpeckledNumber(bytes, line.content), !number.isPreceded || wrap.isFlush
      else { continue }
      numbers.append((index, number))
    }
    guard numbers.contains(where: { $0.number.isSpeckled }) else { return }
    // The last number of each depth, the deeper ones forgotten where a higher one goes on.
    var open: [Int] = []
    for (place, (index, number)) in numbers.enumerated() {
      if number.isSpeckled {
        let next = place + 1 < numbers.count ? numbers[place + 1].number : nil
        guard number.follows(open) || next.map({ number.opens(before: $0, open) }) == true,
          begins(index, behind: place > 0 ? numbers[place - 1].line : nil),
          !number.isPreceded || isSure(number, after: open, before: next)
        else { continue }
        settle(number, at: index)
      }
      open = number.values
    }
  }

  /// Whether the numbers around one behind a letter or a dash are those of its series, and plain.
  ///
  /// "5.", "ì 6.", "7.", or "-1." before "2.".
  private func isSure(
    _ number: SpeckledNumber, after open: [Int], before next: SpeckledNumber?
  ) -> Bool {
    if let next, !next.isPreceded, next.values.count == number.values.count,
      next.follows(number.values)
    {
      return true
    }
    // The last of a series of three and more.
    return number.values.last ?? 0 > 2 && open.count == number.values.count
      && number.follows(open) && next?.isPreceded != true
  }

  /// Whether a unit may begin at a line: the one before it has ended, or is a label's.
  private func begins(_ index: Int, behind labelled: Int?) -> Bool {
    guard index > 0, lines[index].blanksBefore == 0 else { return true }
    return lines[index - 1].ended || lines[index - 1].capitals || labelled == index - 1
  }

  private mutating func settle(_ number: SpeckledNumber, at index: Int) {
    guard settled[lines[index].content.start] == nil else { return }
    if let scrap = number.scrap {
      addFurniture(.noise, ByteSpan(lines[index].content.start, scrap.end))
      lines[index].content.start = number.label.start
    }
    let start = lines[index].content.start
    var marker = Marker(
      family: number.values.count == 1 ? .number : .dotted, style: 0x2E,
      values: LabelNumbers(number.values), span: ByteSpan(start, number.label.end),
      label: number.label, textStart: number.text)
    marker.suspect = number.isMisread
    marker.isSettled = true
    settled[start] = marker
  }
}
