import Evidence
import Templating
import Testing

@Suite struct TemplateErrorTests {
  private static let cause = TemplateShape("cause", ["title": .text, "quotes": .texts])
  private static let shape = TemplateShape(
    "report",
    [
      "account": .text, "body": .trusted, "link": .url, "isDraft": .flag, "cause": .record(cause),
      "causes": .list(of: cause),
    ])

  @Test(arguments: [
    ("a\n{{#account}}", "t.html:2:1: `account` is not closed"),
    ("{{/account}}", "t.html:1:1: `account` is closed but was not opened"),
    (
      "{{#account}}\n {{^isDraft}}\n{{/account}}",
      "t.html:3:1: `account` is closed but `isDraft` is open since line 2, column 2"
    ),
    ("x {{account", "t.html:1:3: unclosed tag: `}}` is missing"),
    ("x {{account\n}}", "t.html:1:3: unclosed tag: `}}` is missing"),
    ("x {{{account}} {{account}}", "t.html:1:3: unclosed tag: `}}}` is missing"),
    ("{{ }}", "t.html:1:1: empty tag"),
    ("{{#}}{{/}}", "t.html:1:1: empty tag"),
    ("{{account name}}", "t.html:1:1: a name has no spaces: `account name`"),
    ("{{=<%=}}", "t.html:1:1: delimiters are set with two marks, such as {{=<% %>=}}"),
    ("{{>*account}}", "t.html:1:1: dynamic names are not supported: `*account`"),
    ("{{%PRAGMA}}", "t.html:1:1: unsupported tag `%`"),
  ])
  func brokenSyntaxIsToldWithItsPlace(_ template: String, _ message: String) {
    #expect(loadError(template, shape: Self.shape) == message)
  }

  @Test(arguments: [
    ("a\n {{acount}}", "t.html:2:2: unknown name `acount` in `report`; did you mean `account`?"),
    ("{{completelyOther}}", "t.html:1:1: unknown name `completelyOther` in `report`"),
    (
      "{{#causes}}{{isDarft}}{{/causes}}",
      "t.html:1:12: unknown name `isDarft` in `cause`; did you mean `isDraft`?"
    ),
    ("{{cause.titel}}", "t.html:1:1: unknown name `titel` in `cause`; did you mean `title`?"),
    (
      "{{causes.title}}",
      "t.html:1:1: unknown name `title` in `causes.title`: what stands before it is a list"
    ),
    ("{{isDraft}}", "t.html:1:1: `isDraft` is a flag and cannot be printed"),
    ("{{causes}}", "t.html:1:1: `causes` is a list and cannot be printed"),
    ("{{cause}}", "t.html:1:1: `cause` is a record and cannot be printed"),
    ("{{{account}}}", "t.html:1:1: `account` is text and must be escaped: write {{account}}"),
    ("{{&link}}", "t.html:1:1: `link` is a URL and must be escaped: write {{link}}"),
    (
      "{{body}}",
      "t.html:1:1: `body` is trusted text and would be escaped twice: write {{{body}}}"
    ),
    ("{{>caus}}", "t.html:1:1: unknown template `caus`; did you mean `cause`?"),
    ("{{>../../etc/passwd}}", "t.html:1:1: unknown template `../../etc/passwd`"),
    (
      "{{<cause}}{{$heading}}x{{/heading}}{{/cause}}",
      "t.html:1:11: `cause` has no block `heading`; did you mean `headin`?"
    ),
    ("{{>loop}}", "loop2:2:1: `loop` includes itself: loop > loop2 > loop"),
  ])
  func whatAShapeDoesNotHaveIsToldAtLoad(_ template: String, _ message: String) {
    let error = loadError(
      template,
      partials: [
        "cause.mustache": "{{$headin}}{{/headin}}", "loop": "{{#causes}}{{>loop2}}{{/causes}}",
        "loop2": "x\n{{>loop}}",
      ], shape: Self.shape)
    #expect(error == message)
  }

