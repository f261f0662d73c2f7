// Text grows with the reader's text size: twice the size makes every word at least one and a half times as big.
() => {
  const root = document.documentElement
  const before = root.style.fontSize
  const elements = [...document.body.querySelectorAll("*")].filter(element =>
    element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  const sizes = elements.map(element => parseFloat(getComputedStyle(element).fontSize))
  root.style.fontSize = "200%"
  const grown = elements.map(element => parseFloat(getComputedStyle(element).fontSize))
  root.style.fontSize = before
  return elements.flatMap((element, i) => grown[i] >= sizes[i] * 1.5 ? [] :
    [`${sizes[i]} px grows only to ${grown[i]} px: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 100)}`])
}
