import Foundation
import TestSupport
import Testing

/// What is said when something is not as it should be: the fact, and what helps.
@Suite struct MessageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs a command with `{}` for the folder, whose files are `a.txt`, `empty` and `no/`.
  private func run(_ line: String) throws -> Program.Run {
    _ = try folder.file("a.txt", "KẾ HOẠCH\nTrồng cây\n")
    _ = try folder.file("empty", "")
    _ = try folder.file("cut.docx", "PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}")
    _ = try folder.file("gold.json", "{}")
    let no = folder.path + "/no"
    try FileManager.default.createDirectory(atPath: no, withIntermediateDirectories: true)
    let words = line.split(separator: " ").map { String($0.replacing("{}", with: folder.path)) }
    return try Program.run(words)
  }

  @Test(arguments: [
    ("parse --grammars {}/a.txt x", 2, "/a.txt: this is a file, not a folder"),
    ("grammar check {}/no", 2, "/no: holds no .grammar file"),
    ("find --catalog {}/none x", 2, "/none: no such file; name the catalog.sqlite"),
    ("find --catalog {}/no x", 2, "/no: this is a folder; name the catalog.sqlite"),
    ("find --catalog {}/empty x", 2, "/empty: no catalog of kehoach; name the catalog.sqlite"),
    ("text {}/cut.docx", 2, "a ZIP file that holds no document, or is cut off"),
    ("explain {}/a.txt:0", 64, "/a.txt:0: lines count from 1"),
    ("explain {}/a.txt:b", 64, "after the colon stands the number of a line"),
    ("corpus check --corpus {}/none", 2, "/none: no such folder; run this in the repository"),
    ("corpus measure --gold {}/no", 2, "/no: holds no gold"),
    ("corpus measure --gold {}", 2, "/gold.json: no gold.txt, .md or .docx stands in"),
    ("corpus generate {}", 64, "holds something already"),
    ("pars x", 64, "there is no command \"pars\"; did you mean \"parse\"?"),
    ("corpus chekc", 64, "there is no command \"chekc\"; did you mean \"check\"?"),
    ("help nonsense", 64, "there is no command \"nonsense\"; there is parse, facts"),
    ("parse --jobs -1 x", 64, "--jobs must be 1 or more"),
    ("find --catalog x --limit -1 x", 64, "--limit must be 0 or more"),
    ("facts {}/none", 2, "/none: no such file"),
    ("facts --format json {}/none", 2, "/none: no such file"),
  ])
  func aMistakeIsNamed(_ line: String, _ code: Int32, _ message: String) throws {
    let run = try run(line)
    #expect(run.code == code)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func anEmptyPathIsQuoted() throws {
    #expect(try Program.run(["text", ""]).errors.contains("\"\": no such file"))
  }

  @Test func helpTellsTheFormatAsItIsWritten() throws {
    #expect(try Program.run(["help", "batch"]).output.contains("(default: json)"))
  }

  /// What a script of the shell prints.
  private func shell(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script, Program.path, folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    _ = try run("text x")
    let full = try shell("$0 text $1/a.txt > /dev/full; echo $?")
    #expect(full.hasSuffix("standard output: cannot be written (no space left on device)\n2\n"))
    let limited = try shell("ulimit -f 1; $0 parse -q -o $1/a.json $1/a.txt; echo $?")
    #expect(
      limited.hasSuffix("a.json: cannot be written (file too large); choose another place\n2\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.json"))
  }

  @Test func aFolderAsStandardInputIsTold() throws {
    #expect(
      try shell("$0 text - < $1; echo $?")
        == "kehoach: error: standard input: a folder, not a file\n2\n")
  }

  @Test func aNameThatIsNoUTF8IsFound() throws {
    let script = """
      cd $1; printf 'KẾ HOẠCH\\n' > $'b\\xff.txt'
      $0 text $'b\\xff.txt'; $0 text $'./b\\xff.txt'; printf x > $'b\\xfe.txt'
      $0 text $'b\\xff.txt' > /dev/null 2>&1; echo $?
      """
    // Two names that look alike are none.
    #expect(try shell(script) == "KẾ HOẠCH\nKẾ HOẠCH\n2\n")
  }
}
