import { defineConfig } from "@playwright/test";

const url = process.env.SPATIALPLAN_URL;
if (!url)
  throw new Error(
    "The browser tests need a running server: `npm test -- browser` starts one and tells them its address.",
  );

/** The real server, the system's Chromium. One worker: the machine has two cores, and the server needs one. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/browser",
  workers: 1,
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
