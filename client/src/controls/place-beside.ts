/** Between a panel and its button, and between a panel and the edge of the window. */
const GAP_PX = 8;

/** Puts a panel that is open above or below its button, where there is room for it, whole in the window. */
export function placeBeside(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const [above, below] = [at.top - 2 * GAP_PX, window.innerHeight - at.bottom - 2 * GAP_PX];
  panel.style.maxHeight = "";
  const isAbove = panel.offsetHeight > below && above > below;
  panel.style.maxHeight = `${isAbove ? above : below}px`;
  const { offsetWidth, offsetHeight } = panel;
  const left = Math.max(GAP_PX, Math.min(window.innerWidth - offsetWidth - GAP_PX, at.right - offsetWidth));
  panel.style.left = `${left}px`;
  panel.style.top = `${isAbove ? at.top - GAP_PX - offsetHeight : at.bottom + GAP_PX}px`;
}
