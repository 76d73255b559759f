import PostmortemModel

/// Which department's work a cause is, and what is asked of it.
enum Routing {
  /// Whose own work the cause is, the first concerned first.
  static func departments(for category: CauseCategory) -> [Department] {
    switch category {
    case .productGap: [.product]
    case .productQuality: [.engineering, .product]
    case .onboarding: [.implementation]
    case .adoption: [.customerSuccess]
    case .support: [.support]
    case .customerSuccess: [.customerSuccess]
    case .salesFit: [.sales]
    case .pricing: [.finance, .accountManagement]
    case .budget: [.accountManagement]
    case .championLoss: [.customerSuccess]
    case .competitor: [.product, .sales]
    case .inHouse: [.product]
    case .restructuring: [.accountManagement]
    case .businessClosure: [.finance]
    case .securityCompliance: [.security]
    default: []
    }
  }

  /// Why the cause concerns the department, in its terms.
  static func why(_ category: CauseCategory) -> String {
    switch category {
    case .productGap: "They left for want of a capability that the product does not have."
    case .productQuality: "They left over defects, outages or slowness."
    case .onboarding: "The implementation failed or dragged."
    case .adoption: "Their people did not use it, so its value was not seen."
    case .support: "They left over slow or poor answers to their tickets."
    case .customerSuccess: "They left because nobody looked after them."
    case .salesFit: "They were sold what did not fit them."
    case .pricing: "They left over the price or its handling."
    case .budget: "Their own cuts ended the contract."
    case .championLoss: "The person who carried us left, and nobody took over."
    case .competitor: "They chose a rival."
    case .inHouse: "They built their own."
    case .restructuring:
      "A change of ownership, structure or strategy on their side ended the contract."
    case .businessClosure: "Their business closed."
    case .securityCompliance: "A requirement of security, privacy or law was not met."
    default: "It concerns the loss of this account."
    }
  }

  /// What is asked of the department for a loss of this kind.
  static func ask(_ department: Department, _ category: CauseCategory) -> String? {
    switch (department, category) {
    case (.product, .productGap):
      "Say whether this capability will be built and by when, so that others can be told the truth."
    case (.product, .productQuality): "Weigh the defect against the roadmap with this loss in mind."
    case (.engineering, .productQuality):
      "Find what let this defect through and live on, and say what will stop the next one."
    case (.implementation, .onboarding):
      "Go through the plan and its slips with the CSM, and say what a go-live date must wait for."
    case (.customerSuccess, .adoption):
      "Look for accounts with the same pattern of use, and agree when a falling curve means a call."
    case (.support, .support):
      "Go through the tickets named here, and say what will make the next one end otherwise."
    case (.customerSuccess, .customerSuccess):
      "Check who looks after accounts in the same place today."
    case (.sales, .salesFit):
      "Compare what was promised with what was delivered, and mend the qualification."
    case (.finance, .pricing):
      "Check the terms and invoices named here, and other accounts on the same terms."
    case (.accountManagement, .pricing):
      "Look for accounts with a like increase before their renewal."
    case (.customerSuccess, .championLoss):
      "List accounts that hang on one person, and find each a second."
    case (.product, .competitor): "Compare us with the rival on what decided it."
    case (.sales, .competitor): "Use what is known of the rival's offer in open deals."
    case (.product, .inHouse): "Say what of our product could serve those who build their own."
    case (.security, .securityCompliance):
      "Say whether and when the requirement can be met, in writing."
    case (.accountManagement, .restructuring): "Find out who decides on the new side."
    case (.finance, .businessClosure): "Check what is still owed."
    default: nil
    }
  }
}
