import { join } from "node:path";
import { signInBy, withBrowser, write } from "./lib/browser.mjs";
import { options } from "./lib/options.mjs";
import { root } from "./lib/paths.mjs";
import { wantedPort } from "./lib/port.mjs";
import { peopleOf, prepare, pictures as reviewPictures } from "./lib/review-pictures.mjs";
import { say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/**
 * `npm run screenshots -- --port 5080`: the pictures of the README and of docs anew, from a running installation. Those of
 * staff need an account of the role: its name as `--staff`, its password in the environment (SPATIALPLAN_PASSWORD). Those of
 * the review need a reviewer too (`--reviewer`, SPATIALPLAN_REVIEWER_PASSWORD), and change the plan of that installation.
 */
const FOLDER = join(root, "docs", "screenshots");
const USAGE =
  "npm run screenshots [-- --port <number>] [--only <name>,…] [--staff <name of an account>] [--reviewer <name of another>]";
const VIEW = { viewport: { width: 1440, height: 900 }, locale: "zh-CN", reducedMotion: "reduce" };
const CHAIN = "construction-machinery";
/** A site, as a link has it, and as a land office has its corners: 点号, X north, Y east with the number of the zone. */
const OUTLINE = "116.67385,35.46355/116.6772,35.46385/116.68005,35.4631/116.68005,35.458243/116.67385,35.457938";
const TABLE = [
  "点号\tX\tY",
  "J1\t3926070.300\t39470395.200",
  "J2\t3926102.500\t39470699.400",
  "J3\t3926018.500\t39470957.800",
  "J4\t3925479.600\t39470956.100",
  "J5\t3925447.600\t39470393.100",
].join("\n");

/** The corners of that site in the window of a desk; the last one is still loose. */
const CORNERS = [
  [646, 362],
  [725, 353],
  [792, 375],
  [792, 514],
  [646, 522],
];

/** A picture: its address, and what is done or waited for before it is taken; a page of the server has no map to wait for. `ofStaff`: with a draft of a site. */
const pictures = [
  { name: "overview", at: "/" },
  {
    name: "answer",
    at: `/?filter=industry_chain='${CHAIN}'&tab=list`,
    async does(page) {
      await page.locator(".answer-park[data-code=park-7] .answer-unplaced").click();
      await page.locator(".unplaced-tray .unplaced-thing").first().waitFor();
    },
  },
  {
    name: "parks",
    at: `/?view=parks&ask=chain:${CHAIN}&parks=park-2,park-5`,
    does: (page) => page.locator(".match-card").first().waitFor(),
  },
  {
    name: "compare",
    at: `/?view=compare&ask=chain:${CHAIN}&parks=park-2,park-5,park-7`,
    does: (page) => page.locator(".compare-page thead .match-rank").first().waitFor(),
  },
  { name: "park-page", at: "/zh/parks/park-2", withoutMap: true },
  {
    name: "drawing",
    at: `/?view=here&here=${OUTLINE}#map=16/35.4605/116.6745`,
    async does(page) {
      await page.locator(".draw-more button").nth(1).click();
      const edge = page.locator("circle.draw-edge").last();
      await edge.waitFor();
      const { x, y } = await edge.boundingBox();
      await page.mouse.click(x + 4, y + 4);
      await page.locator(".draw-panel input").fill("486");
      await page.locator(".findings[aria-busy=false]").waitFor();
    },
  },
  {
    name: "corners",
    at: "/?view=here#map=13/35.45/116.68",
    async does(page) {
      await page.locator(".draw-more button").first().click();
      await page.locator(".corners textarea").fill(TABLE);
      await page.locator(".corners-offer button").first().click();
      await page.locator(".draw-candidate").waitFor();
    },
  },
  {
    name: "site",
    ofStaff: true,
    at: "#map=15/35.4605/116.677",
    async does(page) {
      await page.locator(".draw-float").waitFor();
      for (const [x, y] of CORNERS.slice(0, -1)) await page.mouse.click(x, y);
      await page.mouse.move(...CORNERS.at(-1), { steps: 5 });
      await page.locator(".findings[aria-busy=false] .finding-counts").waitFor();
    },
  },
];

const SITE = { name_zh: "高端液压件智能制造基地", industry_chain: CHAIN, plan_status: "planned", investment_cny: 6e8 };

/** Signs a context in and gives it a draft of a site; its address, and what deletes the draft again. */
async function draftOf(context, origin, name) {
  await signInBy(context, origin, name, "SPATIALPLAN_PASSWORD");
  const { id } = await write(context, origin, "/api/drafts", { collection: "project-sites", properties: SITE });
  return {
    at: `/?draft=${id}`,
    async remove() {
      const { version } = await (await context.request.get(`${origin}/api/drafts/${id}`)).json();
      await context.request.delete(`${origin}/api/drafts/${id}`, {
        headers: { origin, "if-match": `"draft-${id}-${version}"` },
      });
    },
  };
}

/** A picture from a page of its own; `more` is told to what is done before. */
async function take(context, address, { name, does, withoutMap }, more) {
  const page = await context.newPage();
  await page.goto(address);
  if (!withoutMap) await page.waitForFunction(() => performance.getEntriesByName("plan-loaded").length > 0);
  await does?.(page, more);
  // the map is painted again for what has opened over it
  await page.waitForTimeout(2000);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}

await main(async () => {
  const { values } = options(USAGE, {
    port: { type: "string" },
    only: { type: "string" },
    staff: { type: "string" },
    reviewer: { type: "string" },
  });
  const origin = `http://localhost:${wantedPort(values)}`;
  const isWanted = ({ name }) => values.only?.split(",").includes(name) ?? true;
  const [wanted, ofReview] = [pictures.filter(isWanted), reviewPictures.filter(isWanted)];
  await withBrowser(async (browser) => {
    for (const picture of wanted) {
      const { name, at, ofStaff } = picture;
      if (ofStaff && !values.staff) {
        say(`docs/screenshots/${name}.png stays as it is: it needs --staff.`);
        continue;
      }
      await step(`docs/screenshots/${name}.png`, async () => {
        const context = await browser.newContext(VIEW);
        const draft = ofStaff ? await draftOf(context, origin, values.staff) : null;
        await take(context, `${origin}${draft?.at ?? ""}${at}`, picture);
        await draft?.remove();
        await context.close();
      });
    }
    if (ofReview.length === 0) return;
    if (!values.staff || !values.reviewer) {
      say("The pictures of the review stay as they are: they need --staff and --reviewer.");
      return;
    }
    const people = await peopleOf(browser, values, origin, VIEW);
    const made = await prepare(people, origin);
    for (const picture of ofReview)
      await step(`docs/screenshots/${picture.name}.png`, () =>
        take(people[picture.as], origin, picture, { origin, made }),
      );
  });
  return 0;
});
