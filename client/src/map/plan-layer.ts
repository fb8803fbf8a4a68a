import * as L from "leaflet";
import type { Box } from "../geo/line.ts";
import type { Point } from "../symbols/primitives.ts";
import { type Context2D, penOf } from "./canvas/canvas.ts";
import { boxOfFrame, type Frame, frameOf, marginLeft } from "./frame.ts";
import { pixelRatioNow } from "./pixel-ratio.ts";
import { crossFade } from "./sheets/cross-fade.ts";
import { createSheetPlaces, partOf } from "./sheets/places.ts";
import { createStack } from "./sheets/stack.ts";

/**
 * One Leaflet layer that holds the sheets of the plan as stacked canvases. It covers the view and a margin around it, is
 * moved and scaled by CSS while the map moves, and asks for a new painting when the map rests or runs out of margin.
 */

export const SHEETS = ["ground", "highlight", "labels"] as const;
export type SheetName = (typeof SHEETS)[number];

/** Share of the margin with which the next painting begins: it is there before a hand has used it up. */
const RESERVE = 1 / 3;

export class PlanLayer extends L.Layer {
  readonly element = L.DomUtil.create("div", "plan-sheets leaflet-zoom-animated");
  /** Between ground and highlight: what is painted here and what comes as pictures, in the order of the layers. */
  readonly stack: ReturnType<typeof createStack>;
  readonly canvases: Record<SheetName, HTMLCanvasElement>;
  pixelRatio = pixelRatioNow();
  frame: Frame | null = null;
  readonly #places = createSheetPlaces();
  #isZooming = false;
  #easel: OffscreenCanvas | null = null;
  #origin = L.point(0, 0);
  #map: L.Map | null = null;
  #requestPainting: (why: "moved" | "near-edge" | "outside") => void;

  constructor(requestPainting: (why: "moved" | "near-edge" | "outside") => void) {
    super();
    this.#requestPainting = requestPainting;
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
    this.#requestPainting("outside");
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
        this.#requestPainting("moved");
      },
      resize: () => this.#requestPainting("outside"),
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
  nextFrame = (): Frame => frameOf(this.#map as L.Map);

  /** Takes over a frame; what is painted keeps its place on the ground until it is painted anew. */
  show(frame: Frame): void {
    const map = this.#map as L.Map;
    this.frame = frame;
    this.#origin = map.getPixelOrigin();
    for (const canvas of [...Object.values(this.canvases), ...this.stack.canvases]) this.#places.keep(canvas, frame);
    // The view may have left the zoom of the frame while it was painted.
    if (frame.zoom !== map.getZoom()) this.#place(map.getCenter(), map.getZoom());
    else L.DomUtil.setTransform(this.element, L.point(frame.left, frame.top).subtract(this.#origin), 1);
  }

  /** While the browser itself scales what is there, nothing else can be put in its place. */
  isZooming = (): boolean => this.#isZooming;

  isAtZoom = (): boolean => this.frame !== null && this.frame.zoom === this.#map?.getZoom();

  /** Where the view lies in the frame now: the map may have moved since it was painted. */
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

  /** Where the frame begins, in pixels of the world. */
  origin = (): Point => [this.frame?.left ?? 0, this.frame?.top ?? 0];

  /** The frame still holds the whole view: only the names, which are set for a view, have to be set anew. */
  covers = (): boolean => this.#room() >= 0;

  /** The view is about to leave the frame. */
  isNearEdge = (): boolean => this.#room() < RESERVE;

  #room(): number {
    return this.frame && this.isAtZoom() ? marginLeft(this.frame, this.view()) : Number.NEGATIVE_INFINITY;
  }

  /** Puts a sheet that was painted elsewhere in its place. */
  put(canvas: HTMLCanvasElement, bitmap: ImageBitmap, part = boxOfFrame(this.frame)): void {
    this.#places.fit(canvas, this.frame as Frame, part);
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
  }

  /**
   * Paints a sheet anew, as far as it lies within a part of the frame: the smaller, the quicker is its memory found. What
   * is shown is a bitmap where the browser makes one: a canvas that is painted on it may copy with every frame in which
   * anything moves, a bitmap once.
   */
  paint(canvas: HTMLCanvasElement, paintOn: (context: Context2D, corner: Point) => void, within?: Box): void {
    const whole = boxOfFrame(this.frame);
    const part = partOf(whole, within ?? whole);
    const size = {
      width: Math.round((part.right - part.left) * this.pixelRatio),
      height: Math.round((part.bottom - part.top) * this.pixelRatio),
    };
    if (typeof OffscreenCanvas === "undefined") {
      this.#places.fit(canvas, this.frame as Frame, part);
      Object.assign(canvas, size);
      paintOn(penOf(canvas), [part.left, part.top]);
      return;
    }
    this.#easel ??= new OffscreenCanvas(size.width, size.height);
    // also clears it
    Object.assign(this.#easel, size);
    paintOn(penOf(this.#easel), [part.left, part.top]);
    this.put(canvas, this.#easel.transferToImageBitmap(), part);
  }

  /** The sheets as they are, fading away over what is painted next. */
  crossFade(milliseconds: number): void {
    crossFade([...this.stack.canvases, this.canvases.labels], milliseconds);
  }

  #followMove(): void {
    const { frame } = this;
    const map = this.#map;
    if (!frame || !map || frame.zoom !== map.getZoom()) return;
    // Flying at one zoom moves the origin of the layers instead of the pane.
    if (!this.#origin.equals(map.getPixelOrigin())) this.#place(map.getCenter(), map.getZoom());
    if (this.isNearEdge()) this.#requestPainting("near-edge");
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
