// Every violation as one line. Contrast is held to AAA, which axe leaves out.
axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "color-contrast-enhanced": { enabled: true } },
  resultTypes: ["violations"],
}).then((result) => result.violations.map((v) =>
  `${v.id}: ${v.help}: ` + v.nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 160)} ${n.failureSummary.slice(0, 300)}`).join(" | ")))
