import Testing

@testable import PlanFormats

/// What is taken out of RTF files before soffice reads them.
@Suite struct RichTextTests {
  private func plain(_ text: String) -> String {
    String(decoding: RichText.withoutMarks(Array(text.utf8)), as: UTF8.self)
  }

  @Test func bookmarksGoAndAParagraphStandsBeforeTheFirstTable() {
    #expect(
      plain(#"{\rtf1\trowd UBND {\*\bkmkstart _GoBack}{\*\bkmkend _GoBack}XA\cell\row}"#)
        == #"{\rtf1\pard\par \trowd UBND XA\cell\row}"#)
    #expect(plain(#"{\rtf1 a\{\*\bkmkstart b}"#) == #"{\rtf1 a\{\*\bkmkstart b}"#)
    #expect(plain(#"{\rtf1 {\*\bkmkstart b"#) == #"{\rtf1 {\*\bkmkstart b"#)
  }

  @Test func picturesGoWithWhatIsInThem() {
    let file = #"{\rtf1 a{\pict{\*\blipuid 1}\bin3 }}} x}b{\*\shppict{\pict 00}}c}"#
    let bare = RichText.withoutPictures(Array(file.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(bare == #"{\rtf1 abc}"#)
    #expect(RichText.withoutPictures(Array(#"{\rtf1 a}"#.utf8)) == nil)
  }

  private func labelled(_ text: String) -> String {
    String(decoding: RichText.withLabels(Array(text.utf8)), as: UTF8.self)
  }

  @Test func printedLabelsStandInPlaceOfLists() {
    #expect(
      labelled(#"{\rtf1\ls2{\listtext\pard\plain\f1\fs24 IV.\tab}\ls2\ilvl0 a\par\ls2 b}"#)
        == #"{\rtf1\ls0{\f1 IV.} \ls0 \ls0\ilvl0 a\par\ls2 b}"#)
    #expect(
      labelled(#"{\rtf1{\pntext\f3\'b7\tab}{\*\pn\pnlvlblt{\pntxtb x}}a\par}"#)
        == #"{\rtf1{\f3 \'b7} \ls0 a\par}"#)
    #expect(labelled(#"{\rtf1{\listtext\tab}a}"#) == #"{\rtf1\ls0 a}"#)
    #expect(labelled(#"{\rtf1{\listtext I."#) == #"{\rtf1{\listtext I."#)
    #expect(labelled(#"{\rtf1\bin3 {\l\listtext\"#) == #"{\rtf1\bin3 {\l\listtext\"#)
  }

  private func opened(_ text: String) -> String {
    String(decoding: RichText.withOpenFrames(Array(text.utf8)), as: UTF8.self)
  }

  @Test func tablesInTextBoxesAreParagraphs() {
    #expect(
      opened(#"{\rtf1{\shptxt\trowd\cellx480{A}\par\intbl B\cell\row}\trowd\intbl C\cell}"#)
        == #"{\rtf1{\shptxt{}{}{A}\par{}B\par {}}\trowd\intbl C\cell}"#)
    #expect(opened(#"{\rtf1{\shptxt\intbl A"#) == #"{\rtf1{\shptxt\intbl A"#)
    #expect(opened(#"{\rtf1 A}"#) == #"{\rtf1 A}"#)
  }
}
