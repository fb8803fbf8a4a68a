import { expect, test } from "./support/plan.ts";
import { collection, layer, say } from "./support/words.ts";

for (const id of ["projects", "parks"]) {
  test(`a figure that the plan does not give is not stated on the card of ${id}, and never 0`, async ({ plan }) => {
    const figures = collection(id).properties.filter(({ figure }) => figure);
    const isSilent = (properties: Record<string, unknown>, name: string) => properties[name] == null;
    // the one of which the plan says the least
    const silence = ({ properties }: { properties: Record<string, unknown> }) =>
      figures.filter(({ name }) => isSilent(properties, name)).length;
    const [feature] = layer(id)
      .filter(({ properties }) => properties.origin === "plan")
      .sort((a, b) => silence(b) - silence(a));
    expect(feature && silence(feature)).toBeGreaterThan(0);
    await plan.open(`/?select=${id}/${feature?.id}`);
    const labels = figures
      .filter(({ name }) => isSilent(feature?.properties ?? {}, name))
      // both years of construction stand in one row
      .map(({ name, title }) => (name.startsWith("period_") ? say("facts.period") : title.zh));
    for (const label of new Set(labels)) {
      const fact = plan
        .card()
        .locator(".fact")
        .filter({ has: plan.page.getByText(label, { exact: true }) });
      await expect(fact.locator(".fact-value")).toHaveText(say("not_stated"));
    }
    const values = await plan.card().locator(".fact-value").allInnerTexts();
    expect(values.filter((value) => /^0(?![.\d–])/.test(value.trim()))).toEqual([]);
  });
}
