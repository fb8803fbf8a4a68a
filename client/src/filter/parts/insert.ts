/** Words put in place of a selection, apart from what stands before and behind; the caret goes behind them. */
export function insertAt(text: string, words: string, from: number, to: number): { text: string; caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const left = before === "" || /[\s(,]$/.test(before) || words === "," ? "" : " ";
  const right = after === "" || /^[\s),]/.test(after) ? "" : " ";
  const put = `${left}${words}${right}`;
  return { text: `${before}${put}${after}`, caret: before.length + put.length };
}
