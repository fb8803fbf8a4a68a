import type { Locator, Page } from "@playwright/test";
import { expect, type PlanPage, test } from "./support/plan.ts";
import { type Language, say, termName } from "./support/words.ts";

/** An investor's way: question → reasons → must-have → weights → two parks → compare → the link shows the same again. */

const CHAIN = "construction-machinery";

type Answer = { parks: { code: string; why: { words: string }[] }[]; musts: { code: string; leaves: number }[] };

const order = (results: Locator) =>
  results
    .locator(".match-card .match-name")
    .evaluateAll((names) => names.map((name) => (name as HTMLElement).dataset.code));

async function investorsWay(plan: PlanPage, page: Page, language: Language): Promise<void> {
  const tell = (key: Parameters<typeof say>[0], args = {}) => say(key, args, language);
  const results = page.locator(".match-results");
  const answer: Answer = await (await page.request.get(`/api/parks/match?industry_chain=${CHAIN}`)).json();

  await plan.open(`/?lang=${language}`);
  await page.locator(".find-park").click();
  const box = page.getByRole("combobox", { name: tell("parks.ask") });
  await box.fill(termName("industry-chain", CHAIN, language).slice(0, 6));
  await box.press("Enter");
  await expect(results.locator(".match-card")).toHaveCount(answer.parks.length);
  const tied = answer.parks.filter(({ why }) => why.length > 0);
  const others = answer.parks.filter(({ why }) => why.length === 0);
  expect(await order(results)).toEqual([...tied, ...others].map(({ code }) => code));

  // why, in the plan's own word, with its place
  const first = results.locator(".match-card").first();
  await expect(first.locator(".match-why q").first()).toHaveText(answer.parks[0]?.why[0]?.words ?? "");
  await expect(first.locator(".match-why .chip-cite").first()).toBeVisible();
  await addsUp(first);

  // on a phone the answer is seen first, and what is set is a line above it
  const line = page.locator(".match-conditions > summary");
  const isPhone = (page.viewportSize()?.width ?? 0) < 768;
  if (isPhone) {
    await expect(first.locator(".match-score")).toBeInViewport({ ratio: 0.9 });
    await expect(line).toHaveText([tell("parks.musts_none"), tell("parks.weights_usual")].join(" · "));
    await line.click();
  }

  // how many parks a must-have leaves is said before it is chosen, and true
  const must = page.locator(".must").first();
  const leaves = answer.musts[0]?.leaves ?? 0;
  await expect(must.locator(".must-count")).toHaveText(tell("parks.must_leaves", { count: leaves }));
  await must.click();
  await expect(results.locator(".match-card")).toHaveCount(leaves);
  await expect(page.locator(".match-apart").first()).toBeVisible();

  // a slider changes the order at once, by the arithmetic of the server
  const weights = page.locator(".match-weights");
  const sliders = weights.getByRole("slider");
  const before = await order(results);
  for (const [place, value] of ["0", "0", "100", "0", "0"].entries()) await sliders.nth(place).fill(value);
  const after = await order(results);
  expect(after).not.toEqual(before);
  const asked: Answer = await (
    await page.request.get(
      `/api/parks/match?industry_chain=${CHAIN}&must=chain&weights=chain-fit:0,target-size:0,target-growth:100,neighbours:0,access:0`,
    )
  ).json();
  expect(after).toEqual(asked.parks.map(({ code }) => code));

  if (isPhone)
    await expect(line).toHaveText(
      [tell("parks.musts_set_one", { count: 1 }), tell("parks.weights_changed")].join(" · "),
    );

  // two are chosen and compared
  for (const place of [0, 1]) await results.locator(".match-choose").nth(place).click();
  await page.getByRole("button", { name: tell("parks.compare", { count: 2 }) }).click();
  const compare = page.getByRole("region", { name: tell("compare.title") }).first();
  const heads = compare.locator("thead .match-name");
  await expect(heads).toHaveCount(2);
  const names = await heads.allTextContents();
  await expect(
    compare
      .getByRole("region", { name: tell("questions.title") })
      .getByRole("listitem")
      .first(),
  ).toBeVisible();
  const note = compare.getByRole("textbox", { name: tell("parks.own_note_of", { name: names[0] ?? "" }) });
  await note.fill("Ask <b>about</b> 电价");
  const rows = await compare.locator("tbody tr").count();
  await compare.getByRole("switch", { name: tell("compare.only") }).click();
  expect(await compare.locator("tbody tr").count()).toBeGreaterThan(rows);

  // the link is all of it: it opens the same elsewhere
  const link = page.url();
  await page.getByRole("button", { name: tell("parks.share") }).click();
  await expect(page.getByRole("img", { name: tell("share.qr") })).toBeVisible();
  await expect(page.getByRole("textbox", { name: tell("share.link") })).toHaveValue(link);
  await page.keyboard.press("Escape");
  await openedOnPhone(page, link, language, names);
  await plan.open(link);
  await expect(heads).toHaveText(names);
  await expect(note).toHaveValue("Ask <b>about</b> 电价");
  await expect(compare.getByRole("switch", { name: tell("compare.only") })).not.toBeChecked();
  await page.keyboard.press("Escape");
  await expect(results.locator(".match-card")).toHaveCount(leaves);
  expect(await order(results)).toEqual(after);
  await enquire(page, language, names);
}

