import { penOf } from "../canvas/canvas.ts";

/** Sheets as they are, fading away over what is painted next. */
export function crossFade(sheets: readonly HTMLCanvasElement[], milliseconds: number): void {
  for (const canvas of sheets) {
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
