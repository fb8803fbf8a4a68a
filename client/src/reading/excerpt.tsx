import type { FoundText } from "../search/requests.ts";
import "./excerpt.css";

/** What was found, marked in what stands around it. */
export function Excerpt({ hit }: { hit: FoundText }) {
  const from = hit.mark_start - hit.excerpt_start;
  const to = hit.mark_end - hit.excerpt_start;
  return (
    <span class="excerpt" lang="zh-CN">
      {hit.excerpt.slice(0, from)}
      <mark>{hit.excerpt.slice(from, to)}</mark>
      {hit.excerpt.slice(to)}
    </span>
  );
}
