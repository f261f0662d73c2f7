// Every rule of axe-core for WCAG 2.0 to 2.2, levels A and AA, and its best practices.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
  const result = await axe.run({ runOnly: tags, resultTypes: ["violations"] })
  return result.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ").slice(0, 300)}`))
}
