import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";

const chromium = browserOrSkip();

const why = (page: Page) => page.getByRole("complementary", { name: "Why this reply" });

/** The luminance contrast of two CSS colours, by WCAG. */
const CONTRAST = `(one, other) => {
  const luminance = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}`;

describe.skipIf(chromium === undefined)("“Why?” in the preview", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());
  const openPage = (look: BrowserContextOptions = {}) =>
    openPreviewPage(browser, { viewport: { width: 1280, height: 800 }, ...look });

  test.each([
    ["When is Xi visiting Moscow?", "a question for a date or a time", "fits the question best"],
    ["main points of the expert", "all that Valery Klochok says", "By rule: all passages"],
    ["Who is Yakovenko?", "who Igor Yakovenko is", "By rule: how the article"],
    ["dates?", "the dates in the article", "By rule: it lists the dates"],
    ["/dates", "the command /dates", "By rule: /dates lists"],
    ["/people", "the command /people", "By rule: /people lists"],
    ["/start", "the command /start", "By rule: /start greets"],
    ["/help", "the command /help", "By rule: /help"],
    ["/privacy", "the command /privacy", "By rule: /privacy"],
    ["/nonsense", "there is no /nonsense", "lead to /help"],
    ["where is this from?", "where the article comes from", "By rule"],
    ["hello", "a greeting", "By rule: a fixed reply"],
    ["will bitcoin go up?", "a question", "never uses “bitcoin”"],
  ])("follows the reply to %j", async (message, readAs, because) => {
    const { page } = await openPage();
    await ask(page, message);
    await why(page).getByText(readAs).first().waitFor();
    await why(page).getByText(because).first().waitFor();
    const text = (await why(page).textContent()) ?? "";
    expect(text).toContain(`“${message}”`);
    expect(text).not.toMatch(/\b0 %|undefined|bm25|NaN/u);
  });

  test("follows presses, and keeps the explanation when a button only votes", async () => {
    const { page } = await openPage();
    await ask(page, "/start");
    await page.locator(".keyboard button").first().click();
    await why(page).getByText("The button asks this question.").waitFor();
    const before = await why(page).textContent();
    await page.locator(".bots").last().getByRole("button", { name: "👍" }).click();
    await page.locator(".notice").getByText("Thanks").waitFor();
    expect(await why(page).textContent()).toBe(before);

    await ask(page, "main points of the expert");
    await page.locator(".bots").last().getByRole("button", { name: "1", exact: true }).click();
    await why(page).getByText("press of the button “1”").waitFor();
  });

  test("explains an earlier reply on request, and the next one by itself", async () => {
    const { page } = await openPage();
    const first = await ask(page, "When is Xi visiting Moscow?");
    await ask(page, "hello");
    await why(page).getByText("“hello”").waitFor();
    await first.hover();
    await first.getByRole("button", { name: "Why?" }).click();
    await why(page).getByText("“When is Xi visiting Moscow?”").waitFor();
    expect(await page.locator(".explained").count()).toBe(1);
    await ask(page, "thanks");
    await why(page).getByText("“thanks”").waitFor();
    expect(await page.locator(".explained").count()).toBe(0);
  });

  test("each chat has its own explanation", async () => {
    const { page } = await openPage();
    await ask(page, "hello");
    await page.getByRole("button", { name: "Group" }).click();
    await why(page).getByText("Ask something").waitFor();
    await ask(page, "/ask when is the visit?");
    await why(page).getByText("“when is the visit?”").waitFor();
    await page.getByRole("button", { name: "Private chat" }).click();
    await why(page).getByText("“hello”").waitFor();
  });

  test("shows passages by their own words, and reasons in plain words", async () => {
    const { page } = await openPage();
    await ask(page, "When is Xi visiting Moscow?");
    const passages = why(page).locator("details");
    await vi.waitFor(async () => expect(await passages.count()).toBeGreaterThan(2));
    const excerpts = await why(page).locator("summary .excerpt").allTextContents();
    expect(new Set(excerpts).size).toBe(excerpts.length);
    expect(excerpts[0]).toContain("20 to 22 March");
    expect(await why(page).locator("mark").first().textContent()).toBe("Xi");
    await passages.first().locator("summary").click();
    await passages.first().getByText("shares the words “Xi”").waitFor();
    await passages.first().getByText("has a date or a time", { exact: true }).waitFor();
  });

  test.each(["light", "dark"] as const)(
    "bars and words can be read in the %s theme",
    async (scheme) => {
      const { page } = await openPage({ colorScheme: scheme });
      await ask(page, "When is Xi visiting Moscow?");
      await why(page).locator(".bar .share").first().waitFor();
      const contrast = (selector: string, property: string, behind: string, ofBehind: string) =>
        page.evaluate(
          `(${CONTRAST})(getComputedStyle(document.querySelector("${selector}")).${property}, getComputedStyle(document.querySelector("${behind}")).${ofBehind})`,
        );
      expect(await contrast(".bar .share", "fill", ".bar .track", "fill")).toBeGreaterThan(3);
      expect(await contrast(".bar .share", "fill", "aside", "backgroundColor")).toBeGreaterThan(3);
      expect(await contrast(".where", "color", "aside", "backgroundColor")).toBeGreaterThan(4.5);
      expect(await contrast(".hint, .where", "color", "aside", "backgroundColor")).toBeGreaterThan(
        4.5,
      );
      const widths = await why(page)
        .locator(".bar .share")
        .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
      expect(new Set(widths).size).toBeGreaterThan(2);
    },
  );
});