/** Whoever scans the code has a phone, and may read another language. */
async function openedOnPhone(page: Page, link: string, language: Language, names: string[]): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await context?.newPage();
  if (!context || !phone) throw new Error("there is no browser to open the link with");
  await phone.goto(link);
  const compare = (of: Language) => phone.getByRole("region", { name: say("compare.title", {}, of) }).first();
  const heads = compare(language).locator("thead .match-name");
  await expect(heads).toHaveText(names);
  for (const [other, name] of [
    ["ja", "日本語"],
    ["ko", "한국어"],
  ] as const) {
    await phone
      .locator(".page-head")
      .getByRole("button", { name: /语言|Language|言語|언어/ })
      .tap();
    await phone.getByRole("radio", { name }).tap();
    await expect(compare(other).locator("thead .match-name")).toHaveCount(names.length);
    await expect(phone).toHaveURL(new RegExp(`lang=${other}`));
  }
  await context.close();
}

/** The form carries the shortlist and the questions; what comes back is a reference and the link that deletes it. */
async function enquire(page: Page, language: Language, parks: string[]): Promise<void> {
  const tell = (key: Parameters<typeof say>[0], args = {}) => say(key, args, language);
  await page.getByRole("button", { name: tell("enquiry.open") }).click();
  const form = page.getByRole("dialog", { name: tell("enquiry.title") });
  for (const name of parks) await expect(form).toContainText(name);
  await expect(form.getByRole("checkbox").first()).toBeChecked();
  await form.getByLabel(tell("enquiry.name")).fill("<b>Ada</b> 周");
  await form.getByLabel(tell("enquiry.contact")).fill("ada@example.org");
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith("/api/enquiries"),
  );

  // without consent the browser itself keeps it back
  await form.getByRole("button", { name: tell("enquiry.send") }).click();
  await expect(form.getByRole("button", { name: tell("enquiry.send") })).toBeEnabled();
  await form.locator("[name=consent]").check();
  await form.getByRole("button", { name: tell("enquiry.send") }).click();
  const body = (await sent).postDataJSON();
  expect(body.parks).toHaveLength(2);
  expect(body.questions.length).toBeGreaterThan(0);
  expect(body.shortlist).toMatch(/^\?.*parks=park-/);
  expect(body.shortlist).not.toContain("notes=");
  expect(body.consent).toBe(true);
  await expect(form.locator("strong")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  // the link works for who has it, and deletes
  const link = await form.getByRole("textbox", { name: tell("enquiry.delete_link") }).inputValue();
  const reference = (await form.locator("strong").textContent()) ?? "";
  await page.goto(link);
  await expect(page.locator("main")).toContainText(reference);
  await expect(page.locator("main")).not.toContainText("Ada");
  await page.locator("main button").click();
  await expect(page.locator("main")).toContainText(reference);
  await expect(page.locator("main button")).toHaveCount(0);
  expect((await page.request.get(link)).status()).toBe(404);
}

/** The printed sum is the sum of the printed factors. */
async function addsUp(card: Locator): Promise<void> {
  const line = (await card.locator(".match-sum").textContent()) ?? "";
  const [factors = "", sum = ""] = line.split(" = ");
  const products = [...factors.matchAll(/(\d\.\d\d)(?:–(\d\.\d\d))?×(\d+)/g)].map(([, min, max, weight]) => [
    Number(min) * Number(weight),
    Number(max ?? min) * Number(weight),
  ]);
  expect(products.length).toBeGreaterThan(1);
  const ends = sum.split("–").map(Number);
  const total = (end: 0 | 1) => products.reduce((all, product) => all + (product[end] ?? 0), 0);
  expect(total(0)).toBeCloseTo(ends[0] ?? Number.NaN, 5);
  expect(total(1)).toBeCloseTo(ends.at(-1) ?? Number.NaN, 5);
}

