// What one presses is at least 24 by 24 pixels, but for links in running text (WCAG 2.5.8).
() => {
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  const inText = element => {
    if (getComputedStyle(element).display !== "inline") return false
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).display === "inline") continue
      const own = element.textContent.trim().length
      return box.textContent.trim().length > own
    }
  }
  return [...document.querySelectorAll(controls)].filter(element => element.checkVisibility({ visibilityProperty: true })).flatMap(element => {
    const around = element.matches("input") && element.closest("label")
    const box = (around || element).getBoundingClientRect()
    if (box.width === 0 || box.right <= 0 || box.bottom <= 0 || inText(element)) return []
    if (Math.round(box.width) >= 24 && Math.round(box.height) >= 24) return []
    return [`${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`]
  })
}
