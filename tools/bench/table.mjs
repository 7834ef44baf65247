// The table of budgets: what, measured, limit, verdict.
import { readFileSync } from "node:fs";

const LIMITS = JSON.parse(readFileSync(new URL("./limits.json", import.meta.url), "utf8"));

// Rounded for reading only; the verdict uses the exact figure.
function shown(value, unit) {
  if (!Number.isFinite(value)) return "none";
  const digits = unit === "ms" || unit === "" ? 1 : 2;
  const text = Number(value.toFixed(value !== 0 && Math.abs(value) < 0.1 ? 4 : digits)).toString();
  return unit ? `${text} ${unit}` : text;
}

/** Joins measured values (`{ id: value }`) with their limits; an unknown id is a mistake in the bench. */
export function judge(values) {
  return Object.entries(values).map(([id, value]) => {
    const rule = LIMITS[id];
    if (!rule) throw new Error(`limits.json has no row "${id}"`);
    const ok = Number.isFinite(value) && (rule.least ? value >= rule.limit : value <= rule.limit);
    return { id, what: rule.what, value, unit: rule.unit, limit: rule.limit, least: rule.least === true, ok };
  });
}

/** The rows as aligned text. */
export function table(rows) {
  const cells = rows.map((row) => [
    row.what,
    shown(row.value, row.unit),
    `${row.least ? ">= " : "<= "}${shown(row.limit, row.unit)}`,
    row.ok ? "ok" : "BROKEN",
  ]);
  const lines = [["what", "measured", "limit", ""], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
  text.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  return text.join("\n");
}

/** The rows as a Markdown table; `spread` says how single runs differed, by row. */
export function markdown(rows, spread) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => {
    const limit = `${row.least ? "at least" : "at most"} ${shown(row.limit, row.unit)}`;
    return line([row.what.trim(), shown(row.value, row.unit), limit, row.ok ? "ok" : "**broken**", spread[row.id] ?? ""]);
  });
  return [line(["what", "measured", "limit", "", "single runs"]), line(["---", "---", "---", "---", "---"]), ...body].join("\n");
}
