import Testing

@testable import Mustache

@Suite struct DescriptionTests {
  @Test func printsWhatATemplateSeesAsJSON() {
    let page = TestPage(
      title: "A \"b\" \\ c\n\u{1}", body: Array("<p>å</p>".utf8), isNew: true, count: 3, address: "a/index.html",
      author: TestPerson(),
      rows: [TestRow(code: "r1", parts: [TestRow(code: "r1a")])], tags: ["x", "y"])
    #expect(
      describe(page.record) == #"""
        {
          "title": "A \"b\" \\ c\n\u0001",
          "lead": null,
          "body": "<p>å</p>",
          "isNew": true,
          "count": 3,
          "address": "a/index.html",
          "author": {
            "name": "Ada",
            "lead": null
          },
          "rows": [
            {
              "code": "r1",
              "parts": [
                {
                  "code": "r1a",
                  "parts": []
                }
              ]
            }
          ],
          "tags": [
            "x",
            "y"
          ]
        }

        """#)
  }

  @Test func escapesOnlyWhatMarkupWouldTakeForItsOwn() {
    var buffer = Array("x".utf8)
    appendEscaped("å & <b> \"c\" 'd' — 'slut", to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "xå &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39; — &#39;slut")
    appendEscaped("", to: &buffer)
    #expect(buffer.last == UInt8(ascii: "t"))
  }
}
