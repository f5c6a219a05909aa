import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedAboutFerry } from "../../support/asked-about-ferry.ts";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";

const chromium = browserOrSkip();

const RUN =
  "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)))";

/** What axe finds, as “rule: element”. */
async function problemsOn(page: Page): Promise<unknown> {
  // Evaluated by the browser itself, since the page allows no other scripts than its own.
  await page.evaluate(axe.source);
  return page.evaluate(RUN);
}

const NOTE =
  "Bridge closed\n\nThe bridge stays closed until October.\n\n“We have found cracks,” said Ada Quist, the city's chief engineer. It may take longer, she added.\n";

describe.skipIf(chromium === undefined)("axe finds nothing", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());

  const looks = [
    { name: "desktop, light", colorScheme: "light", viewport: { width: 1280, height: 800 } },
    { name: "phone, dark", colorScheme: "dark", viewport: { width: 390, height: 780 } },
  ] as const;

  test.each(looks)("on the chat: $name", async ({ colorScheme, viewport }) => {
    const { page } = await openPreviewPage(browser, { colorScheme, viewport });
    await ask(page, "What does the expert say about NATO?");
    expect(await problemsOn(page)).toEqual([]);
  });

  test.each(looks)("on the desk: $name", async ({ colorScheme, viewport }) => {
    const { page } = await openPreviewPage(browser, { colorScheme, viewport });
    await page.goto(`${new URL(page.url()).origin}/desk/`);
    await page.getByRole("heading", { name: "Published" }).waitFor();
    expect(await problemsOn(page)).toEqual([]);

    await page.getByLabel("Import an article").fill(NOTE);
    await page.getByRole("button", { name: "Import" }).click();
    await page.locator(".article").waitFor();
    expect(await problemsOn(page)).toEqual([]);
    await page.keyboard.press("j");
    await page.getByLabel("Who says it").waitFor();
    expect(await problemsOn(page)).toEqual([]);
    await page.getByRole("tab", { name: "People" }).click();
    await page.locator(".person").first().click();
    expect(await problemsOn(page)).toEqual([]);
    await page.getByRole("tab", { name: "Questions" }).click();
    expect(await problemsOn(page)).toEqual([]);
  });

  test.each(looks)("on what readers asked: $name", async ({ colorScheme, viewport }) => {
    const questions = askedAboutFerry();
    const articles = "test/fixtures/articles";
    const { page } = await openPreviewPage(browser, { colorScheme, viewport, questions, articles });
    await page.goto(`${new URL(page.url()).origin}/desk/#readers`);
    await page.locator(".reader-group").first().waitFor();
    for (const table of await page.getByText("As a table").all()) await table.click();
    await page.getByRole("button", { name: "Golden question" }).first().click();
    await page.getByRole("button", { name: "Add keywords" }).nth(1).click();
    await page.locator(".passage-choice").first().waitFor();
    expect(await problemsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Dismiss" }).first().click();
    await page.locator(".done-bar").waitFor();
    expect(await problemsOn(page)).toEqual([]);
    await page.locator(".voted a").click();
    await page.locator(".vote-mark").waitFor();
    expect(await problemsOn(page)).toEqual([]);
  });
});
