import type { Page } from "@playwright/test";
import { changesUrl, type Role, signInAs, submitCorrection } from "./support/accounts.ts";
import { unreachable } from "./support/controls.ts";
import { expect, test } from "./support/plan.ts";
import { type Language, say } from "./support/words.ts";

/** Every panel at every size: nothing covers anything, every control is whole, in the window and large enough. */

type Size = { name: string; width: number; height: number };
const fingers: Size[] = [
  { name: "phone", width: 390, height: 844 },
  { name: "phone on its side", width: 844, height: 390 },
  { name: "tablet", width: 768, height: 1024 },
];
const mice: Size[] = [
  { name: "desk", width: 1440, height: 900 },
  { name: "large desk", width: 2560, height: 1440 },
  { name: "desk at 200 %", width: 720, height: 450 },
  { name: "desk at 400 %", width: 360, height: 225 },
  // WCAG 1.4.10: 1280 × 1024 at 400 %
  { name: "small desk at 400 %", width: 320, height: 256 },
];

type Panel = {
  name: string;
  at: string;
  /** Signed in at the server that has an account of each role. */
  as?: Role;
  /** Looked at with a finger only, so far. */
  onlyTouch?: true;
  open?: (page: Page, language: Language) => Promise<void>;
};
const press = (name: RegExp) => async (page: Page) => {
  const button = page.getByRole("button", { name }).first();
  if (await button.isVisible()) await button.click();
};
/** A press in the middle of what nothing covers of the map. */
const pressMap = async (page: Page) => {
  const spots = await page.evaluate(() => {
    const steps = Array.from({ length: 24 }, (_, step) => (step + 0.5) / 24);
    const all = steps.flatMap((down) => steps.map((across) => [across * innerWidth, down * innerHeight] as const));
    return all.filter(([x, y]) => document.elementFromPoint(x, y)?.closest("#map"));
  });
  const [x, y] = spots[Math.floor(spots.length / 2)] ?? [];
  if (x !== undefined && y !== undefined) await page.mouse.click(x, y);
};
/** What staff have begun and submitted. */
const openOwn = async (page: Page, language: Language) => {
  await press(new RegExp(say("view.settings", {}, language)))(page);
  await page.getByRole("button", { name: say("changes.own_button", {}, language), exact: true }).click();
  await page.locator(".change-own").waitFor();
};
/** The form of a correction, which is loaded when it is wanted. */
const openForm =
  (button: "changes.correct_button" | "changes.place_button") => async (page: Page, language: Language) => {
    await page
      .getByRole("button", { name: say(button, {}, language), exact: true })
      .first()
      .click();
    await page.locator(".change-sheet .change-form").waitFor();
  };
