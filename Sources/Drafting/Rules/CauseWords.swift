import PostmortemModel

/// Causes in the words of a conversation: how one speaks of them, and what would have kept the customer.
struct CauseWords: Sendable {
  let company: CompanyRules

  /// The cause as a colleague speaks of it.
  func noun(_ category: CauseCategory) -> String {
    if let label = company.label(category) { return "“\(label)”" }
    return switch category {
    case .productGap: "a missing capability"
    case .productQuality: "the product’s quality"
    case .onboarding: "the set-up"
    case .adoption: "low use"
    case .support: "our support"
    case .customerSuccess: "how we looked after them"
    case .salesFit: "what they were sold"
    case .pricing: "the price"
    case .budget: "their own budget"
    case .championLoss: "the loss of their champion"
    case .competitor: "a rival"
    case .inHouse: "a solution of their own"
    case .restructuring: "a change in their company"
    case .businessClosure: "the end of their business"
    case .securityCompliance: "a security or compliance requirement"
    default: "“\(category.rawValue)”"
    }
  }

  /// What would have kept the customer, had this been the cause; said to the customer.
  func remedy(_ category: CauseCategory) -> String {
    if let label = company.label(category) { return "something done about “\(label)”" }
    return switch category {
    case .productGap: "the capability that you missed"
    case .productQuality: "a product without those faults"
    case .onboarding: "a set-up that went to plan"
    case .adoption: "more of your people using it"
    case .support: "better answers from our support"
    case .customerSuccess: "somebody of ours who looked after you"
    case .salesFit: "being sold what fits you"
    case .pricing: "another price or other terms"
    case .budget: "a budget that was not cut"
    case .championLoss: "your champion staying, or a successor who knew the product"
    case .competitor: "an offer as good as the one you took"
    case .inHouse: "a product that spared you building your own"
    case .restructuring: "no change of owner, structure or strategy on your side"
    case .businessClosure: "the business going on"
    case .securityCompliance: "your security or compliance requirement met"
    default: "something done about “\(category.rawValue)”"
    }
  }

  /// What on the customer's side ended the contract, said to the customer; nothing for causes that lie with us.
  func circumstance(_ category: CauseCategory) -> String? {
    switch category {
    case .budget: "the cut in your budget"
    case .restructuring: "the change in your company"
    case .businessClosure: "the end of the business"
    default: nil
    }
  }

  /// The fact on which such a cause hangs: what to ask, and why it decides; `rival` is whom they went to.
  func decidingFact(
    _ category: CauseCategory, rival: String?
  ) -> (question: String, reason: String)? {
    switch category {
    case .budget, .restructuring:
      (
        "Which other tools did you keep, and why was ours one of those to go?",
        "a cut or a change says why now, and not why us"
      )
    case .pricing:
      (
        "What would have made it worth the price, and what did you compare it with?",
        "the price is often named where the value was not seen"
      )
    case .championLoss:
      (
        "Who used it after your champion left, and who could have taken it over?",
        "one person’s leaving ends a contract only where nobody else used it"
      )
    case .competitor:
      (
        "What about \(rival ?? "the other one") decided it: what it does, what it costs, or who brought it?",
        "a rival wins by something, and that is the cause"
      )
    case .inHouse:
      (
        "What does your own solution do that ours did not?",
        "whoever builds their own misses something or wants to save"
      )
    case .adoption:
      (
        "What did those do instead who did not use it, and what would have brought them in?",
        "low use has a cause of its own: the product, the set-up, or nobody who wanted it"
      )
    default: nil
    }
  }
}
