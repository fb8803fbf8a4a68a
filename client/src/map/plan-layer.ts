import * as L from "leaflet";
import type { Box } from "../geo/line.ts";
import type { Point } from "../symbols/primitives.ts";
import { type Context2D, penOf } from "./canvas-painter.ts";
import { pixelRatioNow } from "./pixel-ratio.ts";
import { createStack } from "./sheet-stack.ts";

/**
 * One Leaflet layer that holds the sheets of the plan as stacked canvases. It covers the view and a margin around it, is
 * moved and scaled by CSS while the map moves, and asks for a new drawing when the map rests or runs out of margin.
 */

export const SHEETS = ["ground", "highlight", "labels"] as const;
export type SheetName = (typeof SHEETS)[number];
export type Frame = {
  zoom: number;
  left: number;
  top: number;
  width: number;
  height: number;
  marginX: number;
  marginY: number;
};

/** Share of the view on each side: enough for a short pan, and not much more to paint than what is seen. */
const MARGIN = 0.2;
/** Share of the margin with which the next drawing begins: it is there before a hand has used it up. */
const RESERVE = 1 / 3;

export class PlanLayer extends L.Layer {
  readonly element = L.DomUtil.create("div", "plan-sheets leaflet-zoom-animated");
  /** Between ground and highlight: what is painted here and what comes as pictures, in the order of the layers. */
  readonly stack: ReturnType<typeof createStack>;
  readonly canvases: Record<SheetName, HTMLCanvasElement>;
  pixelRatio = pixelRatioNow();
  frame: Frame | null = null;
  /** Where on the ground a sheet was painted: until it is painted anew it stays there. */
  #painted = new WeakMap<HTMLCanvasElement, { zoom: number; left: number; top: number }>();
  #isZooming = false;
  #easel: OffscreenCanvas | null = null;
  #origin = L.point(0, 0);
  #map: L.Map | null = null;
  #requestDrawing: (why: "moved" | "near-edge" | "outside") => void;

  constructor(requestDrawing: (why: "moved" | "near-edge" | "outside") => void) {
    super();
    this.#requestDrawing = requestDrawing;
    this.element.style.cssText = "position:absolute;left:0;top:0;transform-origin:0 0;pointer-events:none";
    const sheet = (name: SheetName) => L.DomUtil.create("canvas", `plan-sheet plan-sheet-${name}`, this.element);
    const ground = sheet("ground");
    this.stack = createStack(this.element);
    this.canvases = { ground, highlight: sheet("highlight"), labels: sheet("labels") };
    for (const canvas of Object.values(this.canvases))
      canvas.style.cssText = "position:absolute;left:0;top:0;transform-origin:0 0";
  }

  override onAdd(map: L.Map): this {
    this.#map = map;
    map.getPane("overlayPane")?.append(this.element);
    this.#requestDrawing("outside");
    return this;
  }

