import assert from "node:assert/strict";
import { writer } from "./writer.mjs";

/** Somebody who drafts, submits and has approved a change of three features. What was acknowledged stands in its `ledger`. */
export function lane(number, staff, reviewer, features) {
  const codes = features.map(({ code }) => code);
  let turn = 0;
  let version = features[0].version;
  let set;
  const ledger = { sets: new Map(), versions: [], draft: undefined };
  const nameOf = () => `lane ${number} turn ${turn}`;
  const change = ({ code }) => ({ collection: "projects", code, based_on: version, properties: { name_en: nameOf() } });

  const act = (who, action, state) => ({
    who,
    method: "POST",
    path: `/api/change-sets/${set.id}/${action}`,
    tag: set.tag,
    done: ({ json, tag }) => {
      assert.equal(json.state, state);
      set = { ...set, tag };
      ledger.sets.set(set.id, state);
      if (state === "in-review")
        for (const code of codes) ledger.versions.push({ code, version: version + 1, name: nameOf() });
      if (state !== "approved") return;
      version++;
      turn++;
    },
  });
  const steps = [
    () => newDraft(staff, ledger, { ...change(features[0]), geometry: features[0].geometry }),
    ...[1, 2].map(
      (time) => () =>
        savedDraft(staff, ledger, time, {
          based_on: version,
          properties: { name_en: nameOf() },
          geometry: features[0].geometry,
        }),
    ),
    () => ({
      who: staff,
      method: "POST",
      path: "/api/change-sets",
      body: {
        title: nameOf(),
        basis: "document 1 of 2026",
        drafts: [ledger.draft.id],
        features: features.slice(1).map(change),
      },
      done: ({ json, tag }) => {
        set = { id: json.id, tag };
        ledger.draft = undefined;
        ledger.sets.set(set.id, "draft");
      },
    }),
    () => act(staff, "submit", "in-review"),
    () => act(reviewer, "approve", "approved"),
  ];
  return writer(steps, {
    ledger,
    codes,
    /** Of the three features: the version that stands and its name. */
    stands: () => ({ version, name: turn > 0 ? `lane ${number} turn ${turn - 1}` : undefined }),
  });
}

/** Somebody who begins a project that is new, saves it eight times, as a form does by itself while it is filled in, and throws it away. */
export function sketcher(number, staff) {
  const ledger = { sets: new Map(), versions: [], draft: undefined };
  const content = {
    properties: { name_zh: `草图 ${number}` },
    geometry: { type: "Point", coordinates: [116.6, 35.4] },
  };
  const steps = [
    () => newDraft(staff, ledger, { collection: "projects", ...content }),
    ...Array.from({ length: 8 }, (_, time) => () => savedDraft(staff, ledger, time + 1, content)),
    () => ({
      who: staff,
      method: "DELETE",
      path: `/api/drafts/${ledger.draft.id}`,
      tag: ledger.draft.tag,
      was: ledger.draft.note,
      done: () => (ledger.draft = undefined),
    }),
  ];
  return writer(steps, { ledger, codes: [], stands: () => ({}) });
}

const newDraft = (who, ledger, draft) => ({
  who,
  method: "POST",
  path: "/api/drafts",
  body: { ...draft, note: "0" },
  done: ({ json, tag }) => (ledger.draft = { id: json.id, tag, note: "0" }),
});

const savedDraft = (who, ledger, time, content) => ({
  who,
  method: "PUT",
  path: `/api/drafts/${ledger.draft.id}`,
  tag: ledger.draft.tag,
  was: ledger.draft.note,
  body: { ...content, note: String(time) },
  done: ({ tag }) => (ledger.draft = { ...ledger.draft, tag, note: String(time) }),
});
