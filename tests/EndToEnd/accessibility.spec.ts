import { seriousViolations } from "./support/axe.ts";
import { expect, test } from "./support/plan.ts";

const desktop = { width: 1440, height: 900 };
const tablet = { width: 1024, height: 768 };
const phone = { width: 390, height: 844 };

const ASKED = "/?view=parks&ask=chain:construction-machinery&must=chain,revenue:10000000000&parks=park-2,park-5";
const COMPARED = ASKED.replace("view=parks", "view=compare");

const ASKED_HERE = "/?view=here&here=116.63,35.385/116.65,35.385/116.65,35.4/116.63,35.4";

const views = [
  { name: "overview", at: "/", size: desktop },
  { name: "overview, dark", at: "/?theme=dark", size: desktop },
  { name: "overview, English", at: "/?lang=en", size: desktop },
  { name: "card", at: "/?select=projects/project-4-1-1", size: desktop },
  { name: "card of a park, dark", at: "/?theme=dark&select=parks/park-2", size: desktop },
  { name: "card of an industry cluster", at: "/?select=industry-cluster/medical-health", size: desktop },
  { name: "list", at: "/?tab=list", size: desktop },
  { name: "answer, dark", at: "/?theme=dark&tab=list&filter=industry_chain='biopharma'", size: desktop },
  { name: "phone, answer, English", at: "/?lang=en&tab=list&filter=industry_chain='biopharma'", size: phone },
  { name: "plan text", at: "/?tab=text&select=parks/park-2", size: desktop },
  {
    name: "reading pane beside a card",
    at: "/?tab=text&select=axes/axis-haichuan-road&read=fyp14-chapter-20-p3",
    size: desktop,
  },
  { name: "features of a paragraph, dark", at: "/?theme=dark&paragraph=fyp14-chapter-20-p5", size: desktop },
  { name: "search in the text", at: "/?tab=text&find=科创", size: desktop },
  { name: "gaps", at: "/?view=gaps", size: desktop },
  { name: "gaps, dark English", at: "/?view=gaps&theme=dark&lang=en", size: desktop },
  { name: "what the plan says of an outline", at: ASKED_HERE, size: desktop },
  { name: "what the plan says of an outline, dark English", at: `${ASKED_HERE}&theme=dark&lang=en`, size: desktop },
  { name: "phone, what the plan says of an outline", at: ASKED_HERE, size: phone },
  { name: "what the plan says, before anything is drawn, dark", at: "/?view=here&theme=dark", size: desktop },
  { name: "panorama", at: "/?view=panorama", size: desktop },
  { name: "panorama beside a card, dark", at: "/?view=panorama&theme=dark&select=parks/park-2", size: desktop },
  { name: "parks", at: ASKED, size: desktop },
  { name: "parks, dark English", at: `${ASKED}&theme=dark&lang=en`, size: desktop },
  { name: "phone, parks", at: ASKED, size: phone },
  { name: "parks that no word means", at: "/?view=parks&ask=q:bananas", size: desktop },
  { name: "compare", at: COMPARED, size: desktop },
  { name: "compare, dark English", at: `${COMPARED}&theme=dark&lang=en&rows=all`, size: desktop },
  { name: "phone, compare", at: COMPARED, size: phone },
  { name: "compare projects", at: "/?view=compare&compared=project-4-1-1,project-4-4-3", size: desktop },
  { name: "phone, compare chains, English", at: "/?lang=en&view=compare&compared=biopharma,automotive", size: phone },
  { name: "parks, Japanese", at: `${ASKED}&lang=ja&notes=park-2+水`, size: desktop },
  { name: "phone, compare, dark Korean", at: `${COMPARED}&theme=dark&lang=ko`, size: phone },
  { name: "indicators", at: "/?view=indicators", size: desktop },
  {
    name: "phone, indicators, dark English",
    at: "/?view=indicators&theme=dark&lang=en&target_scope=feature",
    size: phone,
  },
  { name: "enquiry", at: `${ASKED}&enquiry=open`, size: desktop },
  { name: "phone, enquiry, dark English", at: `${ASKED}&enquiry=open&theme=dark&lang=en`, size: phone },
  { name: "phone, reading", at: "/?tab=text&read=fyp14-chapter-20-p3", size: phone },
  { name: "policies, dark English", at: "/?view=policies&theme=dark&lang=en", size: desktop },
  { name: "phone, policies", at: "/?view=policies", size: phone },
  { name: "phone, gaps", at: "/?view=gaps", size: phone },
  { name: "nothing matches", at: "/?industry_chain=digital-economy&plan_status=existing", size: desktop },
  { name: "a text that is no filter", at: "/?filter=plan_status='planned' AND (name_zh LIKE ", size: desktop },
  { name: "a text that is no filter, dark English", at: "/?theme=dark&lang=en&filter=nonsense=1", size: desktop },
  { name: "phone, a text that is no filter", at: "/?filter=nonsense=1", size: phone },
  { name: "a condition of its own", at: "/?filter=investment_cny>=3e9", size: desktop },
  { name: "tablet", at: "/", size: tablet },
  { name: "phone", at: "/", size: phone },
  { name: "phone, card", at: "/?select=parks/park-2", size: phone },
  { name: "phone, dark list", at: "/?theme=dark&tab=list", size: phone },
];

for (const { name, at, size } of views) {
  test(`axe finds no serious violation: ${name}`, async ({ plan, page }) => {
    await page.setViewportSize(size);
    // Colours in the middle of a transition are nobody's colours.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await plan.open(at);
    if (at.includes("ask=")) await expect(page.locator(".ask-answer, .match-card, .compare").first()).toBeVisible();
    if (at.includes("here=")) await expect(page.locator(".finding-counts")).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
  });
}

for (const theme of ["light", "dark"]) {
  test(`axe finds no serious violation: export sheet, ${theme}`, async ({ plan, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await plan.open(`/?tab=list&theme=${theme}&filter=investment_cny>=3e9`);
    await plan.list().getByRole("button", { name: /^导出/ }).click();
    expect(await seriousViolations(page)).toEqual([]);
  });
}
