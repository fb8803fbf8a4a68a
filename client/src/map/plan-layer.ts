import * as L from "leaflet";
import type { Box } from "../geo/line.ts";
import { type Context2D, penOf } from "./canvas-painter.ts";
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

export class PlanLayer extends L.Layer {
  readonly element = L.DomUtil.create("div", "plan-sheets leaflet-zoom-animated");
  /** Between ground and highlight: what is painted here and what comes as pictures, in the order of the layers. */
  readonly stack: ReturnType<typeof createStack>;
  readonly canvases: Record<SheetName, HTMLCanvasElement>;
  readonly pixelRatio = Math.min(2, window.devicePixelRatio || 1);
  frame: Frame | null = null;
  #easel: OffscreenCanvas | null = null;
  #origin = L.point(0, 0);
  #map: L.Map | null = null;
  #requestDrawing: (why: "moved" | "outside") => void;

  constructor(requestDrawing: (why: "moved" | "outside") => void) {
    super();
    this.#requestDrawing = requestDrawing;
    this.element.style.cssText = "position:absolute;left:0;top:0;transform-origin:0 0;pointer-events:none";
    const sheet = (name: SheetName) => L.DomUtil.create("canvas", `plan-sheet plan-sheet-${name}`, this.element);
    const ground = sheet("ground");
    this.stack = createStack(this.element, (canvas) => this.#fit(canvas));
    this.canvases = { ground, highlight: sheet("highlight"), labels: sheet("labels") };
    for (const canvas of Object.values(this.canvases)) canvas.style.cssText = "position:absolute;left:0;top:0";
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
      moveend: () => this.#requestDrawing("moved"),
      resize: () => this.#requestDrawing("outside"),
      move: () => this.#followMove(),
      zoom: () => this.#followZoom(),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#place(center, zoom);
      },
    };
  }

  /** Takes the current view as the new frame and sizes the canvases for it. */
  reset(): Frame {
    const map = this.#map as L.Map;
    const size = map.getSize();
    const marginX = Math.round(size.x * MARGIN);
    const marginY = Math.round(size.y * MARGIN);
    const zoom = map.getZoom();
    const corner = map.containerPointToLayerPoint([-marginX, -marginY]).round();
    this.#origin = map.getPixelOrigin();
    const origin = this.#origin.add(corner);
    this.frame = {
      zoom,
      left: origin.x,
      top: origin.y,
      width: size.x + 2 * marginX,
      height: size.y + 2 * marginY,
      marginX,
      marginY,
    };
    for (const canvas of [...Object.values(this.canvases), ...this.stack.canvases]) this.#fit(canvas);
    L.DomUtil.setTransform(this.element, corner, 1);
    return this.frame;
  }

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
  covers(): boolean {
    const { frame } = this;
    if (!frame || frame.zoom !== this.#map?.getZoom()) return false;
    const { left, top, right, bottom } = this.view();
    return left >= 0 && top >= 0 && right <= frame.width && bottom <= frame.height;
  }

  #fit(canvas: HTMLCanvasElement): void {
    if (!this.frame) return;
    const { width, height } = this.frame;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  /**
   * Paints a sheet anew. What is shown is a bitmap where the browser makes one: a canvas that is painted on it may copy
   * with every frame in which anything moves, a bitmap once.
   */
  paint(sheet: SheetName | HTMLCanvasElement, draw: (context: Context2D) => void): void {
    if (!this.frame) return;
    const canvas = typeof sheet === "string" ? this.canvases[sheet] : sheet;
    const size = {
      width: Math.round(this.frame.width * this.pixelRatio),
      height: Math.round(this.frame.height * this.pixelRatio),
    };
    if (typeof OffscreenCanvas === "undefined") {
      Object.assign(canvas, size);
      draw(penOf(canvas));
      return;
    }
    this.#easel ??= new OffscreenCanvas(size.width, size.height);
    // also clears it
    Object.assign(this.#easel, size);
    draw(penOf(this.#easel));
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(this.#easel.transferToImageBitmap());
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
    if (!this.covers()) this.#requestDrawing("outside");
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
