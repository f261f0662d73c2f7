// Nothing moves for those who asked for stillness.
() => [document.documentElement, ...document.body.querySelectorAll("*")].flatMap(element => {
  const style = getComputedStyle(element)
  const moves = [
    style.scrollBehavior === "smooth" && "smooth scrolling",
    style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01 && `animation ${style.animationName}`,
    style.transitionDuration.split(",").some(duration => parseFloat(duration) > 0.01) && "a transition",
  ].filter(Boolean)
  return moves.map(what => `${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 100)}`)
})
