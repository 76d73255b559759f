import ArgumentParser

/// What a stream is told; the command and the process that it watches over read the same.
struct StreamOptions: ParsableArguments {
  @OptionGroup var jobs: JobsOption

  @OptionGroup var settings: CompanyOptions

  @Flag(name: .shortAndLong, help: "Tell of errors only.")
  var quiet = false

  @OptionGroup var findings: FindingOptions
}