for (const language of ["zh", "en"] as const) {
  test(`an investor finds parks, knows why, and takes the answer away, ${language}`, async ({ plan, page }) => {
    test.setTimeout(180_000);
    await investorsWay(plan, page, language);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
    test(`an investor finds parks with a thumb, ${language}`, async ({ plan, page }) => {
      test.setTimeout(180_000);
      await investorsWay(plan, page, language);
    });
  });
}

test("a product leads to its chain, and words that nobody knows are said to be so", async ({ plan, page }) => {
  await plan.open("/?view=parks&ask=q:高端液压件");
  const answer = page.locator(".ask-answer");
  await expect(answer).toContainText(termName("industry-chain", CHAIN));
  await expect(page.locator(".match-card").first()).toBeVisible();
  await plan.open("/?view=parks&ask=q:bananas");
  await expect(answer).toContainText(say("parks.not_understood", { words: "bananas" }));
  await expect(page.locator(".match-card")).toHaveCount(0);
});

test("must-haves that no park has are said to be so, with who is out and why", async ({ plan, page }) => {
  await plan.open(`/?view=parks&ask=chain:biopharma&must=chain,revenue:900000000000000`);
  await expect(page.locator(".match-results .state-empty")).toHaveText(say("parks.none_left"));
  await expect(page.locator(".match-card")).toHaveCount(0);
  await expect(page.locator(".match-apart").first()).toBeVisible();
});

