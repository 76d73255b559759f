import ArgumentParser
import Workspace

/// What a stream is told; the command and the process that it watches over read the same.
struct StreamOptions: ParsableArguments {
  @Option(
    help: "How many notes to work on at a time; without this, as many as there are processors.")
  var jobs: Int?

  @OptionGroup var settings: CompanyOptions

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @OptionGroup var findings: FindingOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  /// How many notes are worked on at a time.
  var jobCount: Int { jobs ?? Disk.processorCount }
}