const panels: Panel[] = [
  { name: "overview", at: "/?" },
  { name: "list", at: "/?tab=list" },
  { name: "answer", at: "/?tab=list&filter=industry_chain='new-materials'" },
  { name: "plan text", at: "/?tab=text" },
  { name: "card", at: "/?select=parks/park-2" },
  { name: "card of an industry cluster", at: "/?select=industry-cluster/medical-health" },
  { name: "card of a press where several things lie", at: "/?", open: pressMap },
  {
    name: "unplaced",
    at: "/?",
    open: async (page) => {
      const handle = page.locator(".unplaced-handle[aria-expanded=false]");
      if (await handle.isVisible()) await handle.click();
    },
  },
  { name: "gaps", at: "/?view=gaps" },
  { name: "policies", at: "/?view=policies" },
  { name: "what the plan says, before anything is drawn", at: "/?view=here" },
  {
    name: "drawing an outline",
    at: "/?view=here",
    open: async (page, language) => {
      const polygon = page.getByRole("radio", { name: say("draw.polygon", {}, language), exact: true });
      if (!(await polygon.isVisible()) || (await polygon.isChecked())) return;
      await polygon.click();
      await page.getByRole("button", { name: say("draw.place", {}, language) }).click();
    },
  },
  {
    name: "what the plan says of an outline",
    at: "/?view=here&here=116.63,35.385/116.65,35.385/116.65,35.4/116.63,35.4",
  },
  { name: "panorama", at: "/?view=panorama" },
  {
    name: "parks",
    at: "/?view=parks&ask=chain:construction-machinery&must=chain,revenue:10000000000&parks=park-2,park-5,park-7",
  },
  { name: "indicators", at: "/?view=indicators" },
  { name: "compare of chains", at: "/?view=compare&compared=construction-machinery,biopharma" },
  { name: "compare of projects", at: "/?view=compare&compared=project-4-1-1,project-4-4-3&rows=all" },
  { name: "compare", at: "/?view=compare&ask=chain:construction-machinery&parks=park-2,park-5,park-7,park-8" },
  {
    name: "sharing parks",
    at: "/?view=parks&ask=chain:biopharma&parks=park-1",
    open: (page, language) => press(new RegExp(`^${say("parks.share", {}, language)}$`))(page),
  },
  { name: "enquiry", at: "/?view=parks&parks=park-1&enquiry=open" },
  { name: "measuring an area beside a card", at: "/?tool=measure-area&select=parks/park-2" },
  { name: "nothing matches", at: "/?industry_chain=digital-economy&plan_status=existing" },
  { name: "features of a paragraph", at: "/?paragraph=fyp14-chapter-20-p5" },
  {
    name: "accuracy",
    at: "/?",
    open: (page, language) => press(new RegExp(say("accuracy.badge", { range: "" }, language)))(page),
  },
  {
    name: "targets",
    at: "/?",
    open: (page, language) => press(new RegExp(`^${say("horizon.all", { count: "\\d+" }, language)}$`))(page),
  },
  {
    name: "indicators",
    at: "/?indicator=rd-share",
    open: (page, language) => press(new RegExp(`^${say("horizon.indicator", { name: ".*" }, language)}$`))(page),
  },
  {
    name: "settings",
    at: "/?",
    open: (page, language) => press(new RegExp(say("view.settings", {}, language)))(page),
  },
  { name: "keys", at: "/?", open: (page) => page.keyboard.press("?") },
  {
    name: "signing in",
    at: "/?",
    onlyTouch: true,
    open: async (page, language) => {
      // the settings of the size before lie below it
      await page.keyboard.press("Escape");
      await press(new RegExp(say("view.settings", {}, language)))(page);
      await press(new RegExp(`^${say("account.title", {}, language)}$`))(page);
    },
  },
  {
    name: "correcting",
    at: "/?select=parks/park-2",
    as: "staff",
    open: openForm("changes.correct_button"),
  },
  {
    name: "placing",
    at: "/?select=projects/project-4-1-4",
    as: "staff",
    open: openForm("changes.place_button"),
  },
  {
    name: "my drafts",
    at: "/?",
    as: "staff",
    open: openOwn,
  },
  {
    name: "drawing a site",
    at: "/?",
    as: "staff",
    open: async (page, language) => {
      await openOwn(page, language);
      await page.getByRole("button", { name: say("site.new", {}, language), exact: true }).click();
      await page.locator(".site-foot").waitFor();
    },
  },
  {
    name: "the queue",
    at: "/?",
    as: "reviewer",
    open: async (page, language) => {
      // at the size before only the desk was closed
      if ((await page.locator(".review-queue").count()) === 0) {
        await press(new RegExp(say("view.settings", {}, language)))(page);
        await page.getByRole("button", { name: say("changes.queue_button", {}, language), exact: true }).click();
      }
      const set = page.locator(".change-set").first();
      await set.waitFor();
      await set.click();
      await page.locator(".change-table").first().waitFor();
    },
  },
];

for (const [name, sizes, hasTouch, language] of [
  ["a finger, English", fingers, true, "en"],
  ["a mouse, Chinese", mice, false, "zh"],
] as const) {
  test.describe(name, () => {
    test.use({ hasTouch });
    test("every panel can be used at every size", async ({ plan, page }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      const faults: string[] = [];
      for (const panel of panels.filter(({ onlyTouch }) => hasTouch || !onlyTouch)) {
        await page.context().clearCookies();
        if (panel.as === "reviewer") {
          // something waits to be reviewed
          await signInAs(page, "staff");
          await submitCorrection(page, "parks", "park-7", { name_en: "Another name", accuracy_m: 2500 });
        }
        if (panel.as) await signInAs(page, panel.as);
        await plan.open(`${panel.as ? changesUrl : ""}${panel.at}&lang=${language}`);
        for (const size of sizes) {
          await page.setViewportSize(size);
          // what belongs to the last layout is no longer there to be pressed
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          await panel.open?.(page, language);
          await page.waitForTimeout(150);
          const found = await unreachable(page, hasTouch ? 44 : 24);
          faults.push(...found.map((fault) => `${size.name}, ${panel.name}: ${fault}`));
          if (panel.open) await page.keyboard.press("Escape");
        }
      }
      expect(faults).toEqual([]);
    });
  });
}
