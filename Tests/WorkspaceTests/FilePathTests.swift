import Testing
import Workspace

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a/b.tar.GZ", "b.tar.GZ", "b.tar", "gz", "a"), ("b", "b", "b", "", "."),
    (".hidden", ".hidden", ".hidden", "", "."), ("/x.md", "x.md", "x", "md", "/"),
    ("a/", "", "", "", "a"), ("a.b/c", "c", "c", "", "a.b"), ("x.", "x.", "x", "", "."),
  ])
  func hasNameStemExtensionAndParent(
    path: String, name: String, stem: String, fileExtension: String, parent: String
  ) {
    let path = FilePath(path)
    #expect(path.name == Array(name.utf8))
    #expect(path.stem == Array(stem.utf8))
    #expect(path.fileExtension == fileExtension)
    #expect(path.parent == FilePath(parent))
  }

  @Test func anExtensionIsReplaced() {
    let path = FilePath("notes/acme.v2.md").replacingExtension(with: ".answers.csv")
    #expect(path == FilePath("notes/acme.v2.answers.csv"))
  }
}
