import { restoreNpm } from "./build.mjs";
import { ensurePackages, needs, chromium as program } from "./packages.mjs";
import { Stop } from "./say.mjs";

/** Does something with the system's Chromium, which is closed when that has ended. */
export async function withBrowser(work) {
  await ensurePackages([needs.browser]);
  await restoreNpm();
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath: program(), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** Signs a context of the browser in, as a page does: an account by its name, its password by a variable of the environment. */
export const signInBy = (context, origin, name, variable) =>
  signIn(context, origin, { name, password: process.env[variable] ?? "" }, `: is the password in ${variable}?`);

/** The same by its password; `hint` is what to do where it is refused. */
export async function signIn(context, origin, { name, password }, hint = "") {
  const data = { name, password };
  const answer = await context.request.post(`${origin}/api/account/sign-in`, { headers: { origin }, data });
  if (!answer.ok()) throw new Stop(`${name} cannot sign in (${answer.status()})${hint}`);
  // what the page itself remembers when somebody signs in there
  await context.addInitScript(() => localStorage.setItem("spatialplan.signed-in", "yes"));
}

/** Writes as a page of a signed-in context does: what was answered, with its tag. */
export async function write(context, origin, path, data, tag) {
  const headers = { origin, ...(tag && { "if-match": tag }) };
  const answer = await context.request.post(`${origin}${path}`, { headers, data });
  if (!answer.ok()) throw new Stop(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return { ...(await answer.json()), tag: answer.headers().etag };
}
