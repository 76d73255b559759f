import Evidence
import PostmortemModel
import TestSupport
import Testing

@Suite struct PostmortemJSONTests {
  @Test func whatIsNotKnownIsNullAndNothingIsLeftOut() {
    let text = String(
      decoding: PostmortemJSON.encode(Postmortem(id: "acme")), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        {
          "schema_version": 1,
          "id": "acme",
          "account": {
            "name": null,
            "segment": null,
        """))
    #expect(text.contains("\n  \"turning_point\": null,\n  \"timeline\": [],\n"))
    #expect(text.hasSuffix("\n  \"sources\": []\n}\n"))
  }

  @Test func aFullModelIsReadBackAsItWas() throws {
    let full = Postmortem.full
    let bytes = PostmortemJSON.encode(full)
    #expect(try PostmortemJSON.decode(SourceText(name: "m.json", bytes: bytes)) == full)
  }
}
