import Foundation
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private static let folder: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  private static func readme() throws -> [Substring] {
    try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of all fenced blocks with a word after the fence.
  private static func blocks(_ word: String) throws -> [Substring] {
    var lines: [Substring] = []
    var isInside = false
    for line in try readme() {
      if line.hasPrefix("```") {
        isInside = line == "```" + word
      } else if isInside {
        lines.append(line)
      }
    }
    return lines
  }

  @Test func theTreeIsTheProgramsTree() throws {
    let document = Self.folder + "/corpus/plans/commune-macadamia/input.txt"
    let run = try Program.run(["parse", "-q", "--format", "tree", "--width", "98", document])
    let now = Set(run.output.split(separator: "\n"))
    let shown = try Self.blocks("tree")
    #expect(shown.count > 10)
    for line in shown { #expect(now.contains(line), "the program does not print: \(line)") }
  }

  @Test func theFactsAreTheProgramsFacts() throws {
    let document = Self.folder + "/corpus/plans/commune-macadamia/input.txt"
    let run = try Program.run(["facts", "--kind", "targets", "--width", "98", document])
    let shown = try Self.blocks("facts").joined(separator: "\n")
    #expect(run.output.hasPrefix(shown))
    #expect(!shown.isEmpty)
  }

  @Test func theWarningIsTheProgramsWarning() throws {
    let folder = try TemporaryFolder()
    let text =
      "KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n- Phủ xanh.\n\nIII. TỔ CHỨC THỰC HIỆN\n- Các thôn.\n"
    let run = try Program.run(["parse", folder.file("plan.txt", text)])
    let shown = try Self.blocks("console").joined(separator: "\n")
    #expect(run.errors.contains(shown.replacing("plan.txt", with: folder.path + "/plan.txt")))
    #expect(!shown.isEmpty)
  }

  @Test func everyCommandIsThere() throws {
    for line in try Self.readme() where line.hasPrefix("| `kehoach ") {
      let words = line.dropFirst("| `kehoach ".count).split(separator: " ")
      let name = words[0].trimmingCharacters(in: ["`"])
      #expect(try Program.run([name, "--help"]).code == 0, "there is no command \(name)")
    }
  }
}
