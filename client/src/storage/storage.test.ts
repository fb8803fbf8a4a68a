import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { coalesced } from "./coalesce.ts";
import { localSave } from "./local-save.ts";
import { read, write } from "./records.ts";

const asText = (kept: unknown) => (typeof kept === "string" ? kept : null);
afterEach(() => vi.restoreAllMocks());

describe("what the browser keeps", () => {
  it("is read by how its key begins, in order, and removed from a place on", async () => {
    await write([10, 2, 1].map((part) => ({ put: ["a", "one", "done", part], value: part })));
    await write([{ put: ["a", "one-more", "done", 7], value: "of another" }]);
    await write([{ put: ["a", "one", "head"], value: "head" }]);
    expect((await read(["a", "one", "done"])).map(([, value]) => value)).toEqual([1, 2, 10]);
    await write([{ removeFrom: ["a", "one", "done", 2] }]);
    expect((await read(["a", "one"])).map(([, value]) => value)).toEqual([1, "head"]);
    await write([{ removeAll: ["a", "one"] }]);
    expect(await read(["a", "one"])).toEqual([]);
    expect(await read(["a"])).toHaveLength(1);
  });

  it("is all of a write or nothing", async () => {
    const isKept = await write([
      { put: ["b", "one"], value: 1 },
      { put: ["b", "two"], value: () => "no value that can be kept" },
    ]);
    expect(isKept).toBe(false);
    expect(await read(["b"])).toEqual([]);
  });

  it("is nothing, and said so, where there is no database", async () => {
    vi.resetModules();
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    const records = await import("./records.ts");
    expect(await records.write([{ put: ["c"], value: 1 }])).toBe(false);
    expect(await records.read(["c"])).toEqual([]);
    vi.unstubAllGlobals();
  });
});

describe("a local save", () => {
  it("gives back the last value, with when it was kept, and nothing once it is forgotten", async () => {
    const save = localSave(["form", "anna", "draft-1"], asText);
    expect(await save.read()).toBeNull();
    const before = Date.now();
    for (const value of ["a", "ab", "abc"]) save.keep(value);
    await vi.waitFor(() => expect(save.state.value).toBe("saved"));
    const kept = await localSave(["form", "anna", "draft-1"], asText).read();
    expect(kept?.value).toBe("abc");
    expect(kept?.saved_at).toBeGreaterThanOrEqual(before);
    save.keep("abcd");
    await save.forget();
    expect(await save.read()).toBeNull();
  });

  it("is nothing to another account, and nothing of another form", async () => {
    const save = localSave(["form", "anna", "draft-2"], asText);
    save.keep("typed");
    await vi.waitFor(() => expect(save.state.value).toBe("saved"));
    expect(await localSave(["form", "boris", "draft-2"], asText).read()).toBeNull();
    expect(await localSave(["form", "anna", "draft-2"], () => null).read()).toBeNull();
  });
});

describe("writes that come faster than they are written", () => {
  it("write the first and the newest", async () => {
    const written: number[] = [];
    const answers: ((isKept: boolean) => void)[] = [];
    const saving = coalesced((value: number) => {
      written.push(value);
      return new Promise<boolean>((resolve) => answers.push(resolve));
    });
    for (const value of [1, 2, 3]) saving.keep(value);
    expect([written, saving.state.value]).toEqual([[1], "saving"]);
    answers[0]?.(true);
    await vi.waitFor(() => expect(written).toEqual([1, 3]));
    answers[1]?.(false);
    await saving.settled();
    expect(saving.state.value).toBe("failed");
    saving.keep(4);
    answers[2]?.(true);
    await saving.settled();
    expect(saving.state.value).toBe("saved");
  });
});
