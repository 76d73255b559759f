#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The environment variables that the command heeds.
struct RunEnvironment: Sendable {
  /// Whether colours are wanted where there is a terminal: `NO_COLOR` (<https://no-color.org>) and `TERM=dumb` say no.
  var allowsColour: Bool { (Self.value("NO_COLOR") ?? "").isEmpty && Self.value("TERM") != "dumb" }

  /// The time that stands for now, in seconds since 1970, where one is set.
  var sourceDateEpoch: String? { Self.value("SOURCE_DATE_EPOCH") }

  private static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
