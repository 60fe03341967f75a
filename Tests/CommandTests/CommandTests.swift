import Foundation
import TestSupport
import Testing

/// The commands as a person runs them: output, messages, exit codes.
@Suite struct CommandTests {
  private static let plan = """
    ỦY BAN NHÂN DÂN XÃ SƠN HÀ
    Số: 12/KH-UBND
    KẾ HOẠCH
    Trồng cây năm 2026
    I. MỤC ĐÍCH
    - Phủ xanh đồi trọc.
    III. TỔ CHỨC THỰC HIỆN
    - Các thôn thực hiện.

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func names(_ path: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + path).sorted()
  }

  @Test func aPlanBecomesJSON() throws {
    let file = try folder.file("a.txt", Self.plan)
    let run = try Program.run(["parse", "--quiet", file])
    #expect(run.code == 0)
    #expect(run.errors == "")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let plan = try #require(json as? [String: Any])
    #expect(plan["format"] as? String == "kehoach-plan/1")
    let source = try #require(plan["source"] as? [String: Any])
    #expect(source["name"] as? String == "a.txt")
    #expect(source["mediaType"] as? String == "text/plain")
    #expect(source["bytes"] as? Int == Self.plan.utf8.count)
    #expect((source["sha256"] as? String)?.count == 64)
  }

  @Test func aPlanBecomesATree() throws {
    let run = try Program.run(["parse", "--format", "tree", folder.file("a.txt", Self.plan)])
    #expect(run.code == 0)
    #expect(run.output.contains("\"MỤC ĐÍCH\""))
    #expect(run.output.contains("\"Phủ xanh đồi trọc.\""))
  }

  @Test func theStandardInputIsADocument() throws {
    let fromFile = try Program.run(["parse", "--format", "tree", folder.file("a.txt", Self.plan)])
    let run = try Program.run(["parse", "--format", "tree", "-"], input: Array(Self.plan.utf8))
    #expect(run.code == 0)
    #expect(run.output == fromFile.output)
  }

  @Test func whatIsWrittenIsValid() throws {
    let file = try folder.file("a.txt", Self.plan)
    for format in ["json", "xml"] {
      let output = folder.path + "/a." + format
      #expect(try Program.run(["parse", "--format", format, "-o", output, file]).code == 0)
      let check = try Program.run(["validate", output])
      #expect(check.code == 0)
      #expect(check.output == "\(output): valid \(format.uppercased())\n")
    }
    let wrong = try folder.file("wrong.json", "{\"format\": 7}")
    let check = try Program.run(["validate", wrong, folder.path + "/a.xml"])
    #expect(check.code == 2)
    #expect(check.errors.hasPrefix("kehoach: error: \(wrong): "))
    let input = try Program.run(["validate", "-"], input: Array("<a><b></a>".utf8))
    #expect(input.errors.hasPrefix("kehoach: error: standard input: opening and ending tag"))
    #expect(check.output.hasPrefix(folder.path + "/a.xml: valid"))
    #expect(try Program.run(["validate", file]).errors.contains("neither JSON nor XML"))
  }

  @Test func severalDocumentsGoToAFolderInAnyNumberOfJobs() throws {
    let files = try (1...9).map { try folder.file("\($0).txt", Self.plan + "\($0)\n") }
    let one = try Program.run(
      ["parse", "-o", folder.path + "/one", "--jobs", "1", "--verbose"] + files)
    let four = try Program.run(
      ["parse", "-o", folder.path + "/four", "--jobs", "4", "--verbose"] + files)
    #expect(one.code == 0 && four.code == 0)
    #expect(try names("/one") == (1...9).map { "\($0).json" })
    #expect(try names("/four") == names("/one"))
    for name in try names("/one") {
      #expect(
        try String(contentsOfFile: folder.path + "/one/" + name, encoding: .utf8)
          == String(contentsOfFile: folder.path + "/four/" + name, encoding: .utf8))
    }
    #expect(one.errors == four.errors)
    let lines = try Program.run(["parse", "-q", "--format", "jsonl", "--jobs", "3"] + files)
    #expect(lines.output.split(separator: "\n").count == 9)
    let names = lines.output.split(separator: "\n").compactMap { $0.firstRange(of: ".txt\"") }
    #expect(names.count == 9)
  }

  @Test func oneBadFileDoesNotStopTheOthers() throws {
    let good = try folder.file("good.txt", Self.plan)
    let bad = try folder.file("bad.txt", [0x4B, 0xFF, 0xFE, 0x80])
    let run = try Program.run(["parse", "-q", "-o", folder.path + "/out", bad, good, "no.txt"])
    #expect(run.code == 2)
    #expect(run.errors.contains("\(bad): "))
    #expect(run.errors.contains("no.txt: no such file"))
    #expect(try names("/out") == ["good.json"])
  }

  @Test(arguments: [
    ("%PDF-1.7\n%\u{1}\u{2}\n", "PDF"), ("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}", "ZIP"),
  ])
  func aBinaryFileIsNamed(_ bytes: String, _ name: String) throws {
    let file = try folder.file("x", bytes)
    let run = try Program.run(["parse", file])
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.errors.uppercased().contains(name))
  }

  @Test func undecodableBytesHaveTheirOffset() throws {
    let file = try folder.file("x.txt", Array("Kế hoạch ".utf8) + [0xFF])
    let run = try Program.run(["text", file])
    #expect(run.code == 2)
    #expect(run.errors.contains("13"))
  }

  @Test func anEmptyFileIsNoPlanAndNoMistake() throws {
    let file = try folder.file("empty.txt", "")
    let run = try Program.run(["parse", file])
    #expect(run.code == 0)
    #expect(run.output.contains("\"not-a-plan\""))
    #expect(run.errors.contains("[not-a-plan]"))
    #expect(try Program.run(["parse", "--strict", file]).code == 1)
  }

  @Test func foldersAndMissingFilesAreExplained() throws {
    let isFolder = try Program.run(["parse", folder.path])
    #expect(isFolder.code == 2)
    #expect(isFolder.errors.contains("this is a folder"))
    let missing = try Program.run(["text", folder.path + "/no.txt"])
    #expect(missing.code == 2)
    #expect(missing.errors.contains("no such file"))
  }

  @Test func aPlaceThatCannotBeWrittenIsExplained() throws {
    let file = try folder.file("a.txt", Self.plan)
    let run = try Program.run(["parse", "-o", folder.path + "/no/a.json", file])
    #expect(run.code == 2)
    #expect(run.errors.contains("cannot be written"))
    let two = try Program.run(["parse", "-o", folder.path + "/no/out", file, file + ""])
    #expect(two.code == 64)
  }

  @Test(arguments: [
    [], ["parse"], ["parse", "--format", "pdf", "x"], ["parse", "a", "b"],
    ["parse", "--jobs", "0", "a"], ["parse", "-", "-", "-o", "out"], ["dump", "x"],
    ["dump", "--stage", "words", "x"], ["schema"], ["nonsense"], ["facts"],
    ["facts", "--kind", "words", "x"], ["facts", "--format", "csv", "x"],
    ["facts", "--bom", "x"], ["facts", "--width", "3", "x"], ["facts", "-", "-"],
    ["facts", "--trace", "x"], ["facts", "--format", "json", "--width", "30", "x"],
    ["parse", "--width", "30", "x"], ["parse", "--jobs", "-1", "x"], ["help", "nonsense"],
    ["corpus", "nonsense"],
  ])
  func usageIsSixtyFour(_ arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect(run.code == (arguments.isEmpty ? 0 : 64))
    #expect(run.errors.contains("kehoach") || run.output.contains("USAGE"))
  }

  @Test func aPlanNeverOverwritesItsDocument() throws {
    let file = try folder.file("a.json", Self.plan)
    #expect(try Program.run(["parse", "-o", file, file]).code == 64)
    #expect(try Program.run(["parse", "-o", folder.path, file]).code == 64)
    // Other spellings, a link, and the standard input.
    let path = folder.path
    let linked = path + "/link.txt"
    try FileManager.default.createSymbolicLink(atPath: linked, withDestinationPath: file)
    let twin = path + "/twin.json"
    try FileManager.default.linkItem(atPath: file, toPath: twin)
    for (place, document) in [
      (path + "/./a.json", file), (path, path + "/./a.json"), (path + "/.", file),
      (file, linked), (linked, file), (twin, file), (file, "-"),
    ] {
      let run = try Program.run(
        ["parse", "-q", "-o", place, document], inputPath: document == "-" ? file : nil)
      #expect(run.code == 64, "\(place) \(document)")
      #expect(run.errors.contains("would be overwritten by its own plan"))
      #expect(run.errors.contains("kehoach parse"))
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.plan)
    #expect(try names() == ["a.json", "link.txt", "twin.json"])
    #expect(try Program.run(["parse", "-q", "-o", "/dev/null", "/dev/null"]).code == 0)
  }

  @Test func warningsHavePlaceLineAndCaret() throws {
    let file = try folder.file("a.txt", Self.plan)
    let run = try Program.run(["parse", file])
    #expect(run.errors.contains("\(file):7:1: warning: "))
    #expect(run.errors.contains("[numbering-gap]\n  III. TỔ CHỨC THỰC HIỆN\n  ^\n"))
    #expect(!run.errors.contains("\u{1B}"))
    #expect(try Program.run(["parse", "--strict", "-q", file]).code == 1)
    #expect(try Program.run(["parse", "-q", file]).errors == "")
  }

  @Test func theCanonicalTextIsTheFile() throws {
    let run = try Program.run(["text", folder.file("a.txt", Self.plan)])
    #expect(run.output == Self.plan)
    let other =
      "\u{FEFF}"
      + Self.plan.decomposedStringWithCanonicalMapping
      .replacingOccurrences(of: "\n", with: "\r\n")
    let composed = try Program.run(["text", folder.file("b.txt", other)])
    #expect(Array(composed.output.utf8) == Array(Self.plan.utf8))
  }

  @Test(arguments: ["lines", "blocks", "sections", "plan"])
  func stagesArePrinted(_ stage: String) throws {
    let run = try Program.run(["dump", "--stage", stage, folder.file("a.txt", Self.plan)])
    #expect(run.code == 0)
    #expect(run.output.contains("MỤC ĐÍCH"))
  }

  @Test func aLineIsExplained() throws {
    let file = try folder.file("a.txt", Self.plan)
    let all = try Program.run(["explain", file])
    let one = try Program.run(["explain", file + ":5"])
    #expect(all.code == 0 && one.code == 0)
    #expect(one.output.contains("MỤC ĐÍCH"))
    #expect(one.output.count < all.output.count)
    #expect(try Program.run(["explain", file + ":99"]).code == 2)
  }

  @Test func schemasArePrinted() throws {
    let json = try Program.run(["schema", "json"])
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let xml = try Program.run(["schema", "xml"])
    #expect(xml.output.contains("urn:kehoach:plan:1"))
  }

  @Test func theGrammarHoldsItsExamples() throws {
    let run = try Program.run(["grammar", "check"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("every example holds"))
    _ = try folder.file("bad.grammar", "rule\n")
    let bad = try Program.run(["grammar", "check", folder.path])
    #expect(bad.code == 2)
    #expect(bad.errors.contains("bad.grammar:1"))
    #expect(try Program.run(["parse", "--grammars", folder.path, "x"]).code == 2)
  }

  @Test func theVersionIsTold() throws {
    let run = try Program.run(["--version"])
    #expect(run.code == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test func helpHasExamples() throws {
    for command in ["parse", "facts", "text", "dump", "explain", "schema", "validate"] {
      let run = try Program.run([command, "--help"])
      #expect(run.code == 0)
      #expect(run.output.contains("Examples:\n  kehoach \(command) "))
    }
  }

  @Test func aClosedPipeIsNoMistake() throws {
    let file = try folder.file("a.txt", String(repeating: Self.plan, count: 2_000))
    let script = "'\(Program.path)' parse -q '\(file)' | head -c 10; echo ${PIPESTATUS[0]}"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self).hasSuffix("0\n"))
  }

  @Test func aWriterOfRulesLooksAndTries() throws {
    let file = try folder.file("a.txt", Self.plan)
    let list = try Program.run(["grammar", "list"])
    #expect(list.code == 0)
    #expect(list.output.contains("document-number "))
    let show = try Program.run(["grammar", "show", "document-number"])
    #expect(show.code == 0)
    #expect(show.output.contains("yields  number"))
    let unknown = try Program.run(["grammar", "show", "number-document"])
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("no rule is called number-document"))
    let found = try Program.run(["grammar", "try", "các {who: thôn}", file])
    #expect(found.code == 0)
    #expect(
      found.output == """
        \(file):8: - [Các thôn] thực hiện.
            who = "thôn"
        1 matches in 1 documents

        """)
    let faulty = try Program.run(["grammar", "try", "các (thôn", file])
    #expect(faulty.code == 2)
    #expect(faulty.errors.hasPrefix("các (thôn\n"))
    #expect(try Program.run(["grammar", "try", "không có", file]).code == 1)
  }
}
