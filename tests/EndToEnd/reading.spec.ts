import { expect, test } from "./support/plan.ts";
import { needsText, sentenceOf } from "./support/text.ts";
import { layer, say } from "./support/words.ts";

const project = "project-4-1-3";
const item = "fyp14-box-4-1-item-3";

test("a chip shows the sentence that holds the figure, and pressed again opens the chapter there", async ({
  plan,
  page,
  request,
}) => {
  await needsText(request);
  const said = await sentenceOf(request, item, { code: project, collection: "projects", attribute: "investment_cny" });
  await plan.open(`/?select=projects/${project}`);
  const box = plan.card().getByRole("region", { name: say("reading.box") });
  await expect(box.locator("mark")).toBeVisible();
  const fact = plan.card().locator(".fact").filter({ hasText: "7.5" });
  const chip = fact.getByRole("button");
  await chip.click();
  await expect(chip).toHaveAttribute("aria-expanded", "true");
  await expect(box.locator("mark")).toHaveText(said.sentence);
  await expect(box.locator("mark strong")).toHaveText(said.mark);
  expect(said.mark).toContain("7.5");
  await expect(page).toHaveURL(new RegExp(`cite=${item}&mark=investment_cny`));
  await chip.click();
  const target = page.locator(`[data-paragraph="${item}"]`);
  await expect(target).toHaveAttribute("data-target", "true");
  await expect(target.locator("mark")).toHaveText(said.sentence);
  await expect(target.locator("mark")).toBeInViewport();
  await expect(page.getByText(say("reading.page", { page: said.page })).first()).toBeAttached();
  await expect(page).toHaveURL(new RegExp(`read=${item}`));
  await page.reload();
  await plan.drawn();
  await expect(page.locator(`[data-paragraph="${item}"] mark`)).toHaveText(said.sentence);
});

test("the chip of another name marks the sentence with that name", async ({ plan, page, request }) => {
  await needsText(request);
  const axis = layer("axes").find(({ id }) => id === "axis-haichuan-road");
  const [alias] = (axis?.properties.aliases ?? []) as string[];
  const said = await sentenceOf(request, "fyp14-chapter-20-p3", { q: alias ?? "" });
  await plan.open("/?select=axes/axis-haichuan-road");
  const box = plan.card().getByRole("region", { name: say("reading.box") });
  await expect(box.locator("mark strong")).toHaveText(axis?.properties.name_zh ?? "");
  await plan.card().locator(".card-aliases").getByRole("button").first().click();
  await expect(box.locator("mark strong")).toHaveText(alias ?? "");
  await expect(box.locator("mark")).toHaveText(said.sentence);
  await expect(page).toHaveURL(/mark=aliases/);
});

test("the arrows of the reading box walk the sentences of the paragraph", async ({ plan, request }) => {
  await needsText(request);
  await plan.open("/?select=axes/axis-haichuan-road");
  const box = plan.card().getByRole("region", { name: say("reading.box") });
  const first = await box.locator("mark").textContent();
  await box.getByRole("button", { name: say("reading.next") }).click();
  await expect(box.locator("mark")).not.toHaveText(first ?? "");
  await box.getByRole("button", { name: say("reading.previous") }).click();
  await expect(box.locator("mark")).toHaveText(first ?? "");
  await expect(box.getByRole("button", { name: say("reading.previous") })).toBeDisabled();
});

test("a derived value says its rule in words", async ({ plan, request }) => {
  await needsText(request);
  const derived = layer("projects").find(({ properties }) => properties.plan_status_basis === "derived");
  await plan.open(`/?select=projects/${derived?.id}`);
  const fact = plan.card().locator(".fact").first();
  await fact.getByRole("button").first().click();
  const rule = say("text.rule", { rule: "" });
  await expect(
    plan
      .card()
      .getByRole("region", { name: say("reading.box") })
      .getByText(rule),
  ).toBeVisible();
});

test("a paragraph shows its features on the map, in the URL, and puts them away again", async ({
  plan,
  page,
  request,
}) => {
  await needsText(request);
  const paragraph = "fyp14-chapter-20-p3";
  const { features } = await sentenceOf(request, paragraph, { code: "axis-haichuan-road", collection: "axes" });
  await plan.open(`/?tab=text&read=${paragraph}`);
  const show = page
    .locator(`[data-paragraph="${paragraph}"]`)
    .getByRole("button", { name: say("reading.show", { count: features.length }) });
  await show.click();
  await expect(page).toHaveURL(new RegExp(`paragraph=${paragraph}`));
  const unplaced = features.filter(({ placement }) => placement === "unplaced").length;
  await expect(page.getByText(say("reading.on_map", { placed: features.length - unplaced, unplaced }))).toBeVisible();
  await page.getByRole("button", { name: say("reading.hide") }).click();
  await expect(page).not.toHaveURL(/paragraph=/);
});

test("the outline has 12 parts, 51 chapters and 28 boxes, and is walked by keyboard", async ({
  plan,
  page,
  request,
}) => {
  const outline = await needsText(request);
  const chapters = outline.parts.flatMap((part) => part.chapters);
  expect([outline.parts.length, chapters.length, chapters.flatMap(({ boxes }) => boxes).length]).toEqual([12, 51, 28]);
  await plan.open("/?tab=text");
  const tree = page.getByRole("tree", { name: say("text.outline") });
  await expect(tree.getByRole("treeitem")).toHaveCount(12);
  await tree.getByRole("treeitem").first().focus();
  await page.keyboard.press("ArrowRight");
  const inFirst = outline.parts[0]?.chapters.length ?? 0;
  await expect(tree.getByRole("treeitem")).toHaveCount(12 + inFirst);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/read=chapter-1(&|$)/);
  await expect(page.locator('[data-paragraph="fyp14-chapter-1-p2"]')).toBeAttached();
});

test("a locator that the text does not have is amber, not an empty pane", async ({ plan, page, request }) => {
  await needsText(request);
  plan.expectedComplaints = /404/;
  await plan.open("/?tab=text&read=fyp14-chapter-20-p99");
  await expect(page.getByRole("alert")).toContainText(say("text.broken"));
});

test("without the document the chips are outlined and the reading box gives the place", async ({ plan, page }) => {
  await page.route("**/api/plan/outline", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, text_loaded: false, report: { verdict: "absent" } } });
  });
  await plan.open(`/?select=projects/${project}`);
  const box = plan.card().getByRole("region", { name: say("reading.box") });
  await expect(box.getByText(say("text.absent"))).toBeVisible();
  const chip = plan.card().locator(".fact").first().getByRole("button").first();
  await expect(chip).toHaveAttribute("data-state", "absent");
  await expect(chip).toHaveAccessibleName(new RegExp(say("cite.absent")));
});
