import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetched, fetchFeature, forgetFetched, keyOf } from "../features/fetched.ts";
import { feature } from "../features/fixture.ts";
import { loadPlan } from "../features/load.ts";
import { heldRevisions, loadedTag } from "../features/load-state.ts";
import { collections } from "../features/plan.ts";
import { startLive } from "./live.ts";

/** A server whose plan has a revision, with one feature of each collection that is named as the revision is. */
let revision = 1;
/** Called before each answer, to change the plan between two of them. */
let before: (path: string) => void = () => {};
let asked: string[] = [];
let large: string[] = [];
let tell: (tag: string) => void = () => {};

const tag = () => `${revision}-0000abcd`;
const versionOf = (collection: string) => collections.value.get(collection)?.[0]?.properties.name_zh;

function answer({ pathname }: URL): Response {
  before(pathname);
  asked.push(pathname.replace("/items", "").split("/").at(-1) ?? "");
  const etag = `W/"${tag()}-build"`;
  if (pathname.endsWith("/tilejson"))
    return Response.json({
      vector_layers: large.map((id) => ({ id, "x-large": true, "x-counted-to-zoom": 11 })),
    });
  const one = feature("one", { name_zh: `revision ${revision}` });
  return Response.json(pathname.endsWith("/items") ? { features: [one] } : one, { headers: { etag } });
}

class Events extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;
  constructor() {
    super();
    tell = (told) =>
      this.dispatchEvent(new MessageEvent("revision", { data: JSON.stringify({ revision, tag: told }) }));
  }
  close() {}
}

beforeEach(async () => {
  revision = 1;
  before = () => {};
  vi.stubGlobal("fetch", async (url: URL) => answer(new URL(url)));
  vi.stubGlobal("EventSource", Events);
  await loadPlan(["zone", "parks"]);
});
afterEach(() => {
  vi.unstubAllGlobals();
  collections.value = new Map();
  heldRevisions.value = new Map();
  forgetFetched();
});

it("knows of which revision all is that it holds, and of none while that differs", async () => {
  expect(loadedTag.value).toBe("1-0000abcd");
  before = (path) => {
    if (path.includes("/parks/")) revision = 2;
  };
  await loadPlan(["zone", "parks"]);
  expect(loadedTag.value).toBeNull();
  expect([versionOf("zone"), versionOf("parks")]).toEqual(["revision 1", "revision 2"]);
});

it("does not miss a change that came between two answers", async () => {
  startLive();
  before = (path) => {
    if (path.includes("/parks/")) revision = 2;
  };
  await loadPlan(["zone", "parks"]);
  expect(versionOf("zone")).toBe("revision 1");
  tell("2-0000abcd");
  await vi.waitFor(() => expect(versionOf("zone")).toBe("revision 2"), { timeout: 5000 });
  expect(loadedTag.value).toBe("2-0000abcd");
});

it("asks at once for what it holds when it is renewed, and holds no more what has become large", async () => {
  const wanted = ["zone", "projects"];
  await loadPlan(wanted);
  large = ["projects"];
  asked = [];
  await loadPlan(wanted);
  expect(asked).toEqual(["zone", "projects", "tilejson"]);
  expect(collections.value.has("projects")).toBe(false);
  expect(loadedTag.value).toBe("1-0000abcd");
  large = [];
  asked = [];
  await loadPlan(wanted);
  expect(asked).toEqual(["zone", "tilejson", "projects"]);
  expect(versionOf("projects")).toBe("revision 1");
});

it("keeps nothing of before that arrives after the change", async () => {
  let arrive: (late: Response) => void = () => {};
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (arrive = resolve)));
  const old = fetchFeature("projects", "one");
  forgetFetched();
  revision = 2;
  vi.stubGlobal("fetch", async (url: URL) => answer(new URL(url)));
  await fetchFeature("projects", "one");
  arrive(Response.json(feature("one", { name_zh: "revision 1" })));
  await old;
  expect(fetched.value.get(keyOf("projects", "one"))?.properties.name_zh).toBe("revision 2");
});
