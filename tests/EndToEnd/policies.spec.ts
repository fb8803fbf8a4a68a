import { expect, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

type Policies = {
  total: number;
  policies: { code: string; kind: string; title_zh: string; citations: unknown[]; investor_kinds: string[] }[];
};

test("the policies filter by kind and investor in the address, each with its places", async ({
  plan,
  page,
  request,
}) => {
  const all: Policies = await (await request.get("/api/plan/policies")).json();
  await plan.open("/?view=policies");
  const list = page.getByRole("region", { name: say("policies.title"), exact: true });
  await expect(list.getByText(say("policies.shown", { shown: all.total, total: all.total }))).toBeVisible();
  const kind = "rent-subsidy";
  await list.getByRole("combobox", { name: say("policies.by_kind") }).selectOption(kind);
  const fitting = all.policies.filter((policy) => policy.kind === kind);
  await expect(page).toHaveURL(new RegExp(`policy_kind=${kind}`));
  await expect(list.getByRole("article")).toHaveCount(fitting.length);
  await expect(list.getByRole("article").first().locator(".chip-cite")).toHaveCount(fitting[0]?.citations.length ?? 0);
  await expect(list.getByRole("article").first()).toContainText(say("not_stated"));
  await page.reload();
  await plan.drawn();
  await expect(list.getByRole("article")).toHaveCount(fitting.length);
});

test("the search opens a policy, first on its page", async ({ plan, page }) => {
  await plan.open();
  await page.keyboard.press("/");
  await page.keyboard.type("租赁补贴");
  await page.getByRole("option", { name: /日韩投资租赁补贴/ }).click();
  await expect(page).toHaveURL(/view=policies/);
  const first = page
    .getByRole("region", { name: say("policies.title"), exact: true })
    .getByRole("article")
    .first();
  await expect(first).toHaveAttribute("data-shown", "true");
  await expect(first).toContainText("日韩投资租赁补贴");
});

test("a park, a chain and an industry cluster list the policies for them and count those for all", async ({
  plan,
  page,
  request,
}) => {
  const ofPark: Policies = await (await request.get("/api/plan/policies?park=park-2")).json();
  await plan.open("/?select=parks/park-2");
  const section = plan.card().getByRole("region", { name: say("policies.title"), exact: true });
  await expect(section.getByRole("heading")).toContainText(String(ofPark.policies.length));
  await expect(section.getByRole("button", { name: "新增煤耗指标向产业集群倾斜" })).toBeVisible();
  await section.getByRole("button", { name: "新增用地指标向产业集群倾斜" }).click();
  await expect(page).toHaveURL(/policy=land-quota-for-clusters/);
  await plan.open("/?select=industry-cluster/medical-health");
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(
    termName("industry-cluster", "medical-health"),
  );
  await expect(plan.card().getByRole("button", { name: "体外诊断与医疗器械产业化支持" })).toBeVisible();
  await plan.open("/?view=panorama&chain=medical-devices");
  const panorama = page.getByRole("region", { name: say("panorama.title") });
  await expect(panorama.getByRole("button", { name: "体外诊断与医疗器械产业化支持" })).toBeVisible();
});
