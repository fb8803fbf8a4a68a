import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

/**
 * Somebody who writes one request after the other, in a round of `steps`, again and again. A step gives the next request:
 * {who, method, path, body, tag, done}; `done` is told of what was acknowledged and nothing else. A request whose answer did
 * not come is in doubt until `settle` has asked again.
 */
export function writer(steps, more) {
  let next = 0;
  let inDoubt;
  const counts = { writes: 0, retried: 0 };
  const acknowledged = (request, answer) => {
    request.done(answer);
    counts.writes++;
    next = (next + 1) % steps.length;
  };

  /** True when it was acknowledged. While something is broken no other answer may come than none and 503. */
  async function ask(request) {
    const answer = await request.who.ask(request.method, request.path, { ...request, limit: 15_000 });
    if (answer.status === -1 || answer.status === 503) return false;
    assert.ok(
      [200, 201, 204].includes(answer.status),
      `${request.method} ${request.path}: ${answer.status} ${JSON.stringify(answer.json)}`,
    );
    acknowledged(request, answer);
    return true;
  }

  return {
    ...more,
    counts,
    isInDoubt: () => inDoubt !== undefined,
    /** Whether it was acknowledged. */
    async write() {
      // PUT and DELETE have a guard of their own, If-Match; all others are repeated under a key.
      const request = { ...steps[next](), key: randomUUID() };
      if (await ask(request)) return true;
      inDoubt = request;
      return false;
    },
    /** The same request again: whether it had been done or not, it is done once. */
    async settle() {
      if (!inDoubt) return;
      const request = inDoubt;
      inDoubt = undefined;
      counts.retried++;
      if (request.method !== "POST") {
        const stands = await request.who.ask("GET", request.path);
        if (request.method === "DELETE" && stands.status === 404) return acknowledged(request, stands);
        assert.ok([request.was, request.body?.note].includes(stands.json.note), `a draft says ${stands.json.note}`);
        request.tag = stands.tag;
      }
      assert.ok(await ask(request), `${request.path} is not answered after the restart`);
    },
  };
}
