import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { term } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { ChainBadge } from "../../controls/swatch.tsx";
import { isComposing } from "../../keyboard/keyboard.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { asked } from "../view.ts";
import { type AskOption, askedWords, askOptions } from "./ask-options.ts";
import "./ask-box.css";

/** Combobox: the chains to choose, or words of one's own; arrows walk, Enter asks, Esc leaves what was asked. */
export function AskBox() {
  const input = useRef<HTMLInputElement>(null);
  // null: the box says what is asked
  const typed = useSignal<string | null>(null);
  const open = useSignal(false);
  const active = useSignal(0);
  const options = askOptions(typed.value ?? "");
  const now = asked.value;

  const leave = () => {
    typed.value = null;
    open.value = false;
  };
  const choose = (option: AskOption) => {
    asked.value = option.asked;
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (open.value) active.value = (active.value + step + options.length) % Math.max(1, options.length);
      open.value = true;
      requestAnimationFrame(() => document.getElementById(`ask-${active.value}`)?.scrollIntoView({ block: "nearest" }));
    } else if (event.key === "Enter") {
      const option = open.value ? options[active.value] : undefined;
      if (option) choose(option);
    } else if (event.key === "Escape" && (open.value || typed.value !== null)) {
      event.stopPropagation();
      leave();
    }
  };
  return (
    <div
      class="ask"
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) leave();
      }}
    >
      <div class="search-field ask-field">
        {now?.kind === "chain" && typed.value === null ? <ChainBadge chain={now.code} /> : <Icon name="search" />}
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t("parks.ask")}
          aria-expanded={open.value}
          aria-controls={open.value ? "ask-options" : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open.value && options.length > 0 ? `ask-${active.value}` : undefined}
          placeholder={t("parks.ask_placeholder")}
          value={typed.value ?? askedWords(now)}
          maxLength={100}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            active.value = 0;
            open.value = true;
          }}
          onClick={() => {
            open.value = true;
          }}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
        />
        {now !== null ? (
          <IconButton
            icon="close"
            name={t("parks.ask_clear")}
            size={16}
            onClick={() => {
              asked.value = null;
              leave();
              input.current?.focus();
            }}
          />
        ) : (
          <Icon name="down" size={16} />
        )}
      </div>
      {open.value && options.length > 0 && (
        <div id="ask-options" class="ask-options surface" role="listbox" aria-label={t("parks.ask_chains")}>
          {options.map((option, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the option (aria-activedescendant)
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
            <div
              key={option.key}
              id={`ask-${place}`}
              role="option"
              aria-selected={place === active.value}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.chain ? <Chain code={option.chain} /> : <Words words={typed.value ?? ""} />}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Chain({ code }: { code: string }) {
  return (
    <>
      <ChainBadge chain={code} />
      <span>{termName("industry_chain", code)}</span>
      <small>{termName("industry_cluster", term("industry_chain", code)?.parent ?? "")}</small>
    </>
  );
}

function Words({ words }: { words: string }) {
  return (
    <>
      <Icon name="search" size={16} />
      <span>{t("parks.ask_words", { words: words.trim() })}</span>
    </>
  );
}
