import Drafting
import Evidence
import PostmortemModel

/// The post-mortem that is drafted from a note's text.
func draft(_ text: String, knowledge: Knowledge = .standard) -> Postmortem {
  Drafter(knowledge: knowledge).draft(SourceText(name: "note.md", text: text), answers: nil)
    .postmortem
}
