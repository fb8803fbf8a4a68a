import { useEffect, useRef } from "preact/hooks";
import { type Key, t } from "../i18n/t.ts";
import { keyboardSheetOpen, lettersOn, setLetters } from "../state/keyboard.ts";
import { Icon } from "./controls/icons.tsx";
import "./keyboard-sheet.css";

const rows: readonly { keys: readonly string[]; key: Key }[] = [
  { keys: ["/"], key: "keys.search" },
  { keys: ["L"], key: "keys.layers" },
  { keys: ["F"], key: "keys.filter" },
  { keys: ["T"], key: "keys.text" },
  { keys: ["G"], key: "keys.gaps" },
  { keys: ["I"], key: "keys.panorama" },
  { keys: ["[", "]"], key: "keys.horizon" },
  { keys: ["+", "−"], key: "keys.zoom" },
  { keys: ["←", "↑", "↓", "→"], key: "keys.pan" },
  { keys: ["0"], key: "keys.zone" },
  { keys: ["Tab"], key: "keys.listbox" },
  { keys: ["↑", "↓"], key: "keys.listbox_move" },
  { keys: ["Enter"], key: "keys.open" },
  { keys: ["Esc"], key: "keys.back" },
  { keys: ["?"], key: "keys.sheet" },
];

/** All keys on one sheet. The browser's own dialog keeps the focus inside and closes on Esc. */
export function KeyboardSheet() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = keyboardSheetOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="keyboard-sheet"
      aria-label={t("keys.title")}
      onClose={() => {
        keyboardSheetOpen.value = false;
      }}
    >
      {open && (
        <>
          <header>
            <h2>{t("keys.title")}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label={t("keys.close")}
              onClick={() => {
                keyboardSheetOpen.value = false;
              }}
            >
              <Icon name="close" />
            </button>
          </header>
          <dl>
            {rows.map(({ keys, key }) => (
              <div key={key}>
                <dt>
                  {keys.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{t(key)}</dd>
              </div>
            ))}
          </dl>
          <label class="keyboard-letters">
            <input
              type="checkbox"
              checked={lettersOn.value}
              onChange={(event) => setLetters(event.currentTarget.checked)}
            />
            {t("keys.letters")}
          </label>
        </>
      )}
    </dialog>
  );
}
