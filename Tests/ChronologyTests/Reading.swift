import Chronology
import PostmortemModel

/// The dates of one passage of a note that was written on `day`, each as the model writes it.
func dates(_ text: String, written day: String = "2025-06-12", after story: [String] = [])
  -> [String]
{
  mentions(text, written: day, after: story).map(\.date.description)
}

/// The mentions of one passage of a note that was written on `day`; `story` stands before the passage.
func mentions(_ text: String, written day: String = "2025-06-12", after story: [String] = [])
  -> [DateMention]
{
  let passages =
    [DatedPassage(day, context: .metadata, label: "Interview", field: .noteDay)]
    + story.map { DatedPassage($0) } + [DatedPassage(text)]
  return Array(Chronology(of: passages).mentions(in: passages.count - 1))
}
