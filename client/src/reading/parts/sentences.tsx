import type { Paragraph } from "../requests.ts";

/** A paragraph in its sentences; one of them stands out, and in it the stretch that says it. */
export function Sentences({
  paragraph,
  sentence,
  mark,
}: {
  paragraph: Paragraph;
  sentence: number | null;
  mark: { start: number; end: number } | null;
}) {
  const text = paragraph.text ?? "";
  const parts = paragraph.sentences.length > 0 ? paragraph.sentences : [{ start: 0, end: text.length, page: 0 }];
  return (
    <>
      {parts.map(({ start, end }, index) => {
        if (index !== sentence) return <span key={start}>{text.slice(start, end)}</span>;
        const from = mark ? Math.min(end, Math.max(start, mark.start)) : end;
        const to = mark ? Math.min(end, Math.max(from, mark.end)) : end;
        return (
          <mark key={start} class="said" data-said>
            {text.slice(start, from)}
            {to > from && <strong>{text.slice(from, to)}</strong>}
            {text.slice(to, end)}
          </mark>
        );
      })}
    </>
  );
}
