// The stories in a real browser. They share one site and one community, so they run one after the other.
import { defineConfig } from "@playwright/test";

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.test.ts",
  globalSetup: "./tests/e2e/set-up.ts",
  outputDir: "test-results",
  reporter: "list",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium", args: quiet },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    timezoneId: "Asia/Jakarta",
    trace: "retain-on-failure",
  },
});
