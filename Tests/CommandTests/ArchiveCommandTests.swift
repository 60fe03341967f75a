import Foundation
import TestSupport
import Testing

/// `batch`, `find` and `stream` as a person meets them.
@Suite struct ArchiveCommandTests {
  private let folder: TemporaryFolder
  private static let plan =
    "ỦY BAN NHÂN DÂN\nXÃ NÀ KHOAI\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nTrồng cây năm 2026\n\n"
    + "I. NHIỆM VỤ\n- Phòng Kinh tế trồng cây ở đường vành đai; xong trong tháng 5/2026.\n"

  init() throws { folder = try TemporaryFolder() }

  private func batch(_ arguments: String...) throws -> Program.Run {
    try Program.run(["batch", "--quiet"] + arguments)
  }

  @Test func anArchiveIsConvertedAndGoneOnWith() throws {
    let out = folder.path + "/out"
    let file = try folder.file("a.txt", Self.plan)
    _ = try folder.file("b.bin", [0, 1, 2, 0xFF, 0xFE, 0x80])
    #expect(try batch(folder.path, "--out", out, "--format", "json,xml").code == 2)
    for name in [file + ".json", file + ".xml"] {
      #expect(FileManager.default.fileExists(atPath: out + "/plans" + name))
    }
    let report = try String(contentsOfFile: out + "/report.json", encoding: .utf8)
    #expect(report.contains("\"done\": 1,") && report.contains("\"failed\": 1,"))
    let table = try String(contentsOfFile: out + "/report.csv", encoding: .utf8)
    #expect(table.split(separator: "\r\n").count == 3)
    // The folder that is written to is no input.
    #expect(try batch(folder.path, "--out", out, "--format", "json,xml").code == 64)
    let again = try batch(folder.path, "--out", out, "--format", "json,xml", "--resume")
    #expect(again.code == 2 && again.errors.isEmpty, "\(again.errors)")
    #expect(try String(contentsOfFile: out + "/report.json", encoding: .utf8) == report)
  }

  @Test func aRunNeverReadsWhatItWrites() throws {
    let file = try folder.file("a.txt", Self.plan)
    let path = folder.path
    try FileManager.default.createSymbolicLink(
      atPath: path + "/link", withDestinationPath: path)
    for (input, out) in [
      (path, path), (path + "/.", path), (file, path), (path, path + "/link"),
      (path + "/link/a.txt", path),
    ] {
      for more in [[], ["--dry-run"]] {
        let run = try Program.run(["batch", input, "--out", out] + more)
        #expect(run.code == 64, "\(input) \(out)")
        #expect(run.errors.contains("would read what it writes"))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
    // Paths of a list are left out, as in a folder that is gone through.
    let out = path + "/out"
    #expect(try batch(file, "--out", out).code == 0)
    let plan = out + "/plans" + file + ".json"
    #expect(FileManager.default.fileExists(atPath: plan))
    let listed = try Program.run(
      ["batch", "-", "--out", out, "--dry-run"], input: Array("\(file)\n\(plan)\n".utf8))
    #expect(listed.output == file + "\n")
  }

  @Test func factsAreFound() throws {
    let out = folder.path + "/out"
    #expect(try batch(folder.file("a.txt", Self.plan), "--out", out).code == 0)
    func find(_ arguments: String...) throws -> Program.Run {
      try Program.run(["find", "--catalog", out + "/catalog.sqlite"] + arguments)
    }
    #expect(try find("duong vanh dai").output.contains("đường vành đai"))
    #expect(try find("đường", "--kind", "tasks", "--due", "2026").code == 0)
    #expect(try find("đường", "--kind", "tasks", "--due", "2027").code == 1)
    #expect(try find("dường").code == 1)
    #expect(try find("--due", "soon").code == 64)
    #expect(try find().code == 64)
    #expect(try find("cây", "--kind", "none").code == 64)
    let table = try find("phong", "--kind", "tasks", "--format", "csv").output
    #expect(table.hasPrefix("path,kind,node,text,"))
    let json = try find("phong", "--format", "json").output
    let list = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(list?.isEmpty == false)
    #expect(try Program.run(["find", "--catalog", out + "/none", "x"]).code == 2)
  }

  @Test func linesAreAnsweredInOrder() throws {
    let text = String(decoding: try JSONEncoder().encode(Self.plan), as: UTF8.self)
    let path = try folder.file("a.txt", Self.plan)
    let lines = [
      "{\"id\": 1, \"text\": \(text)}", "{\"id\": \"b\\n\", \"path\": \"\(path)\"}", "",
      "{\"id\": 3}", "no JSON", "{\"text\": \"\"}", "{\"id\": 5, \"path\": \"/none\"}",
    ]
    let run = try Program.run(["stream"], input: Array(lines.joined(separator: "\n").utf8))
    #expect(run.code == 0, "\(run.errors)")
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == 6)
    for (answer, start) in zip(
      answers,
      [
        "{\"id\":1,\"plan\":{", "{\"id\":\"b\\n\",\"plan\":{", "{\"id\":3,\"line\":4,\"error\":{",
        "{\"id\":null,\"line\":5,\"error\":", "{\"id\":null,\"plan\":",
        "{\"id\":5,\"line\":7,\"error\":{\"code\":\"missing\"",
      ])
    {
      #expect(answer.hasPrefix(start), "\(answer.prefix(80))")
      #expect(try JSONSerialization.jsonObject(with: Data(answer.utf8)) is [String: Any])
    }
    let long = try Program.run(
      ["stream", "--max-bytes", "10"],
      input: Array((String(repeating: "x", count: 9_000) + "\n{\"id\":2,\"text\":\"a\"}\n").utf8))
    #expect(long.output.contains("\"line\":1,\"error\":{\"code\":\"too-large\""))
    #expect(long.output.contains("{\"id\":2,\"plan\":"))
  }

  @Test func aDocumentThatTakesTooLongTakesOnlyItsLine() throws {
    let large = String(repeating: "- Một việc của xã Nà Khoai.\\n", count: 100_000)
    let lines = ["{\"id\":1,\"text\":\"a\"}", "{\"id\":2,\"text\":\"\(large)\"}", "{\"id\":3}"]
    let run = try Program.run(
      ["stream", "--max-seconds", "0.001"], input: Array(lines.joined(separator: "\n").utf8))
    #expect(run.code == 0, "\(run.errors)")
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == 3)
    #expect(answers[0].hasPrefix("{\"id\":1,\"plan\":{"))
    #expect(answers[1].hasPrefix("{\"id\":2,\"line\":2,\"error\":{\"code\":\"time\""))
    #expect(answers[2].hasPrefix("{\"id\":3,\"line\":3,\"error\":{\"code\":\"bad-line\""))
  }

