import { describe, expect, it } from "vitest";
import { groupVisibility, moveLayer } from "./layers.ts";
import type { LayerState } from "./view.ts";

const layer = (id: string, visible = true): LayerState => ({ id, visible, opacity: 1 });
const three = [layer("a"), layer("b", false), layer("c")];

describe("the order of layers", () => {
  it("moves one and keeps the others in order", () => {
    expect(moveLayer(three, "a", 2).map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(moveLayer(three, "c", -5).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  it("stays as it is for a layer it does not have", () => {
    expect(moveLayer(three, "z", 0)).toBe(three);
  });
});

describe("a group of layers", () => {
  it("is on, off or partly on", () => {
    expect(groupVisibility(three, ["a", "c"])).toBe("on");
    expect(groupVisibility(three, ["b"])).toBe("off");
    expect(groupVisibility(three, ["a", "b"])).toBe("partly");
  });
});
