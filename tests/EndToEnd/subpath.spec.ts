import { expect, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** Behind nginx under /map, as server/README.md says: once the proxy takes the path off, once it passes it on. */
const proxies = {
  "takes the path off": process.env.SPATIALPLAN_TAKES_OFF ?? "",
  "passes the path on": process.env.SPATIALPLAN_PASSES_ON ?? "",
};

for (const [what, url] of Object.entries(proxies)) {
  test(`behind a proxy that ${what} the page is whole: parts, workers, tiles, reload, copied link`, async ({
    plan,
    page,
    context,
  }) => {
    const root = `${url}/`;
    const wrong: string[] = [];
    page.on("response", (response) => {
      const address = response.url();
      if (address.startsWith("http") && !address.startsWith(root)) wrong.push(`outside: ${address}`);
      if (response.status() >= 400) wrong.push(`${response.status()} ${address}`);
    });
    const name = layer("projects").find(({ id }) => id === "project-4-1-1")?.properties.name_zh ?? "";
    const filter = new URLSearchParams({ filter: "industry_chain = 'construction-machinery'" });
    const isWhole = async () => {
      await expect(plan.card().getByRole("heading", { name })).toBeVisible();
      expect(await plan.paintedShare()).toBeGreaterThan(0.2);
      expect(page.workers().length).toBeGreaterThan(0);
      await expect(page).toHaveURL(
        ({ href }) => href.startsWith(`${root}?`) && href.includes("construction-machinery"),
      );
    };
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
    await plan.open(`${root}?${filter}&select=projects/project-4-1-1`);
    await isWhole();
    await page.reload();
    await plan.drawn();
    await isWhole();
    await page.getByRole("button", { name: say("view.copy_link") }).click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard).toContain(`${root}?`);
    const copied = await clipboard();
    await page.goto("about:blank");
    await plan.open(copied);
    await isWhole();
    expect(wrong).toEqual([]);
  });

  test(`behind a proxy that ${what} the path alone and the pages of the API lead where they should`, async ({
    page,
    request,
  }) => {
    await page.goto(`${url}?lang=en`);
    await expect(page).toHaveURL(`${url}/?lang=en`);
    await expect(page.getByRole("tab", { name: say("tabs.layers", {}, "en") })).toBeVisible();
    const { links } = await (await request.get(`${url}/ogc?f=json`)).json();
    const own = links.filter(({ href }: { href: string }) => new URL(href).hostname === "localhost");
    expect(own.length).toBeGreaterThan(8);
    for (const { href } of own) {
      expect(href).toMatch(new RegExp(`^${process.env.SPATIALPLAN_TAKES_OFF}/`));
      expect((await request.get(href)).status(), href).toBe(200);
    }
    await page.goto(`${url}/ogc/collections/parks?utm_source=wechat`);
    await page.getByRole("main").getByRole("link").first().click();
    await expect(page.getByRole("table").first()).toBeVisible();
  });
}
