/** Cells of a table that are pasted, row by row; null of a single one, which the field takes by itself. */
export function gridOf(text: string): string[][] | null {
  const lines = text.replace(/(?:\r\n|\r|\n)+$/, "").split(/\r\n|\r|\n/);
  if (lines.length === 1 && !text.includes("\t")) return null;
  const separator = text.includes("\t") ? "\t" : /[,;，；]\s*|\s+/;
  return lines.filter((line) => line.trim() !== "").map((line) => line.split(separator).map((cell) => cell.trim()));
}
