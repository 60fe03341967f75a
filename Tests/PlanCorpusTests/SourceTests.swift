import Foundation
import Testing

/// The walls of the project, read off its sources.
@Suite struct SourceTests {
  private static let swift = Repository.files(in: "Sources", ending: ".swift")

  /// Every letter that Vietnamese writes and English does not.
  private static let letters = Set(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
      + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ")

  /// The code of a line, without what stands after `//` outside of quotes.
  private static func code(_ line: Substring) -> Substring {
    var isQuoted = false
    var last: Character = " "
    for index in line.indices {
      let character = line[index]
      if character == "\"", last != "\\" { isQuoted.toggle() }
      if !isQuoted, character == "/", last == "/" { return line[..<index].dropLast() }
      last = character
    }
    return line
  }

  @Test func thereAreSources() {
    #expect(Self.swift.count > 50)
  }

  @Test(arguments: swift) func noVietnameseWordStandsInCode(_ file: String) throws {
    let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let found = Self.code(line).filter(Self.letters.contains)
      #expect(found.isEmpty, "\(file):\(number + 1): \(line); the word belongs in grammars/")
    }
  }

  @Test func theScanSeesLiteralsAndSkipsComments() {
    #expect(Self.code("let x = \"căn cứ\" // kế hoạch") == "let x = \"căn cứ\" ")
    #expect(Self.code("/// Căn cứ").isEmpty)
    #expect(Self.code("let x = \"a // đ\"") == "let x = \"a // đ\"")
  }

  private static func imports(_ file: String) throws -> [Substring] {
    try Repository.text(file).split(separator: "\n")
      .map { $0.drop { $0 == " " } }
      .map { line -> Substring in
        for word in ["public ", "package ", "internal ", "private "] where line.hasPrefix(word) {
          return line.dropFirst(word.count)
        }
        return line
      }
      .filter { $0.hasPrefix("import ") }.map { $0.dropFirst("import ".count) }
  }

  @Test(arguments: swift) func importsKeepToTheWalls(_ file: String) throws {
    let allowed: [String: Set<Substring>] = [
      "PlanModel": [],
      "PlanText": ["PlanModel", "CICU", "CEncodings"],
      "PlanFormats": ["PlanModel", "PlanText", "CXML", "CArchive", "CProcess"],
      "PlanParser": ["PlanModel", "PlanText", "CGrammars", "CDigest", "Synchronization"],
      "PlanExport": ["PlanModel", "CXML"],
      "PlanCorpus": [
        "PlanModel", "PlanText", "PlanFormats", "PlanParser", "PlanExport", "Glibc",
      ],
      "RuleLab": ["PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus"],
      "PlanArchive": [
        "PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus", "CArchive", "CSQLite",
        "CWorker", "Glibc",
      ],
      "kehoach": [
        "PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus", "PlanArchive",
        "RuleLab",
        "ArgumentParser", "Glibc",
      ],
    ]
    let target = file.split(separator: "/")[1]
    let imports = try Self.imports(file)
    let may = try #require(allowed[String(target)], "a target without a wall")
    #expect(may.isSuperset(of: imports), "\(file) imports \(imports)")
  }

  /// The headers that the C files of a target include.
  private static func includes(_ ending: String) throws -> [(file: String, header: Substring)] {
    try Repository.files(in: "Sources", ending: ending).flatMap { file in
      try Repository.text(file).split(separator: "\n").filter { $0.hasPrefix("#include") }
        .map { (file, $0) }
    }
  }

  @Test func systemLibrariesStayInTheirFiles() throws {
    for (file, header) in try Self.includes(".h") where file.contains("/include/") {
      #expect(
        !["unicode/", "libxml/", "nettle/", "<archive", "sqlite3.h"].contains {
          header.contains($0)
        },
        "\(file): \(header)")
    }
    let sources = try Self.includes(".c")
    #expect(sources.contains { $0.header.contains("unicode/") })
    for (file, header) in sources {
      if header.contains("unicode/") { #expect(file.hasPrefix("Sources/CICU/")) }
      if header.contains("libxml/") { #expect(file.hasPrefix("Sources/CXML/")) }
      if header.contains("nettle/") { #expect(file.hasPrefix("Sources/CDigest/")) }
      if header.contains("sqlite3.h") { #expect(file.hasPrefix("Sources/CSQLite/")) }
      if header.contains("<archive") { #expect(file.hasPrefix("Sources/CArchive/")) }
    }
  }

  /// The lines of each function of a file, by the indentation of its first line and its last.
  private static func functions(_ text: String) -> [(name: Substring, lines: Int)] {
    var open: [(indent: Int, name: Substring, start: Int)] = []
    var found: [(name: Substring, lines: Int)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      let words = content.prefix { $0 != "(" && $0 != "<" }.split(separator: " ")
      let isFunction = words.contains("func") || words.last?.hasPrefix("init") == true
      if isFunction, !content.hasPrefix("//"), !content.hasSuffix("}") {
        open.append((indent, content, number))
      } else if content == "}" {
        while let last = open.last, last.indent > indent { open.removeLast() }
        guard let last = open.last, last.indent == indent else { continue }
        open.removeLast()
        found.append((last.name, number - last.start + 1))
      }
    }
    return found
  }

  @Test func functionsAreMeasured() {
    let text = """
      struct Sum {
        func add(
          _ one: Int
        ) -> Int {
          if one > 0 {
            return one
          }
          return 0
        }
        init() {
        }
      }
      """
    #expect(Self.functions(text).map(\.lines) == [8, 2])
  }

  @Test(arguments: swift) func functionsAreShort(_ file: String) throws {
    for function in Self.functions(try Repository.text(file)) {
      #expect(function.lines <= 120, "\(file): \(function.name) has \(function.lines) lines")
    }
  }

  @Test(arguments: swift) func filesAreShort(_ file: String) throws {
    let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 500, "\(file) has \(lines.count) lines")
  }
}
