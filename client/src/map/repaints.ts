import { nextTask } from "./next-task.ts";
import type { Painted, Painting } from "./painting.ts";
import type { PlanLayer } from "./plan-layer.ts";

/** What is to be painted anew. `moved` and `near-edge` are all of it when the view leaves the frame. */
export type What = "highlight" | "labels" | "tiles" | "moved" | "near-edge" | "all";

export type Repaints = { request: (what: What) => void; close: () => void };

/** What a repainting needs, and whom it tells. */
type Context = {
  layer: PlanLayer;
  painting: Painting;
  /** Nothing is painted for a map that has no size. */
  isVisible: () => boolean;
  onLabels: (painted: Painted) => void;
  onTiles: () => void;
};

/** One repainting a frame, however many signals have changed, and one after the other. */
export function createRepaints({ layer, painting, isVisible, onLabels, onTiles }: Context): Repaints {
  const wanted = new Set<What>();
  let frame = 0;
  let isPainting = false;
  let isClosed = false;

  const schedule = () => {
    if (wanted.size > 0 && !frame && !isPainting && !isClosed) frame = requestAnimationFrame(repaint);
  };
  const repaint = async () => {
    frame = 0;
    const now = new Set(wanted);
    wanted.clear();
    if (!isVisible()) return;
    const isLeft = (now.has("moved") && !layer.covers()) || (now.has("near-edge") && layer.isNearEdge());
    const isAll = now.has("all") || isLeft;
    isPainting = true;
    try {
      if (isAll && !layer.isZooming()) await repaintAll();
      else {
        if (isAll) wanted.add("all");
        await repaintSome(now);
      }
    } finally {
      isPainting = false;
      schedule();
    }
  };
  const repaintAll = async () => {
    performance.mark("plan-paint-start");
    const painted = painting.paintAll();
    onTiles();
    if (!(await painted)) {
      wanted.add("all");
      return;
    }
    // The names take as long as all the rest on this thread: a task of their own.
    await nextTask();
    const labelled = await painting.paintLabels();
    if (isClosed) return;
    painting.paintHighlight();
    performance.measure("plan-paint", "plan-paint-start");
    if (labelled) onLabels(labelled);
    onTiles();
  };
  const repaintSome = async (now: ReadonlySet<What>) => {
    // Pictures of tiles have come: they are put in their places, nothing else is painted.
    if (now.has("tiles")) painting.tiles.place();
    const labelled = now.has("labels") || now.has("moved") ? await painting.paintLabels() : null;
    if (isClosed) return;
    if (labelled) onLabels(labelled);
    if (now.has("highlight") || labelled) painting.paintHighlight();
    if (now.has("tiles") || labelled) onTiles();
  };

  return {
    request(what) {
      wanted.add(what);
      schedule();
    },
    close() {
      isClosed = true;
      cancelAnimationFrame(frame);
    },
  };
}
