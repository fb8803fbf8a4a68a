import { signInBy, write } from "./browser.mjs";

/**
 * The pictures of docs/review.md. They need somebody who draws and somebody who reviews, and change the plan of the installation they
 * are taken from: four change sets, of which two are approved.
 */
const BASIS = "2026-18";
const ring = (west, south, east, north) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (...sides) => ({ type: "Polygon", coordinates: [ring(...sides)] });

/** Browser contexts of who draws and who reviews, `{staff, reviewer}` by the names of their accounts, signed in. */
export async function peopleOf(browser, names, origin, view) {
  const [staff, reviewer] = [await browser.newContext(view), await browser.newContext(view)];
  await signInBy(staff, origin, names.staff, "SPATIALPLAN_PASSWORD");
  await signInBy(reviewer, origin, names.reviewer, "SPATIALPLAN_REVIEWER_PASSWORD");
  return { staff, reviewer };
}

/** Makes what is shown, and says which sets it has made. */
export async function prepare({ staff, reviewer }, origin) {
  const change = async (code, properties, geometry) => {
    const feature = await (await staff.request.get(`${origin}/ogc/collections/parks/items/${code}?f=json`)).json();
    return {
      collection: "parks",
      code,
      based_on: feature.properties.version,
      properties,
      ...(geometry && { geometry }),
    };
  };
  const propose = (title, features, submit) =>
    write(staff, origin, "/api/change-sets", { title, basis: BASIS, features, submit });

  const desk = await propose(
    "先进制造产业园：范围调整",
    [await change("park-5", { name_en: "Advanced Manufacturing Park" }, area(116.655, 35.452, 116.69, 35.478))],
    true,
  );
  await write(reviewer, origin, `/api/change-sets/${desk.id}/comments`, {
    text: "东侧边界请附依据。",
    collection: "parks",
    code: "park-5",
    place: [116.69, 35.465],
  });
  const conflict = await propose(
    "科技金融创新园：范围与名称",
    [await change("park-9", { name_en: "Fintech Park" }, area(116.575, 35.405, 116.605, 35.43))],
    false,
  );
  const theirs = await propose(
    "科技金融创新园：实测范围",
    [
      await change(
        "park-9",
        { name_en: "Sci-tech and Finance Park", accuracy_m: 2500 },
        area(116.582, 35.41, 116.61, 35.438),
      ),
    ],
    true,
  );
  await write(reviewer, origin, `/api/change-sets/${theirs.id}/approve`, {}, theirs.tag);
  const exclude = await propose(
    "两处园区英文名",
    [await change("park-6", { name_en: "Liaohe Smart Park" }), await change("park-7", { name_en: "Yangjiahe Park" })],
    true,
  );
  return { desk: desk.id, conflict: conflict.id, exclude: exclude.id, theirs: theirs.id };
}

const openQueue = async (page, title) => {
  await page.getByRole("button", { name: "审核队列", exact: true }).click();
  await page.locator(".change-set").filter({ hasText: title }).first().click();
  await page.locator(".change-review .change-item").first().waitFor();
};

/** Each: its name, who sees it, and what is done before it is taken. */
export const pictures = [
  {
    name: "review-desk",
    as: "reviewer",
    does: (page) => openQueue(page, "先进制造产业园：范围调整"),
  },
  {
    name: "review-conflict",
    as: "staff",
    async does(page) {
      const own = page.getByRole("button", { name: "我的草稿与提交", exact: true });
      // it opens by itself where something is unfinished
      if ((await page.locator(".change-own").count()) === 0) await own.click();
      const set = page.locator(".change-list li").filter({ hasText: "科技金融创新园：范围与名称" }).first();
      await set.getByRole("button", { name: "查看与意见" }).click();
      await page.locator(".conflict-item").first().waitFor();
    },
  },
  {
    name: "review-exclude",
    as: "reviewer",
    async does(page) {
      await openQueue(page, "两处园区英文名");
      const second = page.locator(".change-item").nth(1);
      await second.locator("input[type=checkbox]").check();
      await second.locator("textarea").fill("名称请与路牌一致。");
      await second.locator("textarea").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "review-decision",
    as: "reviewer",
    withoutMap: true,
    async does(page, { origin, made }) {
      const set = await (await page.request.get(`${origin}/api/change-sets/${made.exclude}`)).json();
      const exclude = [{ code: "park-7", reason: "名称请与路牌一致。" }];
      const seen = `"change-set-${made.exclude}-${set.version}"`;
      await write(page.context(), origin, `/api/change-sets/${made.exclude}/approve`, { exclude }, seen);
      const { decisions } = await (
        await page.request.get(`${origin}/api/change-sets/${made.exclude}/decisions`)
      ).json();
      await page.goto(`${origin}/api/decisions/${decisions[0].id}/sheet?lang=zh`);
    },
  },
];
