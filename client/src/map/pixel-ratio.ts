/** More pixels than this cost memory that nobody sees. */
const MOST = 2;

/** Pixels of the canvas for one of CSS, as the screen is now. */
export const pixelRatioNow = (): number => Math.min(MOST, window.devicePixelRatio || 1);

/**
 * Calls when the scale changes while the page is open: the window on another screen, the zoom of the browser. Browsers
 * tell of the one by the query, of the other by the size of the window, and some of both.
 */
export function watchPixelRatio(onChange: () => void): () => void {
  let last = pixelRatioNow();
  let query: MediaQueryList;
  // a query knows one scale: it is asked anew for the next
  const watch = () => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", look);
  };
  const look = () => {
    const now = pixelRatioNow();
    if (now === last) return;
    last = now;
    query.removeEventListener("change", look);
    watch();
    onChange();
  };
  watch();
  window.addEventListener("resize", look);
  return () => {
    query.removeEventListener("change", look);
    window.removeEventListener("resize", look);
  };
}
