/// What the preview's script says, as JSON.
enum LiveWords {
  static let swedish = """
    {"region": "Förhandsvisning", "error": "Fel", "warning": "Varning", "oneError": "1 fel", "errors": "{n} fel", \
    "oneWarning": "1 varning", "warnings": "{n} varningar", "kept": "Sidan visas som den var före felen.", "line": "rad", \
    "open": "Öppna", "cannotOpen": "Filen kan inte öppnas härifrån. Öppna den själv:", "hide": "Dölj", \
    "mended": "Allt är rättat.", "review": "Granska ändringar", "site": "Visa utan märken", \
    "ended": "Förhandsvisningen är avslutad. Starta den igen med missiv serve."}
    """
  static let english = """
    {"region": "Preview", "error": "Error", "warning": "Warning", "oneError": "1 error", "errors": "{n} errors", \
    "oneWarning": "1 warning", "warnings": "{n} warnings", "kept": "The page is shown as it was before the errors.", "line": "line", \
    "open": "Open", "cannotOpen": "The file cannot be opened from here. Open it yourself:", "hide": "Hide", \
    "mended": "All is mended.", "review": "Review changes", "site": "Show without marks", \
    "ended": "The preview has ended. Start it again with missiv serve."}
    """
}
