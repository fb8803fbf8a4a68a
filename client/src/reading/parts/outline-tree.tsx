import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../../controls/icons.tsx";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { chapterPlace } from "../locator.ts";
import { chapterWords, partWords } from "../locator-text.ts";
import { readAt } from "../reading.ts";
import type { Outline } from "../requests.ts";
import "./outline-tree.css";

type Row = {
  id: string;
  level: 1 | 2 | 3;
  label: string;
  title: string | null;
  page: number | null;
  children: number;
  at: string | null;
};

/** Parts, chapters and boxes in the order of the document: arrows walk and unfold, Enter reads. */
export function OutlineTree({ outline }: { outline: Outline }) {
  const open = useSignal<ReadonlySet<string>>(new Set());
  const active = useSignal("");
  const tree = useRef<HTMLDivElement>(null);
  const rows = rowsOf(outline, open.value);
  const current = rows.find(({ id }) => id === active.value) ?? rows[0];
  const toggle = (id: string) => {
    const next = new Set(open.value);
    if (!next.delete(id)) next.add(id);
    open.value = next;
  };
  const go = (to: Row | undefined) => {
    if (!to) return;
    active.value = to.id;
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-row="${to.id}"]`)?.focus());
  };
  const press = (row: Row) => {
    active.value = row.id;
    if (row.at) readAt(row.at);
    else toggle(row.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const at = rows.indexOf(current);
    const isOpen = open.value.has(current.id);
    if (event.key === "ArrowDown") go(rows[at + 1]);
    else if (event.key === "ArrowUp") go(rows[at - 1]);
    else if (event.key === "Home") go(rows[0]);
    else if (event.key === "End") go(rows.at(-1));
    else if (event.key === "ArrowRight" && current.children > 0) isOpen ? go(rows[at + 1]) : toggle(current.id);
    else if (event.key === "ArrowLeft") {
      if (isOpen) toggle(current.id);
      else go(rows.slice(0, at).findLast(({ level }) => level < current.level));
    } else if (event.key === "Enter" || event.key === " ") press(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="outline" role="tree" aria-label={t("text.outline")} ref={tree} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys
        <div
          key={row.id}
          data-row={row.id}
          class="outline-row"
          role="treeitem"
          aria-level={row.level}
          aria-expanded={row.children > 0 ? open.value.has(row.id) : undefined}
          aria-selected={row.id === current?.id}
          tabIndex={row.id === current?.id ? 0 : -1}
          onClick={() => press(row)}
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: right and left arrow do the same */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a part of the row, for the pointer */}
          <span
            class="outline-fold"
            data-open={open.value.has(row.id)}
            onClick={(event) => {
              if (row.children === 0) return;
              event.stopPropagation();
              toggle(row.id);
            }}
          >
            {row.children > 0 && <Icon name="right" size={14} />}
          </span>
          <span class="outline-label">{row.label}</span>
          <span class="outline-title" lang="zh-CN">
            {row.title}
          </span>
          <span class="outline-page">{row.page}</span>
        </div>
      ))}
    </div>
  );
}

function rowsOf(outline: Outline, open: ReadonlySet<string>): Row[] {
  return outline.parts.flatMap((part) => {
    const id = `part-${part.number}`;
    const head: Row = {
      id,
      level: 1,
      label: partWords(part.number, language.value),
      title: part.title,
      page: part.page,
      children: part.chapters.length,
      at: null,
    };
    if (!open.has(id)) return [head];
    return [
      head,
      ...part.chapters.flatMap((chapter): Row[] => {
        const row: Row = {
          id: `chapter-${chapter.number}`,
          level: 2,
          label: chapterWords(chapter.number, language.value),
          title: chapter.title,
          page: chapter.page,
          children: chapter.boxes.length,
          at: chapterPlace(chapter.number),
        };
        if (!open.has(row.id)) return [row];
        return [
          row,
          ...chapter.boxes.map(
            (box): Row => ({
              id: `box-${box.box}`,
              level: 3,
              label: t("locator.box", { box: box.box }),
              title: box.title,
              page: box.page,
              children: 0,
              at: box.first_paragraph ?? chapterPlace(chapter.number),
            }),
          ),
        ];
      }),
    ];
  });
}
