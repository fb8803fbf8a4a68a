import { effect, signal } from "@preact/signals";
import type { PlanFeature, Problem } from "../api/types.ts";
import { definitionOf } from "../catalogue.ts";
import { askedCollections, featuresIn } from "../features/features-in.ts";
import { keepFetched, keyOf } from "../features/fetched.ts";
import { getParagraph } from "../reading/requests.ts";
import { selectedFeature } from "../selection/selected.ts";
import { namingParagraphs, SAME_PARAGRAPH_LIMIT } from "./parts/related.ts";

/** So many of a large collection are asked for that name the open feature in one way. */
export const MOST_RELATED = 50;

/** What may belong to the open feature in collections that are not held; which of it does, and why, `relatedTo` says. */
export type RemoteRelated = {
  features: ReadonlyMap<string, readonly PlanFeature[]>;
  /** There is more than was asked for. */
  isCut: boolean;
  /** Why some of it did not come. */
  problem: Problem | null;
};

export const NOTHING_RELATED: RemoteRelated = { features: new Map(), isCut: false, problem: null };

const held = signal<{ key: string; beside: RemoteRelated } | null>(null);
const tries = signal(0);

export const remoteRelatedOf = (collection: string, code: string): RemoteRelated =>
  held.value?.key === keyOf(collection, code) ? held.value.beside : NOTHING_RELATED;

export function askRelatedAgain(): void {
  tries.value++;
}

/** Asks for what belongs to the feature whose card is open, and gives up what was asked for another one. */
export function startRemoteRelated(): () => void {
  let asked = "";
  let controller: AbortController | null = null;
  const stop = effect(() => {
    const open = selectedFeature.value;
    const remote = askedCollections.value;
    const key = open ? keyOf(open.collection, open.feature.properties.code) : "";
    const wanted = `${key} ${remote.join()} ${tries.value}`;
    // what is fetched meanwhile changes nothing of the question
    if (wanted === asked) return;
    asked = wanted;
    controller?.abort();
    if (!open || remote.length === 0) return;
    const own = new AbortController();
    controller = own;
    void ask(open.feature, remote, own.signal).then((beside) => {
      if (own.signal.aborted) return;
      for (const [collection, features] of beside.features) keepFetched(collection, features);
      held.value = { key, beside };
    });
  });
  return () => {
    stop();
    controller?.abort();
    held.value = null;
  };
}

async function ask(feature: PlanFeature, remote: readonly string[], cancel: AbortSignal): Promise<RemoteRelated> {
  const { code } = feature.properties;
  const found = new Map<string, Map<string, PlanFeature>>();
  let isCut = false;
  let problem: Problem | null = null;
  const page = async (collection: string, name: string, value: string, limit: number) => {
    const answer = await featuresIn(collection).askWhere(name, value, limit, cancel);
    if (!answer.ok) {
      problem = answer.problem;
      return;
    }
    if (answer.data.hasMore) isCut = true;
    const known = found.get(collection) ?? new Map<string, PlanFeature>();
    for (const one of answer.data.features) known.set(one.properties.code, one);
    found.set(collection, known);
  };
  const naming = remote.flatMap((collection) => [
    page(collection, "code", code, 1),
    page(collection, "placed_by", code, MOST_RELATED),
    ...(definitionOf(collection)?.properties.some(({ name }) => name === "park")
      ? [page(collection, "park", code, MOST_RELATED)]
      : []),
  ]);
  const together = async () => {
    const paragraphs = [...namingParagraphs(feature)];
    const answers = await Promise.all(paragraphs.map((id) => getParagraph(id, {}, cancel)));
    const codes = new Map<string, Set<string>>();
    answers.forEach((answer, place) => {
      if (!answer.ok) {
        problem = answer.problem;
        return;
      }
      const said = { ...answer.data, features: answer.data.features.filter(({ named }) => named) };
      for (const collection of remote) {
        const { placed, unplaced, more } = featuresIn(collection).citing(paragraphs[place] ?? "", () => said);
        if (more) isCut = true;
        const others = [...placed, ...unplaced].filter((one) => one !== code);
        if (others.length > 0) codes.set(collection, new Set([...(codes.get(collection) ?? []), ...others]));
      }
    });
    await Promise.all(
      [...codes].map(([collection, some]) => {
        const first = [...some].sort().slice(0, SAME_PARAGRAPH_LIMIT);
        return page(collection, "code", first.join(), first.length);
      }),
    );
  };
  await Promise.all([...naming, together()]);
  // as they stand in a collection that is held
  const sorted = (features: ReadonlyMap<string, PlanFeature>) =>
    [...features.values()].sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
  return { features: new Map([...found].map(([id, features]) => [id, sorted(features)])), isCut, problem };
}
