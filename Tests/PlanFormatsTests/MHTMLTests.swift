import PlanText
import Testing

@testable import PlanFormats

/// Pages in messages are read as pages.
@Suite struct MHTMLTests {
  private func opened(_ message: String) throws -> OpenedDocument {
    try OpenedDocument(Array(message.replacing("\n", with: "\r\n").utf8))
  }

  private func text(_ message: String) throws -> String {
    let opened = try opened(message)
    #expect(opened.format == .mhtml)
    return String(decoding: opened.text.bytes, as: UTF8.self)
  }

  @Test func whatWordProcessorsSaveIsAPage() throws {
    let text = try text(
      """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="----=_NextPart_01"

      This document is a single file page.

      ------=_NextPart_01
      Content-Location: file:///C:/0A1B/plan.htm
      Content-Transfer-Encoding: quoted-printable
      Content-Type: text/html; charset="utf-8"

      <html><head><meta http-equiv=3DContent-Type content=3D"text/html; =
      charset=3Dwindows-1252"></head><p>K=E1=BA=BF ho=E1=
      =BA=A1ch n=C4=83m 2027 \t
      n=3D3</p>=
      </html>

      ------=_NextPart_01
      Content-Type: text/html; charset="utf-8"

      <html><p>header.htm</p></html>
      ------=_NextPart_01--
      """)
    #expect(text == "Kế hoạch năm 2027 n=3\n")
  }

  @Test func whatBrowsersSaveIsAPage() throws {
    let message = """
      From: <Saved by a browser>
      Subject: =?utf-8?Q?K=E1=BA=BF?=
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="--a;b--"

      ----a;b--
      Content-Type: image/png
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      ----a;b--
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain

      not this
      --inner
      Content-Type: TEXT/HTML; charset=utf-8
      Content-Transfer-Encoding: BASE64

      PGh0bWw+PHA+S+G6vw==
      --inner--
      ----a;b----
      """
    #expect(try text(message) == "Kế\n")
    #expect(
      try text("\n\u{FEFF}MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a</p>\n") == "a\n")
  }

  @Test func theEncodingOfTheMessageCounts() throws {
    let page = Array(
      "MIME-Version: 1.0\nContent-Type: text/html; charset=windows-1258\n\n<p>k".utf8)
    let opened = try OpenedDocument(page + [0xEA, 0xEC])
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == "k\u{1EBF}\n")
    #expect(opened.text.encoding == "windows-1258")
  }

  @Test(arguments: [
    "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\ntext\n--x--\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
      + "Content-Type: text/html\n\n<p>cut\n--xy\n",
  ]) func damagedMessagesAreErrors(_ message: String) {
    let error = #expect(throws: FormatError.self) { _ = try opened(message) }
    guard case .damaged(.mhtml, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    "Kính gửi: Các thôn\n\nMIME-Version: 1.0\n", "MIME-Version: 1.0\n", "KẾ HOẠCH\n",
    "MIME-Version: 1.0\nContent-Type: text/plain\n\nKế hoạch\n", "Content-Type: text/html\n\n<p>",
    "MIME-Version: 1.0\nmột dòng\nContent-Type: text/html\n\n", "",
  ]) func isNone(_ text: String) { #expect(!MHTMLDocument.isSigned(Array(text.utf8))) }

  @Test func manyAndDeepPartsEnd() {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    let messages = [
      head + String(repeating: "--x\n", count: 100_000),
      head + String(repeating: "--x\nContent-Type: multipart/mixed; boundary=x\n\n", count: 20_000),
      head + "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        + String(repeating: "=\n=3", count: 100_000) + "\n--x--",
      "MIME-Version: 1.0\nContent-Type: " + String(repeating: "text/html;\n ", count: 100_000),
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\""
        + String(repeating: "x", count: 1 << 20),
    ]
    for message in messages { _ = try? OpenedDocument(Array(message.utf8)) }
  }
}
