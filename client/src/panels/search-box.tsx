import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { collections } from "../state/plan.ts";
import { groupHits, type Hit, searchFeatures } from "../state/search.ts";
import { openFeature } from "../state/select.ts";
import { searchText } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";
import { collectionTitle, Examples, HitRow, NothingFound } from "./search-results.tsx";
import "./search-box.css";

const PER_GROUP = 6;

/** Combobox over the features: / focuses it, arrows walk the results, Enter opens, Esc empties and leaves. */
export function SearchBox({ shortcut = true }: { shortcut?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const active = useSignal(-1);
  const groups = useComputed(() =>
    groupHits(searchFeatures(collections.value, searchText.value)).map((group) => ({
      ...group,
      total: group.hits.length,
      hits: group.hits.slice(0, PER_GROUP),
    })),
  );
  const flat = useComputed(() => groups.value.flatMap((group) => group.hits));

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false;
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [open]);

  const choose = (hit: Hit) => {
    open.value = false;
    openFeature(hit.collection, hit.feature.properties.code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = flat.value.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      open.value = true;
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count > 0) active.value = (active.value + step + count) % count;
      document.getElementById(`hit-${active.value}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      const hit = flat.value[Math.max(0, active.value)];
      if (hit && searchText.value) choose(hit);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (open.value && searchText.value === "") input.current?.blur();
      searchText.value = "";
      open.value = false;
    }
  };
  const write = (text: string) => {
    searchText.value = text;
    active.value = text ? 0 : -1;
    open.value = true;
  };
  const text = searchText.value;
  const hits = flat.value.length;
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
          <button
            type="button"
            class="icon-button"
            aria-label={t("search.clear")}
            onClick={() => {
              write("");
              input.current?.focus();
            }}
          >
            <Icon name="close" size={16} />
          </button>
        ) : (
          shortcut && <kbd>/</kbd>
        )}
      </div>
      {open.value && (
        <div class="search-results surface">
          {text === "" ? (
            <Examples write={write} />
          ) : hits === 0 ? (
            <NothingFound text={text} write={write} />
          ) : (
            <div id="search-results" role="listbox" aria-label={t("search.results", { count: hits })}>
              {groups.value.map((group) => (
                // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
                <div key={group.collection} role="group" aria-label={collectionTitle(group.collection)}>
                  <p class="search-group" aria-hidden="true">
                    {collectionTitle(group.collection)}
                    <span>{group.total}</span>
                  </p>
                  {group.hits.map((hit) => (
                    <HitRow
                      key={hit.feature.properties.code}
                      hit={hit}
                      index={flat.value.indexOf(hit)}
                      active={active.value}
                      choose={choose}
                    />
                  ))}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
