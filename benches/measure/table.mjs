/** A table in markdown. */
export function table(head, align, lines) {
  return [head, align, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
