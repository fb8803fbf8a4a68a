import { t } from "../../language/t.ts";
import { notes, setNote } from "../notes.ts";
import "./own-note.css";

/** What somebody notes of a park; it goes with the link, and whoever has the link reads it. */
export function OwnNote({ code, name }: { code: string; name: string }) {
  return (
    <textarea
      class="own-note"
      rows={2}
      aria-label={t("parks.own_note_of", { name })}
      placeholder={t("parks.own_note_hint")}
      value={notes.value[code] ?? ""}
      onInput={(event) => {
        setNote(code, event.currentTarget.value);
        // what does not fit into the link is not taken
        if (event.currentTarget.value !== (notes.peek()[code] ?? ""))
          event.currentTarget.value = notes.peek()[code] ?? "";
      }}
    />
  );
}
