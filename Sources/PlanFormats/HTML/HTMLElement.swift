import PlanText

/// An element that is open: what it hands down to those inside it.
struct HTMLElement {
  /// What an element is to the flow of the page.
  enum Kind {
    /// Part of a line.
    case inline
    /// Begins and ends a paragraph.
    case block
    /// A list, an item of one.
    case list, item
    case table, row, cell
    /// Nothing of it is shown.
    case hidden
  }

  /// Its name in small letters.
  var name: String
  var kind: Kind
  /// How text in it is set.
  var face = TextFace()
  /// The font of its text, when it names one.
  var font: String?
  var centred = false
  /// The level of the heading that it is or stands in; 0 outside of headings.
  var headingLevel = 0
  /// Whether line ends stand as they are.
  var isPreformatted = false
  /// Whether it is the label that a word processor printed before an item.
  var isLabel = false
  /// Whether it is the mark of a footnote: where the text calls it, or where it begins.
  var isNoteMark = false
  /// Whether it stands in a link to a place on the page, and whether it is raised.
  var isFragment = false
  var isRaised = false
  /// Whether it stands in the article that a page is about.
  var isContent = false
  /// Where it stands on the page.
  var zone = LineStyle.Zone.body
  /// The numbering of a list.
  var list: HTMLList?
  /// The label of an item that is not printed yet.
  var label: FlowLabel?

  /// The most figures of the number of a note.
  private static let noteFigures = 3

  /// Whether a text is the number that calls a note: raised figures that lead to a place on the page.
  func callsNote(_ text: [UInt8]) -> Bool {
    isFragment && isRaised && !isNoteMark && (1...Self.noteFigures).contains(text.count)
      && text.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// Whether it is a link to another page.
  func leadsAway(_ attributes: [String: String]) -> Bool {
    name == "a" && !isNoteMark && !isFragment && attributes["href"] != nil
  }

  /// What is not shown by a browser, or belongs to its controls.
  static let hidden: Set<String> = [
    "script", "style", "head", "title", "noscript", "template", "svg", "iframe", "object",
    "select", "button", "textarea", "audio", "video", "canvas", "del", "datalist", "math",
  ]

  /// What begins a line of its own.
  static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "pre", "address",
    "article", "section", "main", "nav", "header", "footer", "aside", "form", "fieldset", "hr",
    "dl", "dt", "dd", "figure", "figcaption", "caption", "details", "summary", "body", "html",
    "legend", "dir", "menu", "hgroup", "listing", "xmp",
  ]

  /// The classes of what leads to other pages, above a text and below it.
  static let menus: Set<String> = [
    "menu", "mainmenu", "main-menu", "topmenu", "top-menu", "menu-top", "menu-main", "nav",
    "navbar", "navigation", "main-nav", "breadcrumb", "breadcrumbs",
  ]
  static let sharing: Set<String> = [
    "share", "sharing", "share-box", "share-buttons", "social", "socials", "social-share",
    "social-links", "pagination", "related-news", "post-navigation",
  ]

  /// The classes of marks of footnotes and endnotes, as LibreOffice writes them.
  static let noteMarks: Set<String> = [
    "sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym",
  ]

  /// What has no content.
  static let void: Set<String> = ["br", "hr", "img", "input", "meta", "link", "wbr", "col", "area"]
}
