import { useRef } from "preact/hooks";
import { Icon } from "../controls/icons.tsx";
import { isComposing } from "../keyboard/keyboard.ts";
import { t } from "../language/t.ts";
import { copyText } from "../notices/copy-text.ts";
import { applyDraft, draft, dropDraft, filterTextOpen, isDraftNew, write } from "./draft.ts";
import { DraftNote } from "./parts/draft-note.tsx";
import { insertAt } from "./parts/insert.ts";
import { MarkedText } from "./parts/marked-text.tsx";
import { PropertyList } from "./parts/property-list.tsx";
import { RestBanner } from "./parts/rest-banner.tsx";
import "./filter-text.css";

/** As long as the server reads, less what the address of a request adds. */
const LONGEST = 4000;

/** The filter as the text it is, for those who can write it. */
export function FilterText() {
  const open = filterTextOpen.value;
  return (
    <section class="filter-text" aria-label={t("filter.text")}>
      <RestBanner />
      <button
        type="button"
        class="filter-text-open"
        aria-expanded={open}
        aria-controls={open ? "filter-text-editor" : undefined}
        onClick={() => {
          filterTextOpen.value = !open;
          if (open) dropDraft();
        }}
      >
        <Icon name={open ? "down" : "right"} size={14} />
        {t("filter.text")}
      </button>
      {open && <Editor />}
    </section>
  );
}

function Editor() {
  const field = useRef<HTMLTextAreaElement>(null);
  const apply = async () => {
    if (!(await applyDraft())) field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    void apply();
  };
  const insert = (words: string) => {
    if (!field.current) return;
    const at = insertAt(draft.peek(), words, field.current.selectionStart, field.current.selectionEnd);
    write(at.text);
    field.current.value = at.text;
    field.current.focus();
    field.current.setSelectionRange(at.caret, at.caret);
  };
  return (
    <div id="filter-text-editor" class="filter-text-editor">
      <div class="filter-text-field">
        <MarkedText />
        <textarea
          ref={field}
          value={draft.value}
          maxLength={LONGEST}
          rows={3}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          placeholder={t("filter.placeholder")}
          aria-label={t("filter.text_label")}
          aria-describedby="filter-text-note"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <DraftNote />
      <div class="filter-text-actions">
        <button type="button" class="button button-primary" disabled={!isDraftNew.value} onClick={() => void apply()}>
          {t("filter.apply")}
        </button>
        <button
          type="button"
          class="button"
          disabled={draft.value === ""}
          onClick={() => {
            write("");
            field.current?.focus();
          }}
        >
          {t("filter.empty")}
        </button>
        <button
          type="button"
          class="button"
          disabled={draft.value === ""}
          onClick={() => void copyText(draft.peek(), "toast.copied_text")}
        >
          {t("filter.copy")}
        </button>
      </div>
      <PropertyList insert={insert} />
    </div>
  );
}
