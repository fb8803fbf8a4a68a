import { useLayoutEffect, useRef } from "preact/hooks";
import { DrawBar } from "./draw-bar.tsx";
import type { Mode } from "./place.ts";
import "./draw-float.css";

/** How high it is, for what gives way to it (draw-float.css). */
const HEIGHT = "--draw-float-height";

/** The bar that draws, at the top of the map between two panels, each picture with its word. */
export function DrawFloat({ modes }: { modes: readonly Mode[] }) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const sizes = new ResizeObserver(() => style.setProperty(HEIGHT, `${bar.current?.offsetHeight ?? 0}px`));
    if (bar.current) sizes.observe(bar.current);
    return () => {
      sizes.disconnect();
      style.removeProperty(HEIGHT);
    };
  }, []);
  return (
    <div ref={bar} class="draw-float surface" data-map-obstacle>
      <DrawBar modes={modes} isLabelled />
    </div>
  );
}
