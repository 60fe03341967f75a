/// What a line or phrase tells the parser: the word after `yields` in a grammar file.
package enum Meaning: String, CaseIterable, Sendable {
  // MARK: Head of the document
  /// Quốc hiệu, tiêu ngữ, and the Party's line in their place.
  case motto
  /// Số, ký hiệu: captures `sequence` (optional) and `symbol`.
  case number
  /// Địa danh và thời gian: captures `place`, `day`, `month`, `year` (each optional).
  case placeDate = "place-date"
  /// Tên loại văn bản; value `code`.
  case kind
  /// The first word of an organisation's name in the head.
  case organisation
  /// The issuer as the text of a document without head names it: capture `name`.
  case issuer
  /// A bracketed line under a title ("(Ban hành kèm theo …)").
  case note
  /// A subject under the number ("V/v …").
  case subject
  // MARK: Furniture
  /// A stamp.
  case stamp
  /// "(DỰ THẢO)".
  case draftMark = "draft-mark"
  /// A page number.
  case pageNumber = "page-number"
  /// What a web portal put there.
  case portal
  /// What recognition made of lines.
  case noise
  // MARK: Zones
  /// The first words of a preamble paragraph (căn cứ).
  case preamble
  /// The line that ends a decision's preamble ("QUYẾT ĐỊNH:").
  case decision
  /// The first words of a closing paragraph.
  case closing
  /// The word that names the recipients.
  case recipients
  /// A group of recipients.
  case recipientGroup = "recipient-group"
  /// The filing line.
  case archive
  /// The purpose of a recipient, in brackets.
  case purpose
  /// For whom one signs (TM., KT., …).
  case authority
  /// A signer's position.
  case position
  /// "(đã ký)" and its like.
  case signed
  /// The head of an appendix: capture `label` (optional).
  case appendix
  /// The word over a table of contents.
  case contents
  // MARK: Outline
  /// A word before a unit's number ("Phần", "Điều"); value `level`.
  case unit
  /// What a section is for; value `role`.
  case role
  /// A lead-in that announces a list ("cụ thể như sau:").
  case leadIn = "lead-in"
  /// A word whose number opens no unit ("khoản 2", "quý 3").
  case counted
  /// A word after which a place's name must come ("tỉnh", "thôn").
  case unnamed
  /// A word that cannot end a sentence ("của", "và").
  case joiner
  // MARK: Tables
  /// The name of a column; value `column`.
  case column
  // MARK: Time
  /// A date, a month, a quarter, a year, a recurrence, or what joins them; value `form`.
  case time
}
