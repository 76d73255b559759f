import Evidence
import Markup
import PostmortemModel
import Reporting

extension DraftReader {
  /// What to do differently.
  mutating func readLessons(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "lessons are a list") {
      let department = self.department(text.lead ?? "", in: text)
      model.lessons.append(
        Lesson(
          statement: department == nil ? text.whole : text.text, department: department,
          evidence: evidence(text)))
    }
  }

  /// Who does what by when: a row each, or an item in plain words.
  mutating func readActions(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      switch block {
      case .row(let cells): readAction(cells)
      case .item(let item): model.actions.append(action(item))
      case .paragraph(let text) where !text.isEmpty:
        model.actions.append(action(DraftOutline.Item(text: text, task: .none)))
      default: leave(block, because: "actions are the rows of a table, or a list")
      }
    }
  }

  private mutating func readAction(_ cells: [(head: String, cell: DraftText)]) {
    guard cells.contains(where: { !$0.cell.isEmpty }) else { return }
    var action = Action()
    for (head, cell) in cells {
      let words = cell.whole
      switch head.folded {
      case "done": action.done = Words.flag(words) ?? false
      case "action": action.task = words
      case "owner": action.owner = words.orNil
      case "due": action.due = date(words, in: cell)
      case "department": action.department = department(words, in: cell)
      case "evidence": break
      default:
        leave(cell, because: "actions have no column “\(head.excerpt)”")
        continue
      }
      action.evidence += evidence(cell)
    }
    model.actions.append(action)
  }

  /// An action in plain words: `- [x] **Priya:** call Dana by 1 August 2025`, `- Priya to call Dana`.
  private mutating func action(_ item: DraftOutline.Item) -> Action {
    var text = item.text
    for child in item.children { text.append(child.text) }
    var action = Action(
      task: text.whole, due: dates.mention(in: text.whole), done: item.task == .done,
      evidence: evidence(text))
    if let (name, value) = labelled(text), Self.isName(name) {
      action.owner = name
      action.task = value.whole
    } else {
      action.owner = Self.subject(of: text.whole)
    }
    return action
  }

  /// Whoever a sentence says is to do something: the words before `to`, `will` or `must`.
  private static func subject(of sentence: String) -> String? {
    [" to ", " will ", " must "].compactMap { sentence.cut(atFirst: $0)?.before }
      .min { $0.utf8.count < $1.utf8.count }
      .flatMap { isName($0) ? $0 : nil }
  }

  /// Whether words may be somebody's name: one to three, each with a capital.
  private static func isName(_ words: String) -> Bool {
    let words = words.split(separator: " ")
    return (1...3).contains(words.count)
      && words.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  /// Which departments must hear what.
  mutating func readNotices(_ blocks: [DraftOutline.Block]) {
    var notices: [DepartmentNotice] = []
    for block in blocks {
      if case .heading(let text) = block, let department = self.department(text.whole, in: text) {
        notices.append(DepartmentNotice(department: department))
        continue
      }
      guard let last = notices.indices.last else {
        leave(block, because: "it stands above the first department")
        continue
      }
      switch block {
      case .paragraph(let text): read(text, into: &notices[last])
      case .item(let item):
        notices[last].asks += ([item] + item.children).map(\.text.whole).filter { !$0.isEmpty }
      default: leave(block, because: "a notice is Why, Message and Asks")
      }
    }
    model.departments += notices
  }

  private mutating func read(_ text: DraftText, into notice: inout DepartmentNotice) {
    switch text.lead?.folded {
    case "why":
      notice.why = text.text
      notice.evidence += evidence(text)
    case "message": notice.message = Self.joined(notice.message, text.text)
    case "asks": if !text.text.isEmpty { notice.asks.append(text.text) }
    default:
      notice.message = Self.joined(notice.message, text.whole)
      notice.evidence += evidence(text)
    }
  }

  /// What remains of the relationship.
  mutating func readRelationship(_ blocks: [DraftOutline.Block]) {
    var isOffboarding = false
    for block in blocks {
      switch block {
      case .heading(let text):
        isOffboarding = text.whole.folded == "offboarding"
        if !isOffboarding { leave(block, because: "a relationship has Offboarding below it") }
      case .item(let item) where isOffboarding || item.task != .none:
        for item in [item] + item.children where !item.text.isEmpty {
          model.relationship.offboarding.append(
            OffboardingStep(
              step: item.text.whole, done: item.task == .done, evidence: evidence(item.text)))
        }
      case .item(let item): readRelationship(item.text)
      default: leave(block, because: "a relationship is a list")
      }
    }
  }

  private mutating func readRelationship(_ text: DraftText) {
    let (label, value) = labelled(text) ?? ("", text)
    let words = value.whole
    switch label.folded {
    case "win-back":
      model.relationship.winBack.likelihood =
        word(words, in: value) { Labels.label($0) } ?? .notStated
      model.relationship.winBack.evidence = evidence(value)
    case "condition": model.relationship.winBack.condition = words.orNil
    case "ask again on": model.relationship.winBack.revisitOn = date(words, in: value)
    case "down to how the account was looked after":
      model.relationship.csmRelated = flag(words, in: value) ?? false
    case "csm stayed to the end": model.relationship.csmStayed = flag(words, in: value)
    case "reference or referral still possible":
      model.relationship.goodwill = flag(words, in: value)
    default: leave(text, because: "a relationship has no such entry")
    }
  }

  private mutating func flag(_ words: String, in text: DraftText) -> Bool? {
    if words.isEmpty { return nil }
    if let flag = Words.flag(words) { return flag }
    tell("unread-word", "“\(words.excerpt)” is neither Yes nor No", at: text.position)
    return nil
  }

  /// What to ask still.
  mutating func readOpenQuestions(_ blocks: [DraftOutline.Block]) {
    for text in texts(blocks, "open questions are a list") {
      guard let lead = text.lead else {
        leave(text, because: "a question begins with the field that it asks for")
        continue
      }
      model.openQuestions.append(OpenQuestion(field: Words.field(lead), question: text.text))
    }
  }

  /// Where the inputs contradict each other.
  mutating func readConflicts(_ blocks: [DraftOutline.Block]) {
    for block in blocks {
      guard case .item(let item) = block, let lead = item.text.lead else {
        leave(block, because: "a conflict is an item with Kept and Also found below it")
        continue
      }
      var conflict = Conflict(field: Words.field(lead), kept: "", other: "")
      conflict.evidence = evidence(item.text)
      for child in item.children {
        switch child.text.lead?.folded {
        case "kept": conflict.kept = child.text.text
        case "also found": conflict.other = child.text.text
        default: leave(child.text, because: "a conflict has Kept and Also found")
        }
      }
      model.conflicts.append(conflict)
    }
  }
}
