import { defineConfig } from "@playwright/test";

const url = process.env.SPATIALPLAN_URL;
if (!url)
  throw new Error(
    "The browser tests need a running server: `npm test -- browser` starts one and tells them its address.",
  );

/** Tests that change the plan, at a server of their own with accounts of their own: one after another. */
const changing = [
  "bulk.spec.ts",
  "changes.spec.ts",
  "contest.spec.ts",
  "conflict.spec.ts",
  "excluding.spec.ts",
  "placing.spec.ts",
  "review.spec.ts",
  "site-session.spec.ts",
  "site.spec.ts",
  "sizes.spec.ts",
  "three-browsers.spec.ts",
];

/**
 * The real server, the system's Chromium. Two workers: tests wait half of their time, for the server or for something to
 * move; one of them has those that change the plan.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/browser",
  workers: 2,
  projects: [
    { name: "changing", testMatch: changing, workers: 1 },
    { name: "reading", testIgnore: changing },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["json"]],
  use: {
    baseURL: url,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
