import { batch, effect } from "@preact/signals";
import { term } from "../catalogue.ts";
import { collections, findFeature, PARKS } from "../features/plan.ts";
import { getItem } from "../features/requests.ts";
import { notify } from "../notices/notices.ts";
import { findCriterion, findMust } from "./criteria.ts";
import { LINK_VERSION, linkVersion, unread } from "./link.ts";
import { notes } from "./notes.ts";
import { type Asked, asked, type ChosenMust, chosen, musts, weights } from "./view.ts";

/** Whether a must-have is one of the catalogue, with a figure where it needs one and nowhere else. */
function isKnownMust({ code, least }: ChosenMust): boolean {
  const must = findMust(code);
  return must !== undefined && (must.kind === "target") === (least !== null);
}

function unknownSubject(of: Asked): string[] {
  if (of?.kind === "chain") return term("industry_chain", of.code) ? [] : [of.code];
  if (of?.kind === "cluster") return term("industry_cluster", of.code) ? [] : [of.code];
  return [];
}

/** A link may be of a later version, of another plan or torn: what is not known here is left out, and said. */
export function startDroppingUnknown(): () => void {
  const stops = [
    effect(dropUnknown),
    effect(followChosen),
    effect(() => {
      if (linkVersion.value <= LINK_VERSION) return;
      linkVersion.value = LINK_VERSION;
      notify("parks.link_later");
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function dropUnknown(): void {
  const subject = unknownSubject(asked.value);
  const must = musts.value.filter((one) => !isKnownMust(one));
  const weighed = Object.keys(weights.value).filter((code) => !findCriterion(code));
  const dropped = [...unread.value, ...subject, ...must.map(({ code }) => code), ...weighed];
  if (dropped.length === 0) return;
  batch(() => {
    unread.value = [];
    if (subject.length > 0) asked.value = null;
    if (must.length > 0) musts.value = musts.value.filter(isKnownMust);
    if (weighed.length > 0)
      weights.value = Object.fromEntries(Object.entries(weights.value).filter(([code]) => findCriterion(code)));
  });
  tellDropped(dropped);
}

const MOST_TOLD = 5;

function tellDropped(codes: readonly string[]): void {
  const told = codes.slice(0, MOST_TOLD).join(", ");
  notify("parks.dropped", { codes: codes.length > MOST_TOLD ? `${told} …` : told });
}

/** A park that is not here may have another code now; the server knows. While it cannot be asked, the park stays. */
function followChosen(): (() => void) | undefined {
  // parks are judged when they are here
  const missing = collections.value.has(PARKS) ? chosen.value.filter((code) => !findFeature(PARKS, code)) : [];
  if (missing.length === 0) return;
  const controller = new AbortController();
  for (const code of missing)
    void getItem(PARKS, code, controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      const now = answer.ok ? answer.data.properties.code : null;
      if (now === code || (!answer.ok && answer.problem.code === "unreachable")) return;
      replaceChosen(code, now);
      if (now === null) tellDropped([code]);
    });
  return () => controller.abort();
}

/** The park takes the other's place, with the note; without another it leaves. */
export function replaceChosen(code: string, by: string | null): void {
  const { [code]: note, ...others } = notes.peek();
  batch(() => {
    chosen.value = [...new Set(chosen.peek().flatMap((one) => (one === code ? (by ?? []) : one)))];
    if (note !== undefined) notes.value = by === null ? others : { [by]: note, ...others };
  });
}