  @Test func aMissingRootIsTold() {
    let error = #expect(throws: TemplateError.self) {
      try TemplateSet(
        [SourceText(name: "report.html", text: "")], root: ["reprot.html": Self.shape])
    }
    #expect(error?.description == "reprot.html: no such template; did you mean `report.html`?")
  }

  @Test func aTemplateThatNothingIncludesIsListed() throws {
    let set = try TemplateSet(
      [
        SourceText(name: "report.html", text: "{{>used}}"), SourceText(name: "used", text: ""),
        SourceText(name: "lost", text: ""),
      ], root: ["report.html": Self.shape])
    #expect(set.unused == ["lost"])
  }

  @Test func aLaterTemplateReplacesAnEarlierOne() throws {
    let shape = TemplateShape("empty", [:])
    let set = try TemplateSet(
      [SourceText(name: "a", text: "old"), SourceText(name: "a", text: "new")], root: ["a": shape])
    #expect(try set.render("a", TemplateRecord(shape, [])) == Array("new".utf8))
  }

  @Test(arguments: [
    ([TemplateValue.text("a")], "t: the record `cause` has 1 values instead of 2"),
    (
      [.flag(true), .list([])],
      "t: the record `cause`: `title` is a flag instead of text"
    ),
    (
      [.text("a"), .list([.text("q"), .flag(true)])],
      "t: the record `cause`: `quotes` item 2 is a flag instead of text"
    ),
    (
      [.text("a"), .list([.text("q"), .record(TemplateRecord(shape, []))])],
      "t: the record `report` has 0 values instead of 6"
    ),
  ])
  func aValueThatDoesNotFitItsShapeIsRefused(_ values: [TemplateValue], _ message: String) throws {
    let set = try TemplateSet([SourceText(name: "t", text: "x")], root: ["t": Self.cause])
    let error = #expect(throws: TemplateError.self) {
      try set.render("t", TemplateRecord(Self.cause, values))
    }
    #expect(error?.description == message)
  }

  @Test func trustedTextOfAnotherFormatIsRefused() throws {
    let shape = TemplateShape("r", ["body": .trusted])
    let set = try TemplateSet(
      [SourceText(name: "t.html", text: "{{{body}}}")], root: ["t.html": shape])
    let markdown = TrustedText("<b>", safeIn: .markdown)
    let error = #expect(throws: TemplateError.self) {
      try set.render("t.html", TemplateRecord(shape, [.trusted(markdown)]))
    }
    #expect(
      error?.description == "t.html: the record `r`: `body` is trusted in markdown, not in html")
    let html = TemplateRecord(shape, [.trusted(TrustedText("<b>", safeIn: .html))])
    #expect(try set.render("t.html", html) == Array("<b>".utf8))
  }

  @Test(.timeLimit(.minutes(10))) func inclusionThatGrowsBeyondUseIsRefused() {
    var partials: [SourceText] = [SourceText(name: "p0", text: "ha")]
    for level in 1...40 {
      partials.append(SourceText(name: "p\(level)", text: "{{>p\(level - 1)}}{{>p\(level - 1)}}"))
    }
    #expect(throws: TemplateError.self) {
      try TemplateSet(partials, root: ["p40": TemplateShape("empty", [:])])
    }
  }

  @Test(.timeLimit(.minutes(10))) func outputBeyondTheLimitIsRefused() throws {
    let shape = TemplateShape("r", ["items": .texts])
    let set = try TemplateSet(
      [SourceText(name: "t", text: "{{#items}}{{#items}}{{.}}{{/items}}{{/items}}")],
      root: ["t": shape])
    let items = Array(
      repeating: TemplateValue.text(String(repeating: "ha", count: 1000)), count: 200)
    let error = #expect(throws: TemplateError.self) {
      try set.render("t", TemplateRecord(shape, [.list(items)]))
    }
    #expect(error?.description == "t: the output is larger than 64 MiB")
  }
}
