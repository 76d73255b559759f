import PostmortemModel
import Reporting
import Testing

@Suite struct CompanyLabelTests {
  private let labels = CompanyLabels(
    categories: [.productQuality: "Faults", CauseCategory(rawValue: "data"): "Data quality"],
    departments: [.engineering: "The workshop"])

  @Test func takeThePlaceOfTheProgramsOwn() throws {
    var model = SampleAccount.postmortem
    model.rootCause.primary.category = .productQuality
    model.rootCause.contributing = [Cause(category: CauseCategory(rawValue: "data"))]
    model.departments = [DepartmentNotice(department: .engineering)]
    let reporter = try Reporter(labels: labels)
    for format in [ReportFormat.markdown, .html] {
      let report = String(
        decoding: reporter.report(model, sources: [], as: format), as: UTF8.self)
      #expect(report.contains("Faults") && report.contains("Data quality"))
      #expect(report.contains("The workshop"))
      #expect(!report.contains("Product quality") && !report.contains("Engineering"))
    }
    let index = reporter.index([IndexEntry(postmortem: model, link: "reports/a.html")])
    #expect(String(decoding: index, as: UTF8.self).contains("Faults"))
    let json = String(decoding: reporter.report(model, sources: [], as: .json), as: UTF8.self)
    #expect(json.contains("\"product-quality\"") && !json.contains("Faults"))
  }

  @Test func mustDiffer() {
    #expect(labels.ambiguousCategories.isEmpty && labels.ambiguousDepartments.isEmpty)
    let same = CompanyLabels(
      categories: [.pricing: "support"], departments: [.finance: "Product"])
    #expect(same.ambiguousCategories == [.pricing] && same.ambiguousDepartments == [.finance])
  }
}
