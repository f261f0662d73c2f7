import Diagnostics
import Mustache
import SiteRendering

/// The few pages that are the preview's own and not the site's.
enum MessagePage {
  /// What is shown before there is anything else to show.
  static func unreadable(_ language: Language) -> [UInt8] {
    let title = Wording(sv: "Sidan kan inte visas än", en: "The page cannot be shown yet")
    let text = Wording(
      sv: "Rätta felen, så visas sidan av sig själv.", en: "Mend the errors, and the page will appear by itself.")
    return page(title, language, "<p>\(text.text(in: language))</p>")
  }

  /// What is shown where the site has no page, with links to those that are near.
  static func notFound(_ path: String, near: [String], _ language: Language) -> [UInt8] {
    let title = Wording(sv: "Sidan finns inte", en: "There is no such page")
    let text = Wording(sv: "Webbplatsen har ingen sida med adressen", en: "The site has no page at the address")
    let nearby = Wording(sv: "Sidor i närheten", en: "Pages near it")
    let links = near.map { "<li><a href=\"/\(percentEncoded($0))\">/\(escaped($0))</a></li>" }.joined()
    let address = escaped(path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path)
    return page(
      title, language,
      "<p>\(text.text(in: language)) <code>/\(address)</code>.</p><h2>\(nearby.text(in: language))</h2><ul>\(links)</ul>")
  }

  static func page(_ title: Wording, _ language: Language, _ content: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
      form-action 'none'; base-uri 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title.text(in: language)))</title>
      </head>
      <body class="missiv-message">
      <main>
      <h1>\(escaped(title.text(in: language)))</h1>
      \(content)
      </main>
      </body>
      </html>

      """.utf8)
  }

  /// A text as it stands in HTML, in attributes too.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
