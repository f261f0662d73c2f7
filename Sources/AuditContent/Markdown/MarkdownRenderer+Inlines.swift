extension MarkdownRenderer {
  mutating func renderInline(_ event: CommonMarkTree.Event, _ node: Node) {
    if let picture, picture.node != node {
      if event == .enter { renderPlain(node) }
      return
    }
    let isEntering = event == .enter
    switch node.kind {
    case .text:
      var text = node.literal
      if dropsCaptionWord {
        dropsCaptionWord = false
        text = UnsafeBufferPointer(rebasing: text[(captionWord(text) ?? 0)...])
      }
      heading?.text.append(contentsOf: text)
      html.append(escaping: text)
    case .code:
      heading?.text.append(contentsOf: node.literal)
      html.append("<code>")
      html.append(escaping: node.literal)
      html.append("</code>")
    case .softBreak:
      heading?.text.append(UInt8(ascii: " "))
      html.append(UInt8(ascii: "\n"))
    case .lineBreak:
      heading?.text.append(UInt8(ascii: " "))
      html.append("<br />\n")
    case .htmlInline: if !isSite { html.append("<!-- raw HTML omitted -->") }
    case .emphasis: html.append(isEntering ? "<em>" : "</em>")
    case .strong: html.append(isEntering ? "<strong>" : "</strong>")
    case .link: if isEntering { startLink(node) } else { endLink() }
    case .image: if isEntering { startPicture(node) } else { endPicture(node) }
    default: break
    }
  }

  /// Inside the text of a picture everything is plain.
  private mutating func renderPlain(_ node: Node) {
    switch node.kind {
    case .text, .code, .htmlInline:
      if node.kind == .htmlInline, isSite { return }
      heading?.text.append(contentsOf: node.literal)
      html.append(escaping: node.literal)
    case .softBreak, .lineBreak: html.append(UInt8(ascii: " "))
    default: break
    }
  }

  func resolution(of node: Node, isImage: Bool) -> LinkResolution {
    let url = node.url
    if AddressScheme(of: url).isRefused(in: options.dialect) { return .broken }
    return isSite ? resolver.resolve(String(decoding: url, as: UTF8.self), isImage: isImage) : .external
  }

  private mutating func startLink(_ node: Node) {
    var isWritten = true
    switch resolution(of: node, isImage: false) {
    case .address(let href, let title):
      html.append("<a href=\"")
      html.append(address: href)
      endLinkTag(node, rel: false)
      if node.firstChild == nil, let title {
        heading?.text.append(contentsOf: title.utf8)
        html.append(escaping: title)
      }
    case .external:
      html.append("<a href=\"")
      html.append(address: node.url)
      endLinkTag(node, rel: isSite && AddressScheme(of: node.url) == .web)
      if node.firstChild == nil, isSite { html.append(escaping: node.url) }
    case .broken, .dataTable:
      isWritten = !isSite
      if isWritten {
        html.append("<a href=\"")
        endLinkTag(node, rel: false)
      }
    }
    openLinks.append(isWritten)
  }

  private mutating func endLinkTag(_ node: Node, rel: Bool) {
    if !node.title.isEmpty {
      html.append("\" title=\"")
      html.append(escaping: node.title)
    }
    html.append(rel ? "\" rel=\"external\">" : "\">")
  }

  private mutating func endLink() {
    if openLinks.popLast() == true { html.append("</a>") }
  }

  private mutating func startPicture(_ node: Node) {
    // The picture that stands for a CSV file: its text is the caption, with all that may stand in it.
    if let dataTable, dataTable.picture == node { return }
    var isWritten = true
    switch resolution(of: node, isImage: true) {
    case .address(let href, _):
      html.append("<img src=\"")
      html.append(address: href)
    // Pages load nothing from other sites.
    case .external where !isSite:
      html.append("<img src=\"")
      html.append(address: node.url)
    case .external, .broken, .dataTable:
      if isSite { isWritten = false } else { html.append("<img src=\"") }
    }
    picture = (node, isWritten)
    if isWritten { html.append("\" alt=\"") }
  }

  private mutating func endPicture(_ node: Node) {
    guard let picture, picture.node == node else { return }
    self.picture = nil
    guard picture.isWritten else { return }
    if !node.title.isEmpty {
      html.append("\" title=\"")
      html.append(escaping: node.title)
    }
    html.append("\" />")
  }
}
