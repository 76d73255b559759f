import Synchronization
import Templating

/// Keeps the memory of a report's values for the next report.
final class SpareValues: Sendable {
  /// The values of the last report; whoever finds them in use takes new ones.
  let last = Mutex(TemplateValues(for: .plain))
}
