/// What a line or phrase tells the parser: the word after `yields` in a grammar file.
package enum Meaning: String, CaseIterable, Sendable {
  // MARK: Head of the document
  /// Quốc hiệu, tiêu ngữ, and the Party's line in their place.
  case motto
  /// A half of the motto that a narrow column cut; value `part` (`first`, `last`).
  case mottoCut = "motto-cut"
  /// Số, ký hiệu: captures `sequence` (optional) and `symbol`.
  case number
  /// The number on a line of its own without the word that names it; captures as of a number.
  case bareNumber = "bare-number"
  /// Địa danh và thời gian: captures `place`, `day`, `month`, `year` (each optional).
  case placeDate = "place-date"
  /// Tên loại văn bản; value `code`.
  case kind
  /// The first word of an organisation's name in the head.
  case organisation
  /// A line that opens the next of several points that a text counts: "Ba là, …".
  case countedPoint = "counted-point"
  /// The name of an association of the whole country, which may stand where the motto would.
  case association
  /// A committee of the head that names nothing but a place: whose it is stands above it.
  case unionCommittee = "union-committee"
  /// The first line of a text that says kind, number, date, issuer and subject of the document in one;
  /// captures `kind` (of the list `identity-kinds`), `sequence`, `symbol`, `day`, `month`, `year`,
  /// `issuer`, `about`.
  case identity
  /// An organ that is named by the body it is a part of, whose name stands above it.
  case organ
  /// A line of the head that names a body, though not in capitals.
  case letterhead
  /// The issuer as the text of a document without head names it: capture `name`.
  case issuer
  /// What ends the name of such an issuer: a verb, or with the value `form` the title behind it.
  case issuerEnd = "issuer-end"
  /// The words that a title opens with and no kind does ("VỀ VIỆC BAN HÀNH").
  case titleOpener = "title-opener"
  /// The time or number that a title ends with on a line of its own ("Năm học 2026 - 2027").
  case titleEnd = "title-end"
  /// A bracketed line under a title ("(Ban hành kèm theo …)").
  case note
  /// What a superior writes over his post at the head of a plan ("PHÊ DUYỆT").
  case approval
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
  /// The first words of a sentence that leads into a text ("Nhằm", "Năm 2026,").
  case opener
  /// The line that ends a decision's preamble ("QUYẾT ĐỊNH:").
  case decision
  /// The first words of a closing paragraph.
  case closing
  /// The words of a paragraph in which the issuer asks all to carry the plan out; the value `ends`
  /// says that only the end mark of the document makes it the last, or that it stands below units.
  case lastOrder = "last-order"
  /// A body that ends with its place or its field, so that the name of another may follow at once.
  case placedBody = "placed-body"
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
  /// The first half of a line of a signature that a narrow cell cut ("KT.", "PHÓ").
  case cutSignature = "cut-signature"
  /// A signer's position.
  case position
  /// A position in small letters, above a name at the end of the text.
  case plainPosition = "plain-position"
  /// A position and the name of who holds it, on one line.
  case namedPosition = "named-position"
  /// A word of the round stamp, alone on a line between a position and the name.
  case stampWord = "stamp-word"
  /// "(đã ký)" and its like.
  case signed
  /// The head of an appendix: capture `label` (optional).
  case appendix
  /// The word over a table of contents.
  case contents
  // MARK: Outline
  /// A word before a unit's number ("Phần", "Điều"); value `level`.
  case unit
  /// The first words of an article that is a sentence and no title.
  case provision
  /// A verb that makes a sentence of words that would be a title ("là", "chủ trì").
  case sentenceVerb = "sentence-verb"
  /// Bodies of one kind, whose names follow a colon inside a sentence ("các Sở:").
  case bodyKinds = "body-kinds"
  /// What a section is for; value `role`.
  case role
  /// A heading that charges a body, for duties where nothing above it hands them out.
  case chargeHeading = "charge-heading"
  /// A heading with a word of organising or dividing work, for sections whose parts are headed by
  /// bodies.
  case organizingHeading = "organizing-heading"
  /// A heading that is one person by what he is in charge of, whatever its words may say besides.
  case officeHeading = "office-heading"
  /// A word with a number that says nothing alone ("Giai đoạn 1"), before a colon.
  case numberedLead = "numbered-lead"
  /// A lead-in that announces a list ("cụ thể như sau:").
  case leadIn = "lead-in"
  /// A word whose number opens no unit ("khoản 2", "quý 3").
  case counted
  /// A word after which a quantity must come ("đạt", "giảm còn").
  case goesOnInNumber = "goes-on-in-number"
  /// A word after which a place's name must come ("tỉnh", "thôn").
  case unnamed
  /// The first words of a name that goes on in the next line; value `rest` says what is wanting.
  case nameBegun = "name-begun"
  /// The other words of such a name, with what stands behind them; value `rest` as above.
  case nameRest = "name-rest"
  /// A word that cannot end a sentence ("của", "và").
  case joiner
  /// The kind of a body, whose name has yet to follow: "Trung tâm", "Ủy ban".
  case bodyHead = "body-head"
  /// A title that has only begun: "Sở", "Đề nghị", "UBND".
  case begunTitle = "begun-title"
  /// A word of one or two letters that begins with a vowel and is no speck: "ủy", "ở".
  case shortWord = "short-word"
  /// What opens a paragraph below a list ("Ngoài ra,").
  case besides
  // MARK: Tables
  /// The name of a column; value `column`.
  case column
  /// A line over a table that says in what its figures are told ("Đơn vị tính: triệu đồng").
  case tableUnit = "table-unit"
  /// The name of a column that is a month, a quarter or a year: captures `month`, `q1` … `q4`, `year`.
  case gridColumn = "grid-column"
  /// A time of day that opens a row of a programme ("7h15 - 7h45").
  case programmeTime = "programme-time"
  /// What heads the rows of a half-day or a day of a programme ("Buổi sáng").
  case programmePart = "programme-part"
  /// A unit of measure that fills a cell ("ha").
  case cellUnit = "cell-unit"
  /// What fills a cell and tells when, with no date ("Thường xuyên").
  case cellTime = "cell-time"
  // MARK: Time
  /// A date, a month, a quarter, a year, a recurrence, or what joins them; value `form`.
  case time
  // MARK: Bodies and their duties
  /// The first words of the name of a body charged with work; value `kind` (`named`, `group`,
  /// `bare`, `person`, or `no` for words that only look like one).
  case actor
  /// What stands between two bodies beside a comma ("và").
  case actorJoin = "actor-join"
  /// A word that stands in names beside those with capitals.
  case actorTail = "actor-tail"
  /// What makes the bodies behind it part of one name ("của các").
  case actorOf = "actor-of"
  /// A word that hands work out ("Giao", "Đề nghị"); values `inside`, `to`, `down`, `order`.
  case handOut = "hand-out"
  /// A verb by which a body opens a list of orders ("yêu cầu:"); value `kind` is `no` for words that
  /// only look like one and `plan` for words behind which a plan follows.
  case order
  /// A word that says what a body is charged to be; value `role`; one with the value `only` says so
  /// only where a partner is named behind it.
  case charge
  /// What stands before a partner's name ("phối hợp với"); value `direct`.
  case partner
  /// A verb or adverb that a duty begins with; value `kind` is `no` for words of a name.
  case act
  /// A phrase that opens a unit before its subject ("Căn cứ …, các cơ quan …").
  case opening
  /// Where such a phrase may end without a comma.
  case openingEnd = "opening-end"
  /// A line that charges nobody ("(Kèm theo …)").
  case noDuty = "no-duty"
  /// What opens a label that names no body ("Thời gian: …").
  case noBody = "no-body"
  /// A label that says who does the work above it ("Cơ quan chủ trì: …"); value `field`.
  case taskLabel = "task-label"
  /// A line that its neighbours may tell to be such a label; captures `colon`.
  case nearLabel = "near-label"
  /// A title that is such a label; value `field`.
  case taskHeading = "task-heading"
  /// The first cell of a row that adds up the others.
  case total
  /// "nt", "như trên": what stands in the cell above.
  case ditto
  /// "Không", "…": what a cell holds where nothing is to be said.
  case void
  /// A word that tells of a report; value `kind` is `no` for a talk or a paper.
  case report
  /// What leads to the one who is told ("về", "gửi").
  case reportTo = "report-to"
  /// What is told: the name of the one who is told ends before it.
  case reportObject = "report-object"
  /// The name of a column of a table of reports; value `part`.
  case reportColumn = "report-column"
  /// A line that says who is told of the reports of its section.
  case reportReceiver = "report-receiver"
  /// What the one who is told will do with a report ("để tổng hợp").
  case reportPurpose = "report-purpose"
  /// A word that makes a report a duty ("định kỳ").
  case reportRegular = "report-regular"
  /// How often a report is due, as words beside it say ("báo cáo quý").
  case reportInterval = "report-interval"
  /// Where the name of a source of money begins; value `start` (`here` or `behind`).
  case fundingSource = "funding-source"
  /// What a source's name ends before.
  case fundingEnd = "funding-end"
  /// A word beside an amount that stands for the whole.
  case fundingTotal = "funding-total"
  /// A word that a date of completion follows ("hoàn thành trong").
  case due
  // MARK: Targets
  /// A number with its unit: captures `number`, `unit`; value `kind`.
  case quantity
  /// A number that begins a range: capture `number`.
  case range
  /// A number that counts some of a whole: captures `number`, `whole`, `unit`.
  case fraction
  /// A number that counts nothing: capture `number`; value `kind`.
  case notQuantity = "not-quantity"
  /// What stands between words and a number: captures by what they tell.
  case beforeNumber = "before-number"
  /// What stands behind a number and its unit.
  case behindNumber = "behind-number"
  /// A word that opens a clause of a target; values `kind`, `direction`.
  case aim
  /// The first words of what is measured.
  case measured
  /// An indicator that says nothing alone.
  case elliptical
  /// A verb and the number it sets out to make: capture `action`.
  case action
  /// What ends the words that name what is counted; value `scope`.
  case phraseEnd = "phrase-end"
  /// What joins the quantities of a sentence.
  case joint
  /// A word that tells of the past or the present.
  case toldPast = "told-past"
  /// A word that only describes or lays down a condition.
  case condition
  /// A word that makes what stands below a heading targets.
  case goal
  /// When a target is to be reached; value `form`.
  case targetTime = "target-time"
  /// The name of a column of a table of targets; value `part`.
  case targetColumn = "target-column"
  /// The name of the column that tells what is measured.
  case targetColumnIndicator = "target-column-indicator"
  /// The name of a column that tells of things as they are.
  case targetColumnExisting = "target-column-existing"
  /// The title of a table that sets figures out.
  case targetTitle = "target-title"
  // MARK: References
  /// Tên loại of a document that is referred to.
  case documentKind = "document-kind"
  /// A word that tells a part of a reference; value `part`.
  case documentPart = "document-part"
  /// A congress's resolution: capture `issuer`.
  case documentCongress = "document-congress"
  /// A national target programme: capture `subject`.
  case documentProgramme = "document-programme"
  /// An appendix that the text announces: capture `label` (optional).
  case appendixAnnounced = "appendix-announced"
  /// Words that name a place of a plan ("mục 5, Phần III"); value `kind` is `own` for what makes
  /// it one of this plan ("của Kế hoạch này").
  case place
}
