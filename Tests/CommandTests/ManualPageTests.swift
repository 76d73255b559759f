import Foundation
import TestSupport
import Testing

@Suite struct ManualPageTests {
  @Test func tellsWhatTheProgramTells() throws {
    let dump = try BuiltProgram.shell("postmortem --experimental-dump-help", in: TemporaryFolder())
    let page = try ManualPage(helpDump: Data(dump.output.utf8))
    expectGolden(Array(page.text.utf8), "docs/postmortem.1")
  }
}
