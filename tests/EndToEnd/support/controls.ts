import type { Locator, Page } from "@playwright/test";

/** Comes there by the key that goes on, or back, as somebody without a pointer does; pressed fewer times than `most`. */
export async function reach(target: Locator, most: number, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`the keyboard does not come to ${target}`);
}

/** What a person could not reach or read, by its place on the screen: one line each, empty when all is well. */
export function unreachable(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
    const scope: ParentNode = dialog ?? document;
    const A_FEW = 4;
    const faults: string[] = [];
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30)}”`;
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    };
    const at = (x: number, y: number) => document.elementFromPoint(x, y);
    /** Pixels from the middle that still hit, below `least`: by fours, and the last few one by one. */
    const reach = (hits: (far: number) => boolean) => {
      let far = 0;
      while (far + 4 < least && hits(far + 4)) far += 4;
      while (far + 1 < least && hits(far + 1)) far += 1;
      return far;
    };
    const controls = scope.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [role=listbox][tabindex='0']",
    );
    const looked = new Map<string, number>();
    for (const control of controls) {
      // a few of a kind stand for all: a list may be long
      const kind = `${control.tagName} ${control.className} ${control.closest("section, li, header, nav")?.className}`;
      const before = looked.get(kind) ?? 0;
      looked.set(kind, before + 1);
      if (before >= A_FEW) continue;
      // a label belongs to its field, and is pressed for it
      const target = control.closest("label") ?? control;
      // out of sight until the keyboard comes
      if (!isSeen(control) || control.closest(".leaflet-container, .map-listbox[data-focused='false']")) continue;
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
      const { left, top, right, bottom } = target.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
        faults.push(`outside: ${nameOf(control)} ${[left, top, right, bottom].map(Math.round)}`);
        continue;
      }
      const isHit = (hit: Element | null) =>
        hit !== null && (target.contains(hit) || (hit.contains(control) && hit.tagName === "LABEL"));
      const hit = at(x, y);
      if (!isHit(hit)) {
        faults.push(
          `covered: ${nameOf(control)} at ${Math.round(x)},${Math.round(y)} by ${hit ? nameOf(hit) : "nothing"}`,
        );
        continue;
      }
      // a word in a sentence is as high as its line (WCAG 2.5.8, inline)
      if (getComputedStyle(control).display === "inline") continue;
      let [wide, high] = [1, 1];
      for (const way of [-1, 1]) {
        wide += reach((far) => isHit(at(x + way * far, y)));
        high += reach((far) => isHit(at(x, y + way * far)));
      }
      // half a pixel is lost at either edge
      if (wide < least - 1 || high < least - 1) faults.push(`small: ${nameOf(control)} ${wide} × ${high}`);
    }
    const panels = [...document.querySelectorAll("[data-map-obstacle]")].filter(
      (panel) => isSeen(panel) && !panel.parentElement?.closest("[data-map-obstacle]"),
    );
    // what has scrolled away inside is not over anything
    const boxOf = (panel: Element) => {
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      const within = panel.closest(".phone-messages")?.getBoundingClientRect();
      if (!within) return { left, top, right, bottom };
      return { left, right, top: Math.max(top, within.top), bottom: Math.min(bottom, within.bottom) };
    };
    if (!dialog)
      panels.forEach((panel, index) => {
        const a = boxOf(panel);
        if (a.left < -1 || a.top < -1 || a.right > innerWidth + 1 || a.bottom > innerHeight + 1)
          faults.push(`outside: ${nameOf(panel)} ${[a.left, a.top, a.right, a.bottom].map(Math.round)}`);
        for (const other of panels.slice(index + 1)) {
          const b = boxOf(other);
          const [across, down] = [
            Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
          ];
          if (across > 1 && down > 1) faults.push(`overlap: ${nameOf(panel)} and ${nameOf(other)}`);
        }
      });
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
    for (const box of document.querySelectorAll(".panel-scroll, .dialog-body, .measure"))
      if (box.scrollWidth > box.clientWidth + 1) faults.push(`scrolls sideways: ${nameOf(box)}`);
    return [...new Set(faults)];
  }, least);
}
