import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/**
 * Somebody who drafts, submits and has approved a change of three features, again and again, one request after the other.
 * What was acknowledged is remembered; a request whose answer did not come is `inDoubt` until `settle` has asked again.
 */
export function lane(number, staff, reviewer, features) {
  const codes = features.map(({ code }) => code);
  let turn = 0;
  let version = features[0].version;
  let draft;
  let set;
  let inDoubt;
  const ledger = { writes: 0, retried: 0, sets: new Map(), versions: [], draft: undefined };
  const nameOf = () => `lane ${number} turn ${turn}`;
  const change = ({ code }) => ({ collection: "projects", code, based_on: version, properties: { name_en: nameOf() } });

  const steps = [
    () => ({
      who: staff,
      method: "POST",
      path: "/api/drafts",
      body: { ...change(features[0]), geometry: features[0].geometry, note: "0" },
      done: ({ json, tag }) => (draft = { id: json.id, tag, note: "0" }),
    }),
    ...["1", "2"].map((note) => () => ({
      who: staff,
      method: "PUT",
      path: `/api/drafts/${draft.id}`,
      tag: draft.tag,
      body: { based_on: version, properties: { name_en: nameOf() }, geometry: features[0].geometry, note },
      done: ({ tag }) => (draft = { ...draft, tag, note }),
    })),
    () => ({
      who: staff,
      method: "POST",
      path: "/api/change-sets",
      body: {
        title: nameOf(),
        basis: "document 1 of 2026",
        drafts: [draft.id],
        features: features.slice(1).map(change),
      },
      done: ({ json, tag }) => {
        set = { id: json.id, tag };
        draft = undefined;
        ledger.sets.set(set.id, "draft");
      },
    }),
    () => ({ ...act(staff, "submit", "in-review") }),
    () => ({ ...act(reviewer, "approve", "approved") }),
  ];
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
  let next = 0;

  /** Asks; true when it was acknowledged. While something is broken no other answer may come than none and 503. */
  async function ask(request) {
    const answer = await request.who.ask(request.method, request.path, { ...request, limit: 15_000 });
    if (answer.status === -1 || answer.status === 503) return false;
    assert.ok(
      answer.status === 200 || answer.status === 201,
      `${request.method} ${request.path}: ${answer.status} ${JSON.stringify(answer.json)}`,
    );
    request.done(answer);
    ledger.writes++;
    ledger.draft = draft && { id: draft.id, note: draft.note };
    next = (next + 1) % steps.length;
    return true;
  }

  return {
    ledger,
    codes,
    isInDoubt: () => inDoubt !== undefined,
    /** Of the three features: the version that stands and its name. */
    stands: () => ({ version, name: turn > 0 ? `lane ${number} turn ${turn - 1}` : undefined }),
    async write() {
      // A PUT has its own guard, If-Match; all others are repeated under a key.
      const request = { ...steps[next](), key: randomUUID() };
      if (!(await ask(request))) inDoubt = request;
    },
    /** The same request again: whether it had been done or not, it is done once. */
    async settle() {
      if (!inDoubt) return;
      const request = inDoubt;
      ledger.retried++;
      if (request.method === "PUT") {
        const { json, tag } = await staff.ask("GET", request.path);
        assert.ok([draft.note, request.body.note].includes(json.note), `a draft says ${json.note}`);
        request.tag = tag;
      }
      assert.ok(await ask(request), `${request.path} is not answered after the restart`);
      inDoubt = undefined;
    },
  };
}
