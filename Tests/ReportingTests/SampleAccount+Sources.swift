import Evidence

extension SampleAccount {
  /// The note.
  static let note = SourceText(
    name: "halden-marine.md",
    text: """
      ---
      account: Halden Marine Supply
      segment: Mid-market
      industry: Ship chandlery
      csm: Ines Okafor
      arr: $84,000
      start: 2022-04-01
      ---

      # Exit interview, Halden Marine Supply

      Call on 9 July 2025 with **Dana Wu** (VP Operations) and *Piet Maas* (Finance). Notes: Ines.

      ## What they told us first

      - Official line in the notice of 28 March 2025: the budget for 2026 was cut.
      - Dana: "Honestly, the budget was the door we walked out of, not the reason we stood up."
      - Price was never the issue, Piet says. They pay more for what they have now.

      ## What happened

      The roll-out in spring 2022 went well: 40 desks live in six weeks, and Piet still praises the training.
      From November 2024 the stock export dropped rows. First ticket 18 November 2024, closed as "cannot reproduce".
      On 11 February 2025 the export lost 214 order lines of a naval contract and Halden paid a penalty of EUR 31k.
      Dana: "That was the day my team went back to spreadsheets. You do not forget a day like that."
      Logins fell from 38 to 11 a week in Q1 2025.
      Our reply to the escalation of 13 Feb took nine days. Nobody from product ever called.
      In March 2025 a new CFO, Mr Aasen, asked every department what it could do without.
      Tom Reyes, our champion, had left on 6 January 2025; we noticed in March.
      QBR of Q4 2024 was skipped and not booked again.
      They looked at Shipwise and Portline in April and signed with Shipwise on 2 May 2025.
      Contract ended 30 June 2025. Renewal would have been 1 July 2025.

      ## Save attempts

      - 1 April 2025: we offered 20 % off. Dana: "A discount on a broken export is still a broken export."
      - In May we offered a fix by September, without a date in writing.

      ## What we should learn

      1. A ticket about lost data must never be closed without a reproduction on the customer's own file.
      2. CS must know within a week when a champion leaves.
      3. Stop offering discounts before we have asked what is broken.

      ## To do

      - [ ] Priya: root-cause report on the export, by 1 August 2025
      - [x] Ines sends the data export to Piet by 15 July
      - [ ] Sales ops to add a leaver alert (Q3 2025)

      ## Coming back?

      Dana: "Show me twelve months without a lost row and I will take the call." Ask again in July 2026.
      Piet is happy to be a reference for the onboarding team. <No hard feelings> he wrote & meant it.
      Access was removed on 4 July; the final invoice is still open.
      NPS went from 9 to 3 (March 2025). 40 seats, 11 active, 6 open tickets.
      """)

  /// The structured answers.
  static let answers = SourceText(
    name: "halden-marine.answers.yaml",
    text: """
      account: Halden Marine Supply
      churn_date: 2025-06-30
      root_cause: product-quality
      health_score: 41
      churn date (CRM): 2025-07-01
      """)
}
