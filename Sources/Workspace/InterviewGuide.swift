public import PostmortemModel

/// The note to begin with: the facts to gather about an account and the questions to ask its people.
///
/// The sections follow what a complete post-mortem holds; the hints are comments, which no report repeats. The questions
/// ask for what happened and not for a verdict, since the reason that is given first is often not the one that decided.
public enum InterviewGuide {
  /// A note about `account`, dated `today`.
  public static func note(for account: String, today: PartialDate) -> String {
    """
    ---
    account: \(quoted(account))
    segment:
    industry:
    region:
    csm:
    contract_value:            # per year, with the currency: USD 84,000
    start_date:                # 2022-04-01, or 2022-04, 2022-Q2, 2022: as precise as you know it
    renewal_date:
    notice_date:
    churn_date:
    interview_date: \(today)
    ---

    # Exit interview: \(heading(account))

    <!-- Write as it comes: sentences, bullets or a pasted transcript. Keep their own words in quotation marks and say
         whose they are; what the person who signs says weighs more than what one user says. Put a date to things where
         you can: "in March", "two weeks after go-live" will do. Leave empty what you do not know. -->

    ## Who took part?

    <!-- Names and roles, theirs and ours. Who decided, who used it every day, who had bought it? -->

    ## What were they hoping to get out of it when they signed?

    <!-- Their goal and how they would have measured it. What had we promised? What else did they look at then? -->

    ## What happened, from the start to the end?

    <!-- Go through it with them: purchase, go-live, first success, first disappointment, the decision, the notice.
         For each: when, who, and what changed afterwards. Changes on their side count too: people, budget, owners. -->

    ## When did they first think of leaving?

    <!-- What had happened just before? Before that moment, was there a time when it still worked well?
         If that one thing had gone differently, would they have stayed? -->

    ## What was the main reason they left?

    <!-- First in their words, then ask "and what was behind that?" twice. If it is the price: compared with what, and
         what would have made it worth it? If it is a new boss or a budget cut: why was this one of the things to go? -->

    ## What else played a part, and what did not?

    <!-- Go through what they have not named: missing features, faults, set-up, use, support, our attention, the sale,
         the price, their sponsor, a rival. "That was never a problem" is worth writing down. -->

    ## What will they use instead?

    <!-- Which product, something of their own, or nothing? What decided it? -->

    ## Which warnings were there, and what did we do?

    <!-- Falling use, open tickets, missed meetings, a sponsor gone, late invoices, fewer seats. When was each first
         seen, by whom, and what came of it? What was offered to keep them, when, and how did they answer? -->

    ## What went well?

    <!-- What they would miss, and people they would thank. -->

    ## What should we do differently?

    <!-- Theirs and yours. One sentence each, starting with a verb, with the department it concerns. -->

    ## Who does what by when?

    - [ ]

    <!-- One line each: - [ ] Priya: publish the migration checklist by 2025-08-01 -->

    ## Under which condition would they come back?

    <!-- What would have to be true, and when may we ask again? May we still name them as a reference? -->

    ## Taking leave

    - [ ] data export delivered
    - [ ] final invoice settled
    - [ ] access closed
    - [ ] thanks sent

    """
  }

  /// The name as a YAML string in double quotes.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in TerminalText.message(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// The name as plain text of a heading: what Markdown would take for mark-up is escaped.
  private static func heading(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.message(text).unicodeScalars {
      if "\\`*_[]<>#&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
