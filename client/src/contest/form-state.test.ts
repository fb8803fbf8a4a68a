import { beforeEach, describe, expect, it } from "vitest";
import { pickedPlace } from "../viewport/map-link.ts";
import { NO_TOOL, PLACE_TOOL, tool } from "../viewport/tool.ts";
import { beginContest, contesting, endContest, pickPlace, write, written } from "./form-state.ts";

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe("the form of a contest", () => {
  beforeEach(() => {
    endContest();
    tool.value = NO_TOOL;
    pickedPlace.value = null;
  });

  it("keeps what is written while a place is pressed, and lays the tool aside", async () => {
    beginContest({ kind: "feature", collection: "a", code: "b" });
    write({ reason: "too far east" });
    pickPlace();
    expect(tool.value).toBe(PLACE_TOOL);
    pickedPlace.value = [116.61, 35.42];
    await settled();
    expect(written.value).toMatchObject({ reason: "too far east", place: "116.61000, 35.42000" });
    expect([tool.value, pickedPlace.value]).toEqual([NO_TOOL, null]);
  });

  it("takes no place when the tool is laid aside, and hears no later press", async () => {
    beginContest({ kind: "paragraph", paragraph: "p", sentences: 3, sentence: 1 });
    pickPlace();
    tool.value = NO_TOOL;
    await settled();
    pickedPlace.value = [116.61, 35.42];
    await settled();
    expect(written.value).toMatchObject({ place: "", sentence: 1 });
    expect(pickedPlace.value).toEqual([116.61, 35.42]);
  });

  it("begins anew for another thing", () => {
    beginContest({ kind: "feature", collection: "a", code: "b" });
    write({ reason: "wrong" });
    beginContest({ kind: "feature", collection: "a", code: "c" });
    expect([contesting.value?.key, written.value.reason]).toEqual(["a/c", ""]);
  });
});
