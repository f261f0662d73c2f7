// The rules of axe-core that colours can break. In another colour scheme nothing else of the page changes.
async () => {
  const rules = ["color-contrast", "link-in-text-block"]
  const result = await axe.run({ runOnly: { type: "rule", values: rules }, resultTypes: ["violations"] })
  return result.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ").slice(0, 300)}`))
}
