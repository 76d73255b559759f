extension TemplateProgram {
  /// An instruction other than `text`, with the text before it: what the renderer runs.
  struct Step: Sendable {
    /// What is done after the text was written.
    enum Action: Sendable {
      case nothing
      case print(Path, Style)
      /// Goes on at the step's target if the value is false.
      case enter(Path)
      /// Goes on at the step's target if there is another item.
      case leave
      /// Goes on at the step's target if the value is true.
      case skipIfTrue(Path)
    }

    /// Where the text starts that is written first.
    var textStart: Int
    /// Where it ends.
    var textEnd: Int
    /// What is done then.
    var action: Action
    /// Where to go on unless at the next step.
    var target = 0
  }

  /// Joins texts with the instructions after them, unless those are jumped to.
  mutating func makeSteps() {
    var isTarget = Array(repeating: false, count: code.count + 1)
    for index in code.indices {
      if let target = target(of: index) { isTarget[target] = true }
    }
    var places: [Int] = []
    steps = []
    for index in code.indices {
      if case .text(let start, let end) = code[index] {
        places.append(steps.count)
        steps.append(Step(textStart: start, textEnd: end, action: .nothing))
        continue
      }
      let action: Step.Action =
        switch code[index] {
        case .text: .nothing
        case .print(let path, let style): .print(path, style)
        case .enter(let path, _): .enter(path)
        case .leave: .leave
        case .skipIfTrue(let path, _): .skipIfTrue(path)
        }
      if !isTarget[index], index > 0, case .text = code[index - 1] {
        places.append(steps.count - 1)
        steps[steps.count - 1].action = action
      } else {
        places.append(steps.count)
        steps.append(Step(textStart: 0, textEnd: 0, action: action))
      }
    }
    places.append(steps.count)
    for index in code.indices {
      if let target = target(of: index) { steps[places[index]].target = places[target] }
    }
  }

  /// Where the instruction at `index` may go on unless at the next one.
  private func target(of index: Int) -> Int? {
    switch code[index] {
    case .text, .print, .leave(start: nil): nil
    case .enter(_, let end): end + 1
    case .leave(start: .some(let start)): start + 1
    case .skipIfTrue(_, let end): end
    }
  }
}
