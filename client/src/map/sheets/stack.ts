import * as L from "leaflet";

/** The layers between ground and labels, in their order: canvases for what is painted here, panes for pictures of tiles. */
export type StackEntry = { kind: "canvas" } | { kind: "pane"; name: string; opacity: number };

export function createStack(parent: HTMLElement) {
  const element = L.DomUtil.create("div", "plan-stack", parent);
  element.style.cssText = "position:absolute;left:0;top:0";
  const canvases: HTMLCanvasElement[] = [];
  const panes = new Map<string, HTMLElement>();

  return {
    canvases: canvases as readonly HTMLCanvasElement[],
    /** Makes and orders the elements; a canvas keeps its number from below, a pane its name. */
    arrange(entries: readonly StackEntry[]): { canvases: HTMLCanvasElement[]; panes: Map<string, HTMLElement> } {
      const used: { canvases: HTMLCanvasElement[]; panes: Map<string, HTMLElement> } = {
        canvases: [],
        panes: new Map(),
      };
      const order = entries.map((entry) => {
        if (entry.kind === "pane") {
          const pane = panes.get(entry.name) ?? L.DomUtil.create("div", "plan-tiles");
          panes.set(entry.name, pane);
          pane.dataset.collection = entry.name;
          pane.style.cssText = "position:absolute;left:0;top:0";
          // Each picture fades by itself: without a graphics card the browser does not show a faded pane of them.
          pane.dataset.opacity = String(entry.opacity);
          used.panes.set(entry.name, pane);
          return pane;
        }
        const number = used.canvases.length;
        let canvas = canvases[number];
        if (!canvas) {
          canvas = L.DomUtil.create("canvas", "plan-sheet plan-sheet-structure");
          canvas.style.cssText = "position:absolute;left:0;top:0;transform-origin:0 0";
          canvases.push(canvas);
        }
        used.canvases.push(canvas);
        return canvas;
      });
      for (const name of [...panes.keys()]) if (!used.panes.has(name)) panes.delete(name);
      canvases.length = used.canvases.length;
      const isSame =
        element.childElementCount === order.length && order.every((entry, index) => element.children[index] === entry);
      if (!isSame) element.replaceChildren(...order);
      return used;
    },
  };
}
