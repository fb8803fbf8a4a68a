import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * The focus of panels, in one place: it goes into what opens, and when that closes back to where it came from. What it
 * came from may have been drawn anew meanwhile (a row of a list that was folded away): it is found again by its name.
 */

type Way = { element: HTMLElement; name: string; code: string | undefined };
/** What has just closed with the focus in it: where the focus was, and where it had come from. */
type Left = { kind: string; inner: Way | null; back: Way | null };

let left: Left | null = null;
/** Where the focus was last: an element that is taken away with the focus leaves nothing but the page itself. */
let trail: HTMLElement | null = null;
const openers = new WeakMap<Element, HTMLElement>();

/** A dialog gives the focus back by itself; what it has led to goes back to what opened the dialog. */
export function noteOpener(dialog: HTMLElement): void {
  if (document.activeElement instanceof HTMLElement) openers.set(dialog, document.activeElement);
}

export function startPanelFocus(): void {
  document.addEventListener("focusin", ({ target }) => {
    trail = target instanceof HTMLElement ? target : null;
  });
}

const nameOf = (element: HTMLElement): string => element.getAttribute("aria-label") ?? element.textContent ?? "";
const isThere = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility();

function wayTo(active: Element | null): Way | null {
  const isLost = active === document.body && trail !== null && !trail.isConnected;
  const found = isLost ? trail : active;
  const dialog = found?.closest("dialog");
  const element = dialog ? openers.get(dialog) : found;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  return { element, name: nameOf(element), code: element.dataset.code };
}

function goBack(way: Way | null): void {
  const again = (): HTMLElement | undefined => {
    if (!way) return undefined;
    if (isThere(way.element)) return way.element;
    const rows = way.code ? document.querySelectorAll<HTMLElement>(`[data-code="${CSS.escape(way.code)}"]`) : [];
    const alike = document.querySelectorAll<HTMLElement>(way.element.tagName);
    return [...rows, ...alike].find((other) => isThere(other) && (rows.length > 0 || nameOf(other) === way.name));
  };
  (again() ?? document.getElementById("map"))?.focus({ preventScroll: true });
}

function leave(kind: string, panel: Element | null | undefined, back: Way | null): void {
  const active = document.activeElement;
  if (!active || !(panel?.contains(active) || active === document.body)) return;
  const mine = { kind, inner: active === document.body ? back : wayTo(active), back };
  left = mine;
  requestAnimationFrame(() => {
    if (left === mine && document.activeElement === document.body) goBack(back);
    if (left === mine) left = null;
  });
}

/** Puts the focus on the heading it is given to (`tabIndex={-1}`) when the panel opens, and back when it closes. */
export function usePanelFocus<Part extends HTMLElement = HTMLHeadingElement>(kind: string): RefObject<Part | null> {
  const heading = useRef<Part>(null);
  useLayoutEffect(() => {
    const before = left;
    left = null;
    const back = before ? (before.kind === kind ? before.back : before.inner) : wayTo(document.activeElement);
    const panel = heading.current?.closest("[data-panel]");
    const enter = () => {
      if (!panel?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
    };
    enter();
    // a dialog that has led here closes now, and has given the focus back by then
    const frame = requestAnimationFrame(enter);
    return () => {
      cancelAnimationFrame(frame);
      leave(kind, panel, back);
    };
  }, [kind]);
  return heading;
}

/** Where a control takes the place of another (the panel and its rail), the focus goes from one to the other. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