  override onRemove(): this {
    this.element.remove();
    this.#map = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => {
        this.#isZooming = false;
        this.#requestDrawing("moved");
      },
      resize: () => this.#requestDrawing("outside"),
      move: () => this.#followMove(),
      zoom: () => this.#followZoom(),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#isZooming = true;
        this.#place(center, zoom);
      },
    };
  }

  /** The frame for the view as it is now. */
  nextFrame(): Frame {
    const map = this.#map as L.Map;
    const size = map.getSize();
    const marginX = Math.round(size.x * MARGIN);
    const marginY = Math.round(size.y * MARGIN);
    const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([-marginX, -marginY]).round());
    return {
      zoom: map.getZoom(),
      left: x,
      top: y,
      width: size.x + 2 * marginX,
      height: size.y + 2 * marginY,
      marginX,
      marginY,
    };
  }

  /** Takes over a frame; what is painted keeps its place on the ground until it is painted anew. */
  show(frame: Frame): void {
    const map = this.#map as L.Map;
    this.frame = frame;
    this.#origin = map.getPixelOrigin();
    for (const canvas of [...Object.values(this.canvases), ...this.stack.canvases]) this.#keep(canvas);
    // The view may have left the zoom of the frame while it was painted.
    if (frame.zoom !== map.getZoom()) this.#place(map.getCenter(), map.getZoom());
    else L.DomUtil.setTransform(this.element, L.point(frame.left, frame.top).subtract(this.#origin), 1);
  }

  /** While the browser itself scales what is there, nothing else can be put in its place. */
  isZooming = (): boolean => this.#isZooming;

  isAtZoom = (): boolean => this.frame !== null && this.frame.zoom === this.#map?.getZoom();

  /** Where the view lies in the frame now: the map may have moved since it was drawn. */
  view(): Box {
    const { x, y } = this.offset();
    const size = (this.#map as L.Map).getSize();
    return { left: x, top: y, right: x + size.x, bottom: y + size.y };
  }

  /** From pixels of the window to pixels of the frame, as long as both have one zoom. */
  offset(): { x: number; y: number } {
    const map = this.#map as L.Map;
    const origin = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
    return { x: origin.x - (this.frame?.left ?? 0), y: origin.y - (this.frame?.top ?? 0) };
  }

  /** The frame still holds the whole view: only the names, which are set for a view, have to be set anew. */
  covers = (): boolean => this.#room() >= 0;

  /** The view is about to leave the frame. */
  isNearEdge = (): boolean => this.#room() < RESERVE;

  /** How much of the margin is left where it is narrowest; less than nothing when it is used up. */
  #room(): number {
    const { frame } = this;
    if (!frame || !this.isAtZoom()) return Number.NEGATIVE_INFINITY;
    const { left, top, right, bottom } = this.view();
    const across = Math.min(left, frame.width - right) / Math.max(1, frame.marginX);
    const down = Math.min(top, frame.height - bottom) / Math.max(1, frame.marginY);
    return Math.min(across, down);
  }

  #keep(canvas: HTMLCanvasElement): void {
    const { frame } = this;
    const was = this.#painted.get(canvas);
    if (!was || !frame) return;
    const scale = 2 ** (frame.zoom - was.zoom);
    const [x, y] = [was.left * scale - frame.left, was.top * scale - frame.top];
    canvas.style.transform = scale === 1 && x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
  }

  #fit(canvas: HTMLCanvasElement, part: Box): void {
    const { zoom, left, top } = this.frame as Frame;
    Object.assign(canvas.style, { width: `${part.right - part.left}px`, height: `${part.bottom - part.top}px` });
    this.#painted.set(canvas, { zoom, left: left + part.left, top: top + part.top });
    this.#keep(canvas);
  }

  /** Puts a sheet that was painted elsewhere in its place. */
  put(canvas: HTMLCanvasElement, bitmap: ImageBitmap, part = this.#whole()): void {
    this.#fit(canvas, part);
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
  }

  /**
   * Paints a sheet anew, as far as it lies within a part of the frame: the smaller, the quicker is its memory found. What
   * is shown is a bitmap where the browser makes one: a canvas that is painted on it may copy with every frame in which
   * anything moves, a bitmap once.
   */
  paint(canvas: HTMLCanvasElement, draw: (context: Context2D, corner: Point) => void, within = this.#whole()): void {
    const part = partOf(this.#whole(), within);
    const size = {
      width: Math.round((part.right - part.left) * this.pixelRatio),
      height: Math.round((part.bottom - part.top) * this.pixelRatio),
    };
    if (typeof OffscreenCanvas === "undefined") {
      this.#fit(canvas, part);
      Object.assign(canvas, size);
      draw(penOf(canvas), [part.left, part.top]);
      return;
    }
    this.#easel ??= new OffscreenCanvas(size.width, size.height);
    // also clears it
    Object.assign(this.#easel, size);
    draw(penOf(this.#easel), [part.left, part.top]);
    this.put(canvas, this.#easel.transferToImageBitmap(), part);
  }

  #whole(): Box {
    return { left: 0, top: 0, right: this.frame?.width ?? 0, bottom: this.frame?.height ?? 0 };
  }

  /** The sheets as they are, fading away over what is drawn next. */
  crossFade(milliseconds: number): void {
    for (const canvas of [...this.stack.canvases, this.canvases.labels]) {
      if (canvas.width === 0) continue;
      const old = canvas.cloneNode() as HTMLCanvasElement;
      penOf(old).drawImage(canvas, 0, 0);
      canvas.after(old);
      old.animate([{ opacity: 1 }, { opacity: 0 }], { duration: milliseconds, easing: "ease-out" }).finished.then(
        () => old.remove(),
        () => old.remove(),
      );
      canvas.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: milliseconds, easing: "ease-out" });
    }
  }

  #followMove(): void {
    const { frame } = this;
    const map = this.#map;
    if (!frame || !map || frame.zoom !== map.getZoom()) return;
    // Flying at one zoom moves the origin of the layers instead of the pane.
    if (!this.#origin.equals(map.getPixelOrigin())) this.#place(map.getCenter(), map.getZoom());
    if (this.isNearEdge()) this.#requestDrawing("near-edge");
  }

  #followZoom(): void {
    if (this.#map) this.#place(this.#map.getCenter(), this.#map.getZoom());
  }

  /** Where the frame lies when the map shows `center` at `zoom`. */
  #place(center: L.LatLng, zoom: number): void {
    const { frame } = this;
    const map = this.#map;
    if (!frame || !map) return;
    const scale = map.getZoomScale(zoom, frame.zoom);
    const half = map.getSize().divideBy(2);
    const layerOrigin = map.containerPointToLayerPoint([0, 0]);
    const wanted = map.project(center, zoom).subtract(half);
    const offset = L.point(frame.left, frame.top).multiplyBy(scale).subtract(wanted).add(layerOrigin);
    L.DomUtil.setTransform(this.element, offset, scale);
  }
}

/** Pixels of the screen are not split at any usual ratio. */
const WHOLE_PIXELS = 4;

/** What of a box lies in a frame, on whole pixels and never empty. */
function partOf(whole: Box, { left, top, right, bottom }: Box): Box {
  const down = (value: number, most: number) =>
    Math.max(0, Math.min(Math.floor(value / WHOLE_PIXELS) * WHOLE_PIXELS, most - WHOLE_PIXELS));
  const up = (value: number, least: number) =>
    Math.max(Math.ceil(value / WHOLE_PIXELS) * WHOLE_PIXELS, least + WHOLE_PIXELS);
  const [x, y] = [down(left, whole.right), down(top, whole.bottom)];
  return { left: x, top: y, right: Math.min(whole.right, up(right, x)), bottom: Math.min(whole.bottom, up(bottom, y)) };
}
