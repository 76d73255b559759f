import Evidence
import Language
import PostmortemModel

extension Rule {
  /// Keeps the customer's most telling words: quotations in the note, and what they said or wrote themselves.
  static let quotes = Rule(id: "quotes", summary: "The customer's own words worth keeping") {
    reading, draft in
    let note = reading.note
    let people = People(note: note, csm: draft.postmortem.account.csm)
    var kept = QuoteReader(reading: reading).quotations()
    kept.sort { ($0.score, -$0.unit) > ($1.score, -$1.unit) }
    draft.postmortem.quotes = kept.prefix(8).sorted {
      ($0.unit, $0.range.lowerBound) < ($1.unit, $1.range.lowerBound)
    }.map { quotation in
      let unit = note.units[quotation.unit]
      let excerpt = note.passage(of: unit).excerpt(quotation.range)
      return Quote(
        text: excerpt.quote, speaker: people.speaker(ofQuotation: quotation.range, in: unit),
        evidence: [excerpt])
    }
  }
}

/// Finds what a note quotes of the customer: each a sentence with what was said in the same breath.
private struct QuoteReader {
  /// A stretch of a passage that the customer says, its most telling unit, and how telling that is.
  struct Quotation {
    var score: Double
    var unit: Int
    var range: Range<Int>
  }

  let reading: Reading
  private var note: Note { reading.note }

  /// A quotation is no longer than this many words.
  private static let longest = 42

  func quotations() -> [Quotation] {
    var found: [Quotation] = []
    var index = 0
    while index < note.units.count {
      let passage = note.units[index].passage
      var end = index
      while end < note.units.count, note.units[end].passage == passage { end += 1 }
      if isText(passage) {
        let isTheirs = note.side(of: note.layout.passages[passage]) == .customer
        let quoted = note.texts[passage].quotations
        if isTheirs, quoted.isEmpty || !isMostlyQuoted(quoted, passage) {
          found += breaths(index..<end)
        } else {
          found += quoted.compactMap { whole($0, index..<end) }
        }
      }
      index = end
    }
    return found
  }

  private func isText(_ passage: Int) -> Bool {
    if note.layout.questionPassages.contains(passage) { return false }
    switch note.layout.passages[passage].form {
    case .heading: return false
    case .value(let key): return !["subject", "date", "from", "to"].contains(key)
    default: return true
    }
  }

  private func isMostlyQuoted(_ quoted: [Range<Int>], _ passage: Int) -> Bool {
    quoted.reduce(0) { $0 + $1.count } * 2 > note.texts[passage].utf8.count
  }

  /// A quotation between marks, whole where it is short, else its most telling sentence.
  private func whole(_ range: Range<Int>, _ units: Range<Int>) -> Quotation? {
    let utf8 = note.texts[note.units[units.lowerBound].passage].utf8
    guard Bytes.wordCount(range, in: utf8) >= 3 else { return nil }
    let inside = units.filter { note.units[$0].range.overlaps(range) }
    guard let best = inside.max(by: { score($0) < score($1) }) else { return nil }
    if Bytes.wordCount(range, in: utf8) <= 56 {
      return Quotation(score: score(best), unit: best, range: range)
    }
    return Quotation(
      score: score(best), unit: best, range: note.units[best].range.clamped(to: range))
  }

  /// What a passage of the customer's says, in stretches around its most telling sentences.
  private func breaths(_ units: Range<Int>) -> [Quotation] {
    var found: [Quotation] = []
    var free = Set(units)
    let utf8 = note.texts[note.units[units.lowerBound].passage].utf8
    for best in units.sorted(by: { (score($0), $1) > (score($1), $0) }) where free.contains(best) {
      var stretch = best..<best + 1
      func words(_ stretch: Range<Int>) -> Int {
        Bytes.wordCount(range(of: stretch), in: utf8)
      }
      while true {
        let grown = [
          stretch.lowerBound - 1..<stretch.upperBound, stretch.lowerBound..<stretch.upperBound + 1,
        ]
        .filter { units.contains($0.lowerBound) && units.contains($0.upperBound - 1) }
        .filter { $0.allSatisfy(free.contains) && words($0) <= Self.longest }
        guard let next = grown.max(by: { added($0, to: stretch) < added($1, to: stretch) }) else {
          break
        }
        stretch = next
      }
      free.subtract(stretch)
      if words(stretch) >= 3 {
        found.append(Quotation(score: score(best), unit: best, range: range(of: stretch)))
      }
    }
    return found
  }

  private func added(_ grown: Range<Int>, to stretch: Range<Int>) -> Double {
    score(grown.lowerBound < stretch.lowerBound ? grown.lowerBound : grown.upperBound - 1)
  }

  private func range(of units: Range<Int>) -> Range<Int> {
    let range =
      note.units[units.lowerBound].range
      .lowerBound..<note.units[units.upperBound - 1].range.upperBound
    return withoutSignature(range, note.units[units.lowerBound].passage)
  }

  /// The range without the dash and name with which a block quote says whose it is.
  private func withoutSignature(_ range: Range<Int>, _ passage: Int) -> Range<Int> {
    guard note.layout.passages[passage].quoteDepth > 0 else { return range }
    let text = note.texts[passage]
    guard
      let dash = text.tokens.last(where: { $0.startsLine && range.contains($0.range.lowerBound) }),
      dash.key == 0x2D, dash.range.lowerBound > range.lowerBound
    else { return range }
    return Bytes.trimmed(range.lowerBound..<dash.range.lowerBound, in: text.utf8)
  }

  private func score(_ unit: Int) -> Double { reading.verdicts.score("quote", unit) }
}
