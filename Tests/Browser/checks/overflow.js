// Nothing makes the page scroll sideways or sticks out of it; what is wider scrolls in a box of its own.
() => {
  const root = document.documentElement
  const found = []
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`)
  const inItsOwnBox = element => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true
    }
    return false
  }
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1 || (box.right <= root.clientWidth + 1 && box.left >= -1)) continue
    if (!element.checkVisibility({ visibilityProperty: true }) || box.right <= 0 || inItsOwnBox(element)) continue
    found.push(`${Math.round(box.left)} to ${Math.round(box.right)}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`)
  }
  return found
}
