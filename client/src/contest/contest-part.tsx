import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../api/lazy-part.ts";
import { t } from "../language/t.ts";
import { type About, keyOf } from "./about.ts";
import { beginContest, contesting } from "./form-state.ts";
import "./parts/words.ts";
import "./contest.css";

const formPart = lazyPart(() => import("./parts/contest-form.tsx"));
const form = signal<{ Form: ComponentType<{ about: About }> } | null>(null);

/** "This is wrong": a button, and in its place the form. `name` says of what, where many stand below each other. */
export function ContestPart({ about, name }: { about: About; name?: string }) {
  const isOpen = contesting.value?.key === keyOf(about);
  useEffect(() => {
    if (isOpen && !form.peek())
      void formPart().then(({ ContestForm }) => {
        form.value = { Form: ContestForm };
      });
  }, [isOpen]);
  if (!isOpen)
    return (
      <button
        type="button"
        class="button button-quiet contest-open"
        {...(name ? { "aria-label": `${t("contest.open")} · ${name}` } : {})}
        onClick={() => beginContest(about)}
      >
        {t("contest.open")}
      </button>
    );
  const Form = form.value?.Form;
  return Form ? <Form about={about} /> : <p role="status">{t("states.loading")}</p>;
}
