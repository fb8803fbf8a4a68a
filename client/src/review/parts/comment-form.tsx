import { useSignal } from "@preact/signals";
import { useContext, useEffect, useRef } from "preact/hooks";
import { useSending } from "../../account/use-sending.ts";
import { Faults } from "../../changes/faults.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { TextArea } from "../../controls/text-area.tsx";
import { t } from "../../language/t.ts";
import { pickedPlace } from "../../viewport/map-link.ts";
import { NO_TOOL, PLACE_TOOL, tool } from "../../viewport/tool.ts";
import { addComment } from "../requests.ts";
import { PinnedTo } from "./pinned-to.tsx";

/** A hundredth of a metre: a press says less. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7));

/** Says something: of the whole set, of what was chosen in its tables, at a place that is pressed on the map. */
export function CommentForm({ set, said }: { set: number; said: () => void }) {
  const text = useSignal("");
  const { problem, isSending, send } = useSending();
  const key = useSignal(crypto.randomUUID());
  const target = useContext(PinnedTo);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => layToolAside, []);
  useEffect(() => {
    if (target.value) field.current?.focus();
  }, [target.value]);
  const say = async () => {
    if (text.peek().trim() === "") return;
    const about = target.peek();
    const place = pickedPlace.peek();
    const comment = await send(() =>
      addComment(
        set,
        {
          text: text.peek().trim(),
          ...(about && { collection: about.collection, code: about.code }),
          ...(about?.property && { property: about.property }),
          ...(place && { place: [rounded(place[0]), rounded(place[1])] }),
        },
        key.peek(),
      ),
    );
    if (!comment) return;
    text.value = "";
    key.value = crypto.randomUUID();
    target.value = null;
    layToolAside();
    // its button has nothing to send any more, and would take the focus with it
    field.current?.focus();
    said();
  };
  return (
    <form
      class="change-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <TextArea
        field={field}
        name="comment"
        label={target.value ? t("review.comment_on", { name: target.value.name }) : t("review.comment_new")}
        text={text}
      />
      {target.value && (
        <p class="review-line">
          <span class="chip">{target.value.name}</span>
          <IconButton
            icon="close"
            name={t("review.comment_whole")}
            size={16}
            small
            onClick={() => {
              target.value = null;
            }}
          />
        </p>
      )}
      {pickedPlace.value && (
        <p class="note">
          {t("review.pinned_at", { place: pickedPlace.value.map((part) => part.toFixed(5)).join(", ") })}
        </p>
      )}
      {tool.value === PLACE_TOOL && <p class="note">{t("changes.press_note")}</p>}
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button
          type="button"
          class="button"
          aria-pressed={tool.value === PLACE_TOOL}
          onClick={() => {
            if (tool.peek() === PLACE_TOOL) layToolAside();
            else tool.value = PLACE_TOOL;
          }}
        >
          {t("review.pin")}
        </button>
        <button type="submit" class="button" disabled={text.value.trim() === "" || isSending.value}>
          {t("review.say")}
        </button>
      </p>
    </form>
  );
}

function layToolAside(): void {
  if (tool.peek() === PLACE_TOOL) tool.value = NO_TOOL;
  pickedPlace.value = null;
}
