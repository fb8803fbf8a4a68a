import { test as base, expect, type Page } from "@playwright/test";
import { type Language, say } from "./words.ts";

/** The page as a person meets it: opened, loaded, drawn. Whatever the browser complains about fails the test. */
export class PlanPage {
  readonly complaints: string[] = [];
  /** A test that cuts the network or breaks the server says which complaints it expects. */
  expectedComplaints = /^$/;

  constructor(readonly page: Page) {
    page.on("pageerror", (error) => this.complaints.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} ${response.url()}`);
    });
  }

  async open(address = "/") {
    // the development server sends every module by itself: more than a browser keeps the times of
    await this.page.addInitScript(() => performance.setResourceTimingBufferSize(2000));
    await this.page.goto(address);
    await this.drawn();
  }

  /** Loaded, and painted at least once after the last collection came to the map; a page of the list that comes later paints nothing. */
  async drawn() {
    await this.page.waitForFunction(() => {
      const items = performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\/items\?limit=\d+$/.test(name)) as PerformanceResourceTiming[];
      const shown = performance.getEntriesByName("plan-shown").map(({ startTime }) => startTime);
      const last = Math.max(...items.map(({ responseEnd }) => responseEnd), ...shown);
      const loaded = performance.getEntriesByName("plan-loaded").length > 0;
      return (
        loaded &&
        items.length > 0 &&
        performance.getEntriesByName("plan-paint").some(({ startTime }) => startTime > last)
      );
    });
  }

  chain = (name: string) => this.page.getByRole("button", { name: new RegExp(`^${name}[\\s，,]`) });
  tab = (key: "tabs.layers" | "tabs.list" | "tabs.text", language: Language = "zh") =>
    this.page.getByRole("tab", { name: say(key, {}, language), exact: true });
  list = (language: Language = "zh") =>
    this.page.getByRole("region", { name: say("tabs.list", {}, language), exact: true });
  card = (language: Language = "zh") => this.page.getByRole("complementary", { name: say("card.title", {}, language) });
  mapList = (language: Language = "zh") => this.page.getByRole("listbox", { name: say("map.listbox", {}, language) });

  /** Pixels of the map that something was drawn on, 0–1. */
  paintedShare = () =>
    this.page.evaluate(() => {
      let best = 0;
      for (const canvas of document.querySelectorAll("canvas")) {
        const pen = Object.assign(document.createElement("canvas"), {
          width: canvas.width,
          height: canvas.height,
        }).getContext("2d");
        if (!pen || canvas.hidden) continue;
        pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        let painted = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i]) painted++;
        best = Math.max(best, painted / (data.length / 4 || 1));
      }
      return best;
    });
}

export const test = base.extend<{ plan: PlanPage; closesPages: undefined }>({
  // a page that a test has opened beside its own would follow the plan through all tests that come after it
  closesPages: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  plan: async ({ page }, use) => {
    const plan = new PlanPage(page);
    await use(plan);
    const unexpected = plan.complaints.filter((complaint) => !plan.expectedComplaints.test(complaint));
    expect(unexpected, "complaints of the browser").toEqual([]);
  },
});

export { expect };
