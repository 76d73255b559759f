import Evidence
import PostmortemModel
import Reporting
import Testing

@Suite struct CauseWeighingTests {
  private func point(_ points: Double, line: Int = 1) -> CausePoint {
    CausePoint(
      what: "is named", points: points,
      evidence: [Excerpt(source: "a.md", line: line, endLine: line, quote: "words")])
  }

  private func candidate(_ category: CauseCategory, _ points: [Double]) -> CauseCandidate {
    CauseCandidate(
      category: category, points: points.reduce(0, +),
      because: points.enumerated().map { point($1, line: $0 + 1) })
  }

  private func root() -> RootCause {
    RootCause(
      primary: Cause(category: .support), contributing: [Cause(category: .adoption)],
      ruledOut: [RuledOutCause(category: .pricing), RuledOutCause(category: .budget)],
      statedReason: StatedReason(category: .productGap),
      candidates: [
        candidate(.support, [4, 1.5, 0.1, 0.1]), candidate(.pricing, [5]),
        candidate(.onboarding, [3]), candidate(.competitor, [2]), candidate(.adoption, [1]),
        candidate(.budget, [0.5]), candidate(.productGap, [0.3]), candidate(.salesFit, [0.2]),
        CauseCandidate(
          category: .inHouse, points: 4, because: [CausePoint(what: "is common", points: 4)]),
      ])
  }

  @Test func keepsTheCausesThatMatter() {
    let weighing = CauseWeighing(root())
    #expect(
      weighing.items.map(\.category) == [.support, .pricing, .onboarding, .adoption, .productGap])
    #expect(weighing.runnerUp?.category == .onboarding, "what is ruled out is not next in line")
    #expect(weighing.others.map(\.category) == [.competitor] && weighing.rest == 2)
    #expect(weighing.sentence { $0.category.rawValue } == "competitor and 2 others")
  }

  @Test func addsUpWhatSaysTheSame() throws {
    let reasons = try #require(CauseWeighing(root()).items.first).reasons
    #expect(reasons.map(\.points) == [5.7] && reasons.first?.parts.count == 4)
  }

  @Test func tellsSmallPointsTogether() throws {
    var root = root()
    for (number, _) in root.candidates[0].because.enumerated() {
      root.candidates[0].because[number].what += " \(number)"
    }
    let reasons = try #require(CauseWeighing(root).items.first).reasons
    #expect(reasons.map(\.points) == [4, 1.5, 0.2])
    #expect(reasons.map(\.what) == ["is named 0", "is named 1", "smaller things"])
  }

  @Test func addsWhatTheDrafterFoundTooSmallToWhatIsSmall() throws {
    var root = root()
    root.candidates[1].because = [
      point(5),
      CausePoint(what: CausePoint.smallerThings, points: -0.4),
      CausePoint(what: "is common", points: 0.1),
    ]
    let reasons = try #require(CauseWeighing(root).items.dropFirst().first).reasons
    #expect(reasons.map(\.what) == ["is named", "smaller things"])
    #expect(reasons.map(\.points) == [5, -0.3])
  }

  @Test func canBeWhole() {
    let weighing = CauseWeighing(whole: root())
    #expect(weighing.items.map(\.category) == root().candidates.map(\.category))
    #expect(weighing.items.first?.reasons.map(\.points) == [4, 1.5, 0.1, 0.1])
  }
}
