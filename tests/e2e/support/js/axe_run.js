// What axe finds wrong, and what it cannot decide and we do not decide either.
axe.run(document, { resultTypes: ["violations", "incomplete"], runOnly: RULES }).then((found) => {
  const line = ({ id }, nodes) =>
    `${id}: ${nodes.slice(0, 3).map((it) => `${it.target.join(" ")} ${it.any[0]?.message ?? it.failureSummary}`).join(" | ")}`;
  // A sign that its name tells in words, such as a minus that is called "less".
  const isSign = (it) => !/[\p{L}\p{N}]/u.test(document.querySelector(it.target[0])?.textContent ?? "");
  const undecided = found.incomplete.flatMap((rule) => {
    if (rule.id === "color-contrast") {
      const faint = rule.nodes.map((it) => [it.target[0], __unclear(it.target[0])]).filter(([, why]) => why);
      return faint.map(([where, why]) => `${rule.id}: ${where} ${why}`);
    }
    const nodes = rule.id === "label-content-name-mismatch" ? rule.nodes.filter((it) => !isSign(it)) : rule.nodes;
    return nodes.length ? [`undecided ${line(rule, nodes)}`] : [];
  });
  return [...found.violations.map((rule) => line(rule, rule.nodes)), ...undecided];
})
