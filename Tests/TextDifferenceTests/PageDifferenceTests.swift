import Testing

@testable import TextDifference

@Suite struct PageDifferenceTests {
  private func marked(_ old: String, _ new: String) -> String {
    let page = PageDifference(from: Array("<main>\(old)</main>".utf8), to: Array("<main>\(new)</main>".utf8))
      .marked(.init(added: "+", removed: "-"))
    return String(decoding: page, as: UTF8.self).replacing("<main>", with: "").replacing("</main>", with: "")
      .replacing(" class=\"missiv-ins\"><span class=\"missiv-label\">+ </span>", with: ">")
      .replacing(" class=\"missiv-del\"><span class=\"missiv-label\">- </span>", with: ">")
  }

  @Test(arguments: [
    ("<p>en plan</p>", "<p>en plan</p>", "<p>en plan</p>"),
    ("<p>en plan</p>", "<p>en ny plan</p>", "<p>en <ins>ny</ins> plan</p>"),
    ("<p>en ny plan</p>", "<p>en plan</p>", "<p>en <del>ny</del> plan</p>"),
    ("<p>en plan</p>", "<p>två nya</p>", "<p><del>en plan</del> <ins>två nya</ins></p>"),
    ("<p>a b</p>", "<p>a <b>x</b> b</p>", "<p>a <b><ins>x</ins></b> b</p>"),
    ("<p>a</p>", "<p>a x <b>y</b></p>", "<p>a <ins>x</ins> <b><ins>y</ins></b></p>"),
    ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li></ul>", "<ul><li>a <del>b</del></li></ul>"),
    ("<p>a</p>", "<p>a</p><p>b</p>", "<p>a</p><p><ins>b</ins></p>"),
  ])
  func changedWordsAreMarkedWhereTheyStand(old: String, new: String, expected: String) { #expect(marked(old, new) == expected) }

  @Test func addressesAndAttributesAreNoWords() {
    #expect(marked("<a href='x'>a</a>", "<a href='y > z' title=\"ny\">a</a>") == "<a href='y > z' title=\"ny\">a</a>")
  }

  @Test func nothingIsMarkedInDrawingsAndLists() {
    let new = "<svg><text>ny</text></svg><select><option>ny</option></select><script>ny</script><p>a</p>"
    #expect(marked("<p>a</p>", new) == new)
  }

  @Test func hostileTextStaysText() {
    #expect(marked("<p>&lt;script&gt;</p>", "<p>a</p>") == "<p><del>&lt;script&gt;</del> <ins>a</ins></p>")
  }

  @Test func onlyTheMainPartCounts() {
    let old = Array("<body><nav>a</nav><main id=x>b</main><footer>c</footer>".utf8)
    let new = Array("<body><nav>x</nav><main id=x>b</main><footer>y</footer>".utf8)
    #expect(PageDifference(from: old, to: new).isEmpty)
  }

  @Test func wordsAreCounted() {
    let difference = PageDifference(from: Array("<p>a b c</p>".utf8), to: Array("<p>a x c d</p><p>e</p>".utf8))
    #expect(difference.added == 3)
    #expect(difference.removed == 1)
  }

  @Test func aNewPageIsAllNew() {
    #expect(PageDifference(from: nil, to: Array("<main><p>a b</p></main>".utf8)).added == 2)
  }

  @Test func brokenMarkupEndsWithThePage() {
    for text in ["<", "<p", "<p a=\"", "<!--", "<svg>", "</", "<script>a"] {
      let page = Array(text.utf8)
      #expect(PageDifference(from: [], to: page).marked(.init(added: "", removed: "")).starts(with: page.prefix(1)))
    }
  }
}
