/// The headers that a web server sends with the site's files, the same from `missiv serve` and in the rules for other servers.
public enum ResponseHeaders {
  /// What a page may load and run: the site's own files and nothing else (Content Security Policy, level 3). It needs no
  /// exception, and stands in every page too, for servers that send no headers and for pages opened from a disk.
  public static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

  /// The same as a header, where it can also say that no other page may show ours in a frame.
  static let policy = pagePolicy + "; frame-ancestors 'none'"

  /// For a picture that somebody opens by itself: it may draw and do nothing more.
  static let picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

  /// For every file.
  static let common: KeyValuePairs = [
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
  ]

  /// The theme's files: a new theme is seen by everybody after ten minutes.
  static let assetCaching = "public, max-age=600"
  /// All else is asked for again each time, which costs little where it has not changed: a correction is seen at once.
  static let caching = "no-cache"

  /// For the file at a path, but for how long it may be kept.
  public static func all(for path: String) -> [(name: String, value: String)] {
    let isPicture = mediaType(of: path).hasPrefix("image/svg")
    return [("Content-Security-Policy", isPicture ? picturePolicy : policy)] + common.map { ($0.key, $0.value) }
  }
}
