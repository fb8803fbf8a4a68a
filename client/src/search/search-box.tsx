import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { online } from "../features/load.ts";
import { collections } from "../features/plan.ts";
import { isComposing } from "../keyboard/keyboard.ts";
import { t } from "../language/t.ts";
import { plain } from "./folding.ts";
import { chooseRow } from "./parts/search-choose.ts";
import {
  AllInText,
  Examples,
  groupTitle,
  NothingFound,
  OnlyBeginnings,
  OnlyParts,
  ResultRow,
} from "./parts/search-results.tsx";
import { type Row, searchRows } from "./parts/search-rows.ts";
import { serverSearch } from "./server-search.ts";
import { searchText } from "./view.ts";
import "./search-box.css";

/** Combobox over features, text and vocabulary: / focuses it, arrows walk the results, Enter opens, Esc empties and leaves. */
export function SearchBox({ shortcut = true }: { shortcut?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  // by its key: what the server adds may stand before it
  const walkedTo = useSignal<string | null>(null);
  const server = useComputed(() => {
    const state = serverSearch.value;
    return state.kind === "ready" ? state.answer : state.kind === "asking" ? state.before : null;
  });
  const groups = useComputed(() => searchRows(collections.value, searchText.value, server.value));
  const flat = useComputed(() => groups.value.flatMap((group) => group.rows));
  const active = useComputed(() => {
    const index = flat.value.findIndex(({ key }) => key === walkedTo.value);
    return index < 0 && plain(searchText.value) ? 0 : index;
  });

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false;
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [open]);

  const choose = (row: Row) => {
    open.value = false;
    chooseRow(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const count = flat.value.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open.value = true;
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count > 0) walkedTo.value = flat.value[(active.value + step + count) % count]?.key ?? null;
      document.getElementById(`hit-${active.value}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      const hit = flat.value[Math.max(0, active.value)];
      if (hit) choose(hit);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (open.value && searchText.value === "") input.current?.blur();
      searchText.value = "";
      open.value = false;
    }
  };
  const write = (text: string) => {
    searchText.value = text;
    walkedTo.value = null;
    open.value = true;
  };
  const text = searchText.value;
  const asks = plain(text) !== "";
  const hits = flat.value.length;
  const state = serverSearch.value.kind;
  const listed = open.value && hits > 0;
  return (
    <div
      class="search"
      ref={box}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) open.value = false;
      }}
    >
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          role="combobox"
          data-search
          aria-label={t("search.label")}
          aria-expanded={listed}
          aria-controls={listed ? "search-results" : undefined}
          aria-autocomplete="list"
          aria-activedescendant={listed && active.value >= 0 ? `hit-${active.value}` : undefined}
          placeholder={t("search.placeholder")}
          value={text}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => write(event.currentTarget.value)}
          onFocus={() => {
            open.value = true;
          }}
          onKeyDown={onKeyDown}
        />
        {text ? (
          <IconButton
            icon="close"
            name={t("search.clear")}
            size={16}
            onClick={() => {
              write("");
              input.current?.focus();
            }}
          />
        ) : (
          shortcut && <kbd>/</kbd>
        )}
      </div>
      {open.value && (
        <div class="search-results surface">
          {!asks ? (
            <Examples write={write} />
          ) : hits === 0 && state === "asking" ? (
            <p class="search-empty note" role="status">
              {t("search.asking")}
            </p>
          ) : hits === 0 ? (
            <NothingFound text={text} write={write} suggestion={server.value?.suggestion?.text ?? null} />
          ) : (
            <>
              <OnlyParts parts={server.value?.parts ?? []} />
              <div id="search-results" role="listbox" aria-label={t("search.results", { count: hits })}>
                {groups.value.map((group) => (
                  // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
                  <div key={group.name} role="group" aria-label={groupTitle(group.name)}>
                    <p class="search-group" aria-hidden="true">
                      {groupTitle(group.name)}
                      <span>{group.total}</span>
                    </p>
                    {group.rows.map((row) => (
                      <ResultRow
                        key={row.key}
                        row={row}
                        index={flat.value.indexOf(row)}
                        active={active.value}
                        choose={choose}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </>
          )}
          {asks && hits > 0 && (
            <AllInText
              total={server.value?.totals.text ?? 0}
              close={() => {
                open.value = false;
              }}
            />
          )}
          {asks && <OnlyBeginnings of={server.value?.beyond ?? []} />}
          {asks && (state === "away" || !online.value) && (
            <p class="search-away" role="status">
              <Icon name="offline" size={15} />
              {t("search.away")}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
