import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { isSignedInAs } from "../account/session.ts";
import { useComposed } from "../controls/composed.ts";
import { DrawFloat } from "../drawing/draw-float.tsx";
import { DrawSize, DrawSpoken } from "../drawing/draw-size.tsx";
import { DrawTools } from "../drawing/draw-tools.tsx";
import { isEmpty, shown } from "../drawing/editor.ts";
import { KeptNotice } from "../drawing/kept-notice.tsx";
import type { Mode } from "../drawing/place.ts";
import { t } from "../language/t.ts";
import { siteOnLeft } from "../layout/layout.ts";
import { notify } from "../notices/notices.ts";
import { Findings, spokenAnswer } from "../site-check/findings.tsx";
import { Faults, faultWords } from "./faults.tsx";
import { entriesOf } from "./fields.ts";
import { SiteFields } from "./parts/site-fields.tsx";
import { SiteFiles } from "./parts/site-files.tsx";
import { missingOf, propertiesOf } from "./parts/site-form.ts";
import { followReading, SiteReading, siteReading } from "./parts/site-reading.tsx";
import { contact, draft, forgetSite, keptDrawing, problem, saveNow, startSite, texts } from "./parts/site-state.ts";
import { SiteStatus } from "./parts/site-status.tsx";
import { submitSite } from "./parts/site-submit.ts";
import { UndrawnShape } from "./parts/undrawn-shape.tsx";
import { SideSheet } from "./side-sheet.tsx";
import { ownOpen, siteDraft } from "./view.ts";
import "./parts/site.css";

const MODES: readonly Mode[] = ["edit", "polygon", "rectangle", "rectangle-three", "hole", "cut"];

/** The foot lies outside of the form, and submits it. */
const FORM = "site-form";

const close = () => {
  void saveNow();
  siteDraft.value = null;
};

/** A site that somebody draws: what is asked of it, the drawing, and what the plan says meanwhile. */
export function SiteSheet() {
  const id = siteDraft.value;
  if (id === null) return null;
  return <Sheet key={id} id={id} />;
}

function Sheet({ id }: { id: string }) {
  const isSending = useSignal(false);
  useEffect(followReading, []);
  const code = draft.value?.code;
  const title = code ? `${t("site.title")} · ${code}` : t("site.title");
  return (
    <>
      {siteOnLeft.value && isSignedInAs("staff") && draft.value && <DrawFloat modes={MODES} />}
      <SideSheet
        kind="site"
        label={t("site.title")}
        title={title}
        onLeft={siteOnLeft.value}
        hidden={siteReading.value && !siteOnLeft.value}
        close={close}
        foot={isSignedInAs("staff") && draft.value && <Foot isSending={isSending.value} />}
      >
        <NeedsRole name="staff">{() => <Site id={id} isSending={isSending} />}</NeedsRole>
      </SideSheet>
      {siteReading.value && <SiteReading />}
      {siteOnLeft.value && !siteReading.value && (
        <section class="change-sheet surface panel" aria-label={t("site.check")} data-map-obstacle data-panel>
          <header>
            <h2>{t("site.check")}</h2>
          </header>
          <div class="panel-scroll">
            <div class="change-form">
              <Checked />
            </div>
          </div>
        </section>
      )}
      <DrawSpoken more={spokenAnswer()} />
    </>
  );
}

const Checked = () => (isEmpty(shown.value) ? <p class="state-empty">{t("site.draw_first")}</p> : <Findings />);

function Site({ id, isSending }: { id: string; isSending: Signal<boolean> }) {
  useEffect(() => startSite(id), [id]);
  const wrong = useSignal<Readonly<Record<string, string>>>({});
  const now = draft.value;
  if (!now) return problem.value ? <Faults problem={problem.value} /> : <p role="status">{t("states.loading")}</p>;

  const submit = async (form: HTMLFormElement) => {
    const [missing, { unread }] = [missingOf(texts.peek()), propertiesOf(texts.peek())];
    wrong.value = Object.fromEntries([
      ...missing.map((name) => [name, t(name === "citations" ? "site.basis_missing" : "site.missing")] as const),
      ...unread.map((name) => [name, t("site.unread")] as const),
    ]);
    if (missing.length + unread.length > 0 || isSending.peek()) return focusWrong(form);
    isSending.value = true;
    const isSaved = await saveNow();
    const latest = draft.peek();
    const answer = isSaved && latest ? await submitSite(latest, titleOf(), basisOf()) : null;
    isSending.value = false;
    if (!answer) return;
    if (!answer.ok) {
      problem.value = answer.problem;
      wrong.value = faultWords(answer.problem);
      return focusWrong(form);
    }
    await forgetSite();
    notify(t("changes.submitted"));
    siteDraft.value = null;
    ownOpen.value = true;
  };
  return (
    <form
      id={FORM}
      class="change-form site-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <KeptNotice kept={keptDrawing.value} />
      <UndrawnShape />
      <DrawTools modes={MODES} hasBar={!siteOnLeft.value} />
      {!isEmpty(shown.value) && <DrawSize />}
      <SiteFields wrong={wrong.value} />
      <Contact />
      <SiteFiles draft={now.id} />
      {!siteOnLeft.value && (
        <section aria-label={t("site.check")}>
          <h3>{t("site.check")}</h3>
          <Checked />
        </section>
      )}
    </form>
  );
}

function Contact() {
  const typed = useComposed(contact.value, (text) => {
    contact.value = text;
  });
  return (
    <label>
      <span>{t("site.contact")}</span>
      <input name="contact" maxLength={200} autocomplete="off" {...typed} />
      <span class="note">{t("site.contact_note")}</span>
    </label>
  );
}

/** In sight wherever the form is scrolled to, and over none of it: what was refused must be seen by who has pressed. */
function Foot({ isSending }: { isSending: boolean }) {
  return (
    <div class="site-foot">
      {problem.value && <Faults problem={problem.value} />}
      <SiteStatus missing={missingOf(texts.value).length} />
      <p class="change-actions">
        <button type="button" class="button" onClick={() => void saveNow()}>
          {t("changes.keep")}
        </button>
        <button type="submit" form={FORM} class="button button-primary" disabled={isSending}>
          {t("changes.submit")}
        </button>
      </p>
    </div>
  );
}

/** When what is wrong is said. */
function focusWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}

const titleOf = () => (texts.peek().name_zh ?? "").trim().slice(0, 200);

/** The number of a document, or the first place of the plan. */
function basisOf(): string {
  const said = (texts.peek().basis_document ?? "").trim();
  if (said !== "") return said;
  const [first] = entriesOf(texts.peek().citations ?? "") ?? [];
  return typeof first?.paragraph === "string" ? first.paragraph : "";
}