  @Test func packedDocumentsAreConverted() throws {
    let text = String(decoding: try JSONEncoder().encode(Self.plan), as: UTF8.self)
    let lines = "{\"id\": \"../../x.txt\", \"text\": \(text)}\nbad\n"
    let file = try folder.file("p.jsonl", lines)
    let out = folder.path + "/out"
    #expect(try batch(file, "--out", out).code == 2)
    #expect(FileManager.default.fileExists(atPath: out + "/plans\(file)!/x.txt.json"))
    let table = try String(contentsOfFile: out + "/report.csv", encoding: .utf8)
    #expect(table.contains("p.jsonl!/line 2,failed,format"))
    // Nothing of it is read again.
    #expect(try batch(file, "--out", out, "--resume").code == 2)
  }

  @Test func aPatternChoosesPackedFilesOrWhatIsInThem() throws {
    let text = String(decoding: try JSONEncoder().encode(Self.plan), as: UTF8.self)
    let file = try folder.file(
      "p.jsonl",
      "{\"id\": \"x.txt\", \"text\": \(text)}\n{\"id\": \"y.md\", \"text\": \(text)}\n")
    _ = try folder.file("bad.zip", "PK\u{3}\u{4} no zip at all")
    for (pattern, plans, code) in [
      ("*.none", [], 0), ("*.txt", ["x.txt.json"], 0), ("*.zip", [], 2),
      ("*.jsonl", ["x.txt.json", "y.md.json"], 0),
    ] as [(String, [String], Int32)] {
      let out = folder.path + "/out" + pattern.dropFirst(2)
      let run = try Program.run(["batch", folder.path, "--out", out, "--include", pattern])
      #expect(run.code == code, "\(pattern): \(run.errors)")
      #expect(run.errors.contains("no input was found") == (pattern == "*.none"))
      let place = out + "/plans\(file)!"
      let found = try? FileManager.default.contentsOfDirectory(atPath: place)
      #expect((found ?? []).sorted() == plans, "\(pattern)")
    }
    // What a pattern left out is taken when it is gone.
    let out = folder.path + "/outtxt"
    #expect(try batch(file, "--out", out, "--resume").code == 0)
    #expect(FileManager.default.fileExists(atPath: out + "/plans\(file)!/y.md.json"))
  }

  @Test func aRunTellsACrashItself() throws {
    let file = try folder.file("a.txt", Self.plan)
    let run = try batch(file, "--out", folder.path + "/out", "--max-memory", "1000")
    #expect(run.code == 2)
    #expect(run.errors == "")
  }

  @Test func nothingIsSaidToHaveGoneThatWasNeverListed() throws {
    let lines = "{\"path\":\"/none\"}\n{\"path\":\"\(folder.path)\"}\n"
    let run = try Program.run(["stream"], input: Array(lines.utf8))
    #expect(run.output.contains("no such file or directory; check the spelling of the path"))
    #expect(run.output.contains("this is a folder; name the files in it"))
    let out = folder.path + "/out"
    let listed = try Program.run(["batch", "-", "--out", out], input: Array("/none\n".utf8))
    #expect(listed.code == 2)
    let report = try String(contentsOfFile: out + "/report.json", encoding: .utf8)
    #expect(report.contains("check the spelling of the path"))
  }

  @Test func aListAndAPatternChooseFiles() throws {
    let one = try folder.file("a.txt", Self.plan)
    _ = try folder.file("b.md", Self.plan)
    let listed = try Program.run(
      ["batch", "-", "--out", folder.path + "/out", "--dry-run"], input: Array((one + "\n").utf8))
    #expect(listed.output == one + "\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    let matched = try Program.run(
      ["batch", folder.path, "--out", "x", "--dry-run", "--include", "*.md"])
    #expect(matched.output == folder.path + "/b.md\n")
    let newer = try Program.run(
      ["batch", folder.path, "--out", "x", "--dry-run", "--since", "2199-01-01"])
    #expect(newer.output == "")
    #expect(try Program.run(["batch", "x", "--out", "y", "--since", "May"]).code == 64)
  }
}
