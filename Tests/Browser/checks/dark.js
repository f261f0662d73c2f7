// Dark paper and light ink.
() => {
  const light = colour => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  }
  const style = getComputedStyle(document.body)
  const found = []
  if (light(style.backgroundColor) > 0.2 || style.backgroundColor === "rgba(0, 0, 0, 0)") found.push(`paper is ${style.backgroundColor}`)
  if (light(style.color) < 0.7) found.push(`ink is ${style.color}`)
  return found
}
