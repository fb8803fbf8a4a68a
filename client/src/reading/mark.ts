/** What is marked in a paragraph, as it stands in a link: an attribute, `=value~unit`, `"words`, or a stretch `12-30`. */
export type Mark =
  | { kind: "attribute"; name: string }
  | { kind: "figure"; value: string; unit: string }
  | { kind: "words"; words: string }
  | { kind: "span"; start: number; end: number };

const LONGEST = 80;

export function parseMark(text: string | null): Mark | null {
  if (!text || text.length > LONGEST) return null;
  if (text.startsWith('"')) return text.length > 1 ? { kind: "words", words: text.slice(1) } : null;
  const figure = /^=(-?\d+(?:\.\d+)?)~([A-Za-z0-9%/-]*)$/.exec(text);
  if (figure) return { kind: "figure", value: figure[1] ?? "", unit: figure[2] ?? "" };
  const span = /^(\d{1,6})-(\d{1,6})$/.exec(text);
  if (span) return { kind: "span", start: Number(span[1]), end: Number(span[2]) };
  return /^[a-z][a-z0-9_]*$/.test(text) ? { kind: "attribute", name: text } : null;
}

export function serialiseMark(mark: Mark | null): string {
  switch (mark?.kind) {
    case "attribute":
      return mark.name;
    case "figure":
      return `=${mark.value}~${mark.unit}`;
    case "words":
      return `"${mark.words}`.slice(0, LONGEST);
    case "span":
      return `${mark.start}-${mark.end}`;
    default:
      return "";
  }
}

export const figureMark = (value: number, unit: string | null): Mark => ({
  kind: "figure",
  value: String(value),
  unit: unit ?? "",
});
