import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { account } from "../../account/session.ts";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Draft, NewDraft } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { geometry, isEmpty, open, snappedToSchematic } from "../../drawing/editor.ts";
import { EMPTY_AREA } from "../../drawing/geometry.ts";
import { type KeptDrawing, keepDrawing } from "../../drawing/kept.ts";
import { startAsking, stated } from "../../site-check/asking.ts";
import { type CheckReason, canGiveReasons, checkReasons } from "../../site-check/reasons.ts";
import { coalesced } from "../../storage/coalesce.ts";
import { type LocalSave, localSave } from "../../storage/local-save.ts";
import { DRAW_TOOL, NO_TOOL, tool } from "../../viewport/tool.ts";
import { drawnOf } from "../geometry-text.ts";
import { getDraft, keepDraft } from "../requests.ts";
import { learnVocabularies } from "../terms.ts";
import { defaultsOf, loadSiteForm, propertiesOf, type Texts, textsOf } from "./site-form.ts";

/** The draft of a site in hand: in this browser at every change, on the server at every pause. */

export const draft = signal<Draft | null>(null);
export const texts = signal<Texts>({});
export const contact = signal("");
export const problem = signal<Problem | null>(null);
export const keptDrawing = signal<KeptDrawing | null>(null);
/** The shape of the draft where it cannot be drawn here: it stays the draft's until another one is drawn, or it is given up. */
export const undrawn = signal<Draft["geometry"]>(null);
/** `waiting`: not on the server yet; `refused`: it did not take it, and why is in `problem`. */
export const onServer = signal<"saved" | "waiting" | "saving" | "refused">("saved");
export const savedAt = signal<Date | null>(null);
export const inBrowser = signal<"saved" | "failed">("saved");

const PAUSE_MS = 800;
const AGAIN_MS = 5000;

type Local = { version: number; texts: Texts; contact: string; reasons: readonly CheckReason[] };
let local: LocalSave<Local> | null = null;

const isLocal = (kept: unknown): kept is Local =>
  typeof kept === "object" && kept !== null && "version" in kept && "texts" in kept && "contact" in kept;

/** What the server shall have. */
const content = computed(() => ({
  properties: {
    ...propertiesOf(texts.value).properties,
    snapped_to_schematic: snappedToSchematic.value ? "yes" : "no",
  },
  geometry: isEmpty(geometry.value) ? undrawn.value : geometry.value,
  contact: contact.value.trim() || null,
  check_reasons: checkReasons.value,
}));
let sent = "";

const saving = coalesced<string>(async (text) => {
  const now = draft.peek();
  if (!now || text === sent) return true;
  onServer.value = "saving";
  const { collection, code, based_on, note } = now;
  const body = { ...(JSON.parse(text) as object), collection, code, based_on, note } as NewDraft;
  const answer = await asSignedIn(() => keepDraft(now, body));
  batch(() => {
    problem.value = answer.ok ? null : answer.problem;
    onServer.value = answer.ok ? "saved" : "refused";
    if (!answer.ok) return;
    draft.value = answer.data;
    savedAt.value = new Date();
    sent = text;
  });
  return answer.ok;
});

/** Waits until the server has what is there now; false when it has not. */
export async function saveNow(): Promise<boolean> {
  saving.keep(JSON.stringify(content.peek()));
  await saving.settled();
  return onServer.peek() === "saved";
}

/** Opens a draft, and keeps it until what is returned is called. */
export function startSite(id: string): () => void {
  let isOver = false;
  const stops: (() => void)[] = [];
  void (async () => {
    await Promise.all([loadSiteForm(), learnVocabularies()]);
    const answer = await asSignedIn(() => getDraft(id));
    if (isOver) return;
    if (answer.ok) stops.push(...(await begin(answer.data)));
    else problem.value = answer.problem;
    if (isOver) for (const stop of stops) stop();
  })();
  return () => {
    isOver = true;
    for (const stop of stops) stop();
    void keptDrawing.peek()?.stop();
    batch(() => {
      draft.value = null;
      texts.value = {};
      contact.value = "";
      problem.value = null;
      keptDrawing.value = null;
      undrawn.value = null;
      savedAt.value = null;
      checkReasons.value = [];
      canGiveReasons.value = false;
      stated.value = null;
      if (tool.peek() === DRAW_TOOL) tool.value = NO_TOOL;
      open(EMPTY_AREA);
    });
  };
}

async function begin(opened: Draft): Promise<(() => void)[]> {
  local = localSave<Local>(["site", account.peek()?.id ?? "", opened.id], (kept) => (isLocal(kept) ? kept : null));
  const kept = (await local.read())?.value;
  const isNewer = kept && kept.version >= opened.version;
  const drawn = drawnOf(opened.geometry);
  batch(() => {
    draft.value = opened;
    undrawn.value = drawn ? null : opened.geometry;
    open(drawn ?? EMPTY_AREA);
    texts.value = isNewer ? kept.texts : textsOf({ ...defaultsOf(), ...opened.properties });
    contact.value = isNewer ? kept.contact : (opened.contact ?? "");
    checkReasons.value = (isNewer ? kept.reasons : opened.check_reasons) as readonly CheckReason[];
    canGiveReasons.value = true;
    savedAt.value = new Date(opened.updated_at);
    onServer.value = "saved";
  });
  sent = isNewer ? "" : JSON.stringify(content.peek());
  // beside a shape that cannot be drawn, what was drawn before it came is no way on: it would take its place
  const name = undrawn.peek() ? `site ${opened.id} beside ${opened.version}` : `site ${opened.id}`;
  const drawing = keepDrawing(name, () => JSON.stringify(draft.peek()?.geometry ?? null).slice(0, 2000));
  keptDrawing.value = drawing;
  return [keepHere(), watchBrowser(), sendAtPauses(drawing), startAsking(), holdTool(), state()];
}

const holdTool = () =>
  effect(() => {
    if (tool.value === NO_TOOL) tool.value = DRAW_TOOL;
  });

/** What the check is asked with beside the drawing. */
const state = () =>
  effect(() => {
    stated.value = { ...propertiesOf(texts.value).properties, code: draft.value?.code ?? "" };
  });

const keepHere = () =>
  effect(() => {
    const value = { texts: texts.value, contact: contact.value, reasons: checkReasons.value };
    const version = untracked(() => draft.peek()?.version ?? 0);
    untracked(() => local?.keep({ version, ...value }));
  });

const watchBrowser = () =>
  effect(() => {
    inBrowser.value = local?.state.value === "failed" ? "failed" : "saved";
  });

/** Another tab that works on the same draft sends; this one does not. */
function sendAtPauses(drawing: KeptDrawing): () => void {
  return effect(() => {
    const text = JSON.stringify(content.value);
    const isElsewhere = drawing.state.value === "elsewhere" || drawing.state.value === "taken";
    const isAgain = onServer.value === "refused";
    if (text === sent || isElsewhere || drawing.state.value === "reading") return;
    // what was refused is not sent again unchanged; what did not arrive is
    if (isAgain && text === lastTried && untracked(() => problem.value?.status) !== 0) return;
    untracked(() => {
      if (onServer.peek() === "saved") onServer.value = "waiting";
    });
    const timer = window.setTimeout(
      () => {
        lastTried = text;
        saving.keep(text);
      },
      isAgain ? AGAIN_MS : PAUSE_MS,
    );
    return () => window.clearTimeout(timer);
  });
}
let lastTried = "";

/** What was submitted is no unfinished work. */
export async function forgetSite(): Promise<void> {
  await keptDrawing.peek()?.stop(true);
  keptDrawing.value = null;
  await local?.forget();
}
