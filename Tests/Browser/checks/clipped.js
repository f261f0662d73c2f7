// No box that hides what does not fit has text that does not fit.
() => {
  const found = []
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element)
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || !element.checkVisibility({ visibilityProperty: true })) continue
    if (element.closest("svg, .visually-hidden") || element.clientWidth <= 1 || element.clientHeight <= 1) continue
    if (!element.innerText?.trim()) continue
    const wide = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
    const high = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1
    if (wide || high) found.push(`${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}: ${element.outerHTML.slice(0, 120)}`)
  }
  return found
}
