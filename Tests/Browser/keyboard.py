"""Walks through a page with the Tab key, as someone without a mouse does, and tells what went wrong on the way."""

RECORDER = """() => {
  const stops = window.missivStops = []
  const words = element => element.outerHTML.replace(/\\s+/g, " ").slice(0, 110)
  const look = element => {
    const style = getComputedStyle(element)
    return [style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor, style.boxShadow, style.backgroundColor,
      style.borderColor, style.borderWidth].join("|")
  }
  window.missivExpected = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")].filter(element =>
      element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true })
      && !element.closest("[inert]")
      // Of the buttons of one question only one is a stop.
      && !(element.type === "radio" && element !== (document.querySelector(`input[name="${element.name}"]:checked`)
        || document.querySelector(`input[name="${element.name}"]`))))
  const calm = new Map(missivExpected.map(element => [element, look(element)]))
  document.addEventListener("keyup", event => {
    if (event.key !== "Tab") return
    const element = document.activeElement
    const stop = { words: words(element), place: missivExpected.indexOf(element), faults: [] }
    stops.push(stop)
    if (element === document.body) return
    const outlined = getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) >= 2
    if (calm.get(element) === look(element) || !(outlined || getComputedStyle(element).boxShadow !== "none"))
      stop.faults.push("no visible focus")
    // A box of its own that scrolls may be larger than the window: its beginning is enough.
    const seen = [...element.getClientRects()].some(box => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth)
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
      if (right - left < 1 || bottom - top < 1) return false
      return [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([x, y]) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
        return hit && (element.contains(hit) || hit.closest("label")?.contains(element))
      })
    })
    if (!seen) stop.faults.push("hidden or covered")
  }, true)
}"""


def walk(page, limit=600):
    """Presses Tab until the page has no more stops. Returns the stops and the faults, in words."""
    page.evaluate(RECORDER)
    expected = page.evaluate("missivExpected.length")
    if expected > limit:
        return [], [f"{expected} stops are more than anyone tabs through"]
    for _ in range(expected):
        page.keyboard.press("Tab")
    # The stops are measured when the key comes up; the last one has been when this answer comes.
    stops = page.evaluate("missivStops")
    faults = [f"{fault}: {stop['words']}" for stop in stops for fault in stop["faults"]]
    places = [stop["place"] for stop in stops]
    for stop, before, place in zip(stops[1:], places, places[1:]):
        if place < 0:
            faults.append(f"focus is lost to {stop['words']}")
        elif place <= before:
            faults.append(f"goes back to {stop['words']}")
        elif place > before + 1:
            faults.append(f"jumps over {place - before - 1} stops to {stop['words']}")
    missed = expected - len(set(places) - {-1})
    if missed:
        faults.append(f"{missed} of {expected} stops are never reached")
    return stops, faults
