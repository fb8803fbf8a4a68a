import { signal } from "@preact/signals";
import type { Answer } from "./request.ts";
import type { Problem } from "./types.ts";

/** Something the server holds under a key: asked for once, kept, and asked again when it failed. */
export type Remote<Data> = { kind: "loading" } | { kind: "ready"; data: Data } | { kind: "failed"; problem: Problem };

const LOADING: Remote<never> = { kind: "loading" };

export function createRemote<Data>(load: (key: string) => Promise<Answer<Data>>) {
  const held = signal<ReadonlyMap<string, Remote<Data>>>(new Map());
  const put = (key: string, value: Remote<Data>) => {
    held.value = new Map(held.peek()).set(key, value);
  };
  return {
    /** What is known of it now; reading it follows later changes. */
    read: (key: string): Remote<Data> => held.value.get(key) ?? LOADING,
    /** Starts the request unless it is there or under way. */
    want(key: string): void {
      const known = held.peek().get(key);
      if (known && known.kind !== "failed") return;
      put(key, LOADING);
      void load(key).then((answer) =>
        put(key, answer.ok ? { kind: "ready", data: answer.data } : { kind: "failed", problem: answer.problem }),
      );
    },
  };
}
