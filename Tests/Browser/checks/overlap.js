// No text lies on top of other text.
() => {
  const words = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.data.trim() || parent.closest(".visually-hidden, .skip") || !parent.checkVisibility({ visibilityProperty: true })) continue
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue
      // Of a line's height only the middle carries letters.
      const inset = box.height * 0.3
      words.push({ left: box.left + 1, right: box.right - 1, top: box.top + inset, bottom: box.bottom - inset, node })
    }
  }
  words.sort((one, other) => one.top - other.top)
  const found = []
  for (let i = 0; i < words.length; i++) {
    for (let j = i + 1; j < words.length && words[j].top < words[i].bottom; j++) {
      const one = words[i], other = words[j]
      if (one.node === other.node || one.left >= other.right || other.left >= one.right) continue
      found.push(`“${one.node.data.trim().slice(0, 40)}” and “${other.node.data.trim().slice(0, 40)}”`)
    }
  }
  return found
}
