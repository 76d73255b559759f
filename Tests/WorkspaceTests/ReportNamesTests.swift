import TestSupport
import Testing
import Workspace

@Suite struct ReportNamesTests {
  @Test func areTheNotesOwnNamesWherePossible() {
    #expect(names("acme.md", "q3/acme.md", "Zoë's Café.md") == ["acme", "q3-acme", "zoes-cafe"])
  }

  @Test func differOnFileSystemsThatIgnoreCaseOrNormalise() {
    let all = names("acme.md", "Acme.md", "ACME.markdown", "caf\u{E9}.md", "cafe\u{301}.md")
    #expect(all[0] == "acme")
    #expect(Set(all).count == 5)
    #expect(
      all.allSatisfy {
        $0.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
      })
  }

  @Test func doNotDependOnTheOrderOfTheNotes() {
    let paths = ["a b.md", "a-b.md", "A-B.md", "a_b.md", "a/b.md"].map { FilePath($0) }
    let there = Dictionary(uniqueKeysWithValues: zip(paths, ReportNames.names(for: paths)))
    let back = Dictionary(
      uniqueKeysWithValues: zip(paths.reversed(), ReportNames.names(for: paths.reversed())))
    #expect(there == back)
    #expect(Set(there.values).count == 5)
  }

  @Test(arguments: ["con.md", "COM1.md", "index.md", "东京.md", ".md", "---.md"])
  func areNeverEmptyOrReserved(path: String) {
    let name = names(path)[0]
    #expect(!["", "con", "com1", "index"].contains(name))
    #expect(name.utf8.count <= 100)
  }

  @Test func areAllDifferentForManyHostileNames() {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("aAbB-_ .é/\u{301}".unicodeScalars)
    let paths = Set(
      (0..<3_000).map { _ in
        let stem = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          String(alphabet.randomElement(using: &random) ?? "a")
        }
        return FilePath(stem.joined() + ".md")
      })
    let names = ReportNames.names(for: Array(paths))
    #expect(Set(names).count == paths.count)
  }

  private func names(_ paths: String...) -> [String] {
    ReportNames.names(for: paths.map { FilePath($0) })
  }
}
