import type { ComponentChildren } from "preact";
import type { ChangeSet } from "../api/answers.ts";
import { reviewing } from "./view.ts";

type Props = {
  set: ChangeSet;
  /** What is said of it behind its author. */
  note: ComponentChildren;
  children?: ComponentChildren;
};

/** A change set in a list: a press opens it at the desk. */
export function SetButton({ set: { id, title, author_name }, note, children }: Props) {
  return (
    <button
      type="button"
      class="change-set"
      data-set={id}
      aria-current={reviewing.value === id}
      onClick={() => {
        reviewing.value = id;
      }}
    >
      <span>
        <strong>{title}</strong>
        <span class="note">
          {author_name && <>{author_name} · </>}
          {note}
        </span>
        {children}
      </span>
    </button>
  );
}
