import { ContestLookup } from "../contest/contest-lookup.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { t } from "../language/t.ts";
import { type KeyRow, keyboardSheetOpen, laterKeys, lettersOn, setLetters } from "./keyboard.ts";
import "./keyboard-sheet.css";

const rows: readonly KeyRow[] = [
  { keys: ["/"], key: "keys.search" },
  { keys: ["L"], key: "keys.layers" },
  { keys: ["F"], key: "keys.filter" },
  { keys: ["T"], key: "keys.text" },
  { keys: ["G"], key: "keys.gaps" },
  { keys: ["P"], key: "keys.policies" },
  { keys: ["I"], key: "keys.panorama" },
  { keys: ["V"], key: "keys.parks" },
  { keys: ["H"], key: "keys.here" },
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

/** All keys on one sheet. */
export function KeyboardSheet() {
  return (
    <Dialog
      open={keyboardSheetOpen.value}
      title={t("keys.title")}
      name="keyboard-sheet"
      close={() => {
        keyboardSheetOpen.value = false;
      }}
    >
      {() => (
        <>
          <dl>
            {[...rows, ...laterKeys.value].map(({ keys, key }) => (
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
          <ContestLookup />
        </>
      )}
    </Dialog>
  );
}
