import PlanModel
import PlanText

/// The head of a form in an appendix, which stands right under the title of the appendix.
extension PlanReader {
  /// How many lines of bodies stand at most above the motto or the number of a form.
  private static let formBodies = 3

  /// How many lines below the caption of a table its head begins at most.
  private static let captionReach = 3

  /// Whether the label of a form is the caption of a table between numbered units of which none is a
  /// form: "Bảng 1" above a row of cells.
  mutating func isCaption(_ marker: Marker, at index: Int, _ zone: Zone) -> Bool {
    guard let match = lineMatch(.unit, tokens(lines[index].content)),
      value("form", of: match) == "caption", zone.outline.isNumberedText
    else { return false }
    return lines[(index + 1)...].prefix(Self.captionReach).contains { $0.tabs > 0 || $0.pipe }
  }

  /// Whether the form of an appendix begins at line `index`, so that its title ends above: with the
  /// motto, a number, a field to be filled in, or bodies above one of these.
  ///
  /// "Phụ lục 1: Mẫu báo cáo" / "TÊN ĐƠN VỊ" / "Số: /BC-" / "BÁO CÁO".
  mutating func opensForm(at index: Int) -> Bool {
    var next = index
    while next < lines.count, next <= index + PlanReader.formBodies {
      let line = lines[next]
      if next > index, line.blanksBefore > 1 || line.pageBefore { return false }
      if isFormField(line) { return true }
      guard namesFormBody(line) else { return false }
      next += 1
    }
    return false
  }

  /// Whether a line has the motto, a number at its beginning, or dots to write on at its end.
  private mutating func isFormField(_ line: Line) -> Bool {
    guard line.tabs == 0, line.width < 160 else { return false }
    let tokens = tokens(line.content)
    if endsInDots(line) { return true }
    return phrases(tokens).contains {
      switch meaning($0) {
      case .motto: true
      case .number: $0.start == 0
      default: false
      }
    }
  }

  /// Whether a line of few words ends in dots to write on: "ĐƠN VỊ: ……", "UBND XÃ …".
  private func endsInDots(_ line: Line) -> Bool {
    guard line.width < 80, !line.bare else { return false }
    var marks = 0
    var end = line.content.end
    while end > line.content.start, marks < 3 {
      if bytes[end - 1] == 0x2E || bytes[end - 1] == 0x5F {
        (marks, end) = (marks + 1, end - 1)
      } else if end > line.content.start + 2,
        bytes[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xA6])
      {
        (marks, end) = (3, end - 3)
      } else {
        break
      }
    }
    return marks >= 3
  }

  /// Whether a line stands for the body that issues a form: it names one, or says that one is to be
  /// named ("TÊN ĐƠN VỊ").
  private mutating func namesFormBody(_ line: Line) -> Bool {
    if namesBody(line) { return true }
    return line.capitals && line.width < 60
      && lineMatches(tokens(line.content)).contains {
        meaning($0) == .letterhead && value("form", of: $0) == "blank"
      }
  }
}
