// One h1, no level left out on the way down, and none empty.
() => {
  const found = []
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(heading => heading.checkVisibility())
  const first = headings.filter(heading => heading.tagName === "H1").length
  if (first !== 1) found.push(`${first} first-level headings`)
  let above = 0
  for (const heading of headings) {
    const level = Number(heading.tagName[1])
    const words = heading.innerText.trim()
    if (!words) found.push(`an empty ${heading.tagName}`)
    if (level > above + 1) found.push(`h${level} under h${above}: ${words.slice(0, 60)}`)
    above = level
  }
  return found
}