test("a link that says what is not here says so and shows the rest", async ({ plan, page }) => {
  // the server is asked whether the park has another code now
  plan.expectedComplaints = /404 \(Not Found\).*park-99/;
  await plan.open(
    `/?view=parks&ask=chain:${CHAIN}&must=chain,submarines&weights=glamour:50,access:20&parks=park-2,park-99`,
  );
  await expect(page.locator(".match-card").first()).toBeVisible();
  await expect(page.locator(".toasts")).toContainText("submarines");
  await expect(page.locator(".match-tray li")).toHaveCount(1);
  await expect(page).toHaveURL(/must=chain&weights=access:20&parks=park-2(?:&|#|$)/);
});

test("policies are those of the chain, the park and the kind of investor, each with its place", async ({
  plan,
  page,
}) => {
  type Policies = { policies: { code: string; investor_kinds: string[] }[] };
  const ofServer = async (question: string): Promise<Policies> =>
    (await page.request.get(`/api/plan/policies?${question}`)).json();
  await plan.open(`/?view=parks&ask=chain:${CHAIN}`);
  const section = page.locator(".match-policies");
  await section.locator("summary").first().click();
  const shown = section.getByRole("status");
  const total = (await ofServer("")).policies.length;
  const all = await ofServer(`industry_chain=${CHAIN}`);
  await expect(shown).toContainText(say("policies.shown", { shown: all.policies.length, total }));
  await section.getByRole("combobox", { name: say("policies.by_investor") }).selectOption("japan-korea");
  await section.getByRole("combobox", { name: say("policies.by_park") }).selectOption("park-2");
  const fitting = await ofServer(`industry_chain=${CHAIN}&park=park-2&investor_kind=japan-korea`);
  await expect(shown).toContainText(say("policies.shown", { shown: fitting.policies.length, total }));
  expect(fitting.policies.length).toBeLessThan(all.policies.length);
  await expect(section.locator(".policy").first().locator(".chip-cite").first()).toBeVisible();
  await expect(page).toHaveURL(/investor_kind=japan-korea&policy_park=park-2/);

  // the link opens it as it was, in another language too
  await plan.open(`${page.url().replace(/#.*/, "")}&lang=ja`);
  await expect(shown).toContainText(say("policies.shown", { shown: fitting.policies.length, total }, "ja"));
});

test("a link of a later version says that it is one and shows what is known", async ({ plan, page }) => {
  await plan.open(`/?view=parks&ask=chain:${CHAIN}&parks=park-2&v=99&moods=sunny`);
  await expect(page.locator(".toasts")).toContainText(say("parks.link_later"));
  await expect(page.locator(".match-tray li")).toHaveCount(1);
  await expect(page).toHaveURL(/parks=park-2&v=1(?:&|#|$)/);
});

test("a device that sends on itself is offered the link, another is not", async ({ plan, page }) => {
  const at = `/?view=parks&ask=chain:${CHAIN}`;
  const send = page.getByRole("button", { name: say("share.send") });
  for (const canSend of [false, true]) {
    await page.addInitScript((can) => {
      Reflect.deleteProperty(Navigator.prototype, "share");
      if (can)
        Object.defineProperty(Navigator.prototype, "share", {
          value: (data: ShareData) => {
            document.title = `sent ${data.url}`;
            return Promise.resolve();
          },
          configurable: true,
        });
    }, canSend);
    await plan.open(at);
    await page.getByRole("button", { name: say("parks.share") }).click();
    await expect(page.getByRole("button", { name: say("share.copy") })).toBeVisible();
    await expect(send).toHaveCount(canSend ? 1 : 0);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: say("parks.share") }).click();
  await send.click();
  await expect(page).toHaveTitle(`sent ${page.url()}`);
});

test("weights of nothing rank nothing, and say so", async ({ plan, page }) => {
  await plan.open(
    `/?view=parks&ask=chain:${CHAIN}&weights=chain-fit:0,target-size:0,target-growth:0,neighbours:0,access:0`,
  );
  await expect(page.getByText(say("parks.weights_zero"))).toBeVisible();
  await expect(page.locator(".match-card")).toHaveCount(0);
});

for (const language of ["zh", "en", "ja", "ko"] as const)
  test(`projects and chains stand side by side, and the link says which, ${language}`, async ({ plan, page }) => {
    const tell = (key: Parameters<typeof say>[0], args = {}) => say(key, args, language);
    const compare = page.getByRole("region", { name: tell("compare.title") }).first();
    const heads = compare.locator("thead .match-name");
    const add = compare.getByRole("combobox", { name: tell("compare.add") });
    await plan.open(`/?lang=${language}&view=compare`);
    await compare.getByRole("radio", { name: tell("compare.kind_industry-chain") }).click();
    await add.selectOption("biopharma");
    await add.selectOption(CHAIN);
    await expect(heads).toHaveText([
      termName("industry-chain", "biopharma", language),
      termName("industry-chain", CHAIN, language),
    ]);
    await expect(compare.getByRole("rowheader", { name: tell("compare.list_products") })).toBeVisible();
    await expect(page).toHaveURL(/compared=biopharma,construction-machinery/);

    await compare.getByRole("radio", { name: tell("compare.kind_project") }).click();
    await add.selectOption("project-4-1-1");
    await add.selectOption("project-4-4-3");
    await expect(heads).toHaveCount(2);
    const answer = await (await page.request.get("/api/parks/compare?codes=project-4-1-1,project-4-4-3")).json();
    const differing = answer.rows.filter(({ differs }: { differs: boolean }) => differs).length;
    await expect(compare.locator("tbody th[scope=row]")).toHaveCount(differing);
    await expect(compare.locator("td .chip-cite").first()).toBeVisible();
    await expect(compare.locator(".pill-not-stated").first()).toBeVisible();

    // the link opens the same; what is of several kinds is refused in words
    await plan.open(page.url());
    await expect(heads).toHaveCount(2);
    plan.expectedComplaints = /400 \(Bad Request\)/;
    await plan.open(`/?lang=${language}&view=compare&compared=biopharma,project-4-1-1`);
    await expect(compare.getByRole("alert")).toContainText(tell("problem.kinds-mixed"));
  });

test("a card of a project and the panorama of a chain lead to the comparison", async ({ plan, page }) => {
  const heads = page.locator(".compare-page thead .match-name");
  await plan.open("/?select=projects/project-4-1-1");
  await page
    .locator(".card-actions")
    .getByRole("button", { name: say("card.compare") })
    .click();
  await expect(page).toHaveURL(/view=compare.*compared=project-4-1-1/);
  await expect(heads).toHaveCount(1);
  await plan.open(`/?view=panorama&chain=automotive`);
  await page.getByRole("button", { name: say("panorama.compare") }).click();
  await expect(heads).toHaveText([termName("industry-chain", "automotive")]);
});
