import ArgumentParser
package import Evidence

/// From which severity on findings make the command fail.
package enum FailOn: String, CaseIterable, ExpressibleByArgument, Sendable {
  case error, warning, note, never

  /// The mildest severity that fails, or nothing.
  package var severity: Finding.Severity? { Finding.Severity(rawValue: rawValue) }
}
