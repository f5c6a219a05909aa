import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";

const chromium = browserOrSkip();

const log = (page: Page) => page.locator(".log");
const notice = (page: Page) => page.locator(".notice");
const fromEnd = (page: Page) =>
  log(page).evaluate((box) => Math.round(box.scrollHeight - box.clientHeight - box.scrollTop));
/** Where the log stood whenever it was drawn since the page was loaded. */
const RECORD_SCROLLING = `
  const record = () => {
    const box = document.querySelector(".log");
    if (box) (window.tops ??= []).push(box.scrollHeight - box.clientHeight - box.scrollTop);
    requestAnimationFrame(record);
  };
  requestAnimationFrame(record);`;

async function askMany(page: Page) {
  for (const command of ["/people", "/brief", "/help", "/about", "hello"]) {
    await ask(page, command);
  }
}

const good = (answer: Locator) => answer.getByRole("button", { name: "👍" });

describe.skipIf(chromium === undefined)("reading in the preview", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());
  const openPage = (look: BrowserContextOptions = {}) => openPreviewPage(browser, look);

  test("a reloaded page stands at the end at once, or where its reader was", async () => {
    const { page } = await openPage();
    await askMany(page);
    await vi.waitFor(async () => expect(await fromEnd(page)).toBeLessThan(2));
    await page.addInitScript(RECORD_SCROLLING);
    await page.reload();
    await page.locator(".bots").nth(4).waitFor();
    await page.waitForTimeout(300);
    const tops: number[] = await page.evaluate("window.tops");
    expect(Math.max(...tops)).toBeLessThan(2);

    await log(page).hover();
    await page.mouse.wheel(0, -400);
    await page.waitForTimeout(300);
    const before = await fromEnd(page);
    expect(before).toBeGreaterThan(100);
    await page.reload();
    await page.locator(".bots").nth(4).waitFor();
    await page.waitForTimeout(300);
    expect(Math.abs((await fromEnd(page)) - before)).toBeLessThan(3);
  });

  test("a reader further up is not moved by another tab's message; their own takes them down", async () => {
    const { page, openTab } = await openPage();
    await askMany(page);
    await log(page).evaluate((box) => box.scrollTo({ top: 0, behavior: "instant" }));
    const other = await openTab();
    await ask(other, "/dates");
    await page.locator(".bots").nth(5).waitFor();
    await page.waitForTimeout(300);
    expect(await log(page).evaluate((box) => box.scrollTop)).toBe(0);
    await page.bringToFront();
    await ask(page, "hello");
    await vi.waitFor(async () => expect(await fromEnd(page)).toBeLessThan(60), 3000);
  });

  test("a reply taller than the window is shown from its beginning", async () => {
    const { page } = await openPage({ viewport: { width: 390, height: 360 } });
    await ask(page, "hello");
    const reply = await ask(page, "/people");
    await page.waitForTimeout(900);
    const [box, top] = [await log(page).boundingBox(), (await reply.boundingBox())?.y ?? 0];
    expect((await reply.boundingBox())?.height).toBeGreaterThan(box?.height ?? 0);
    expect(top).toBeGreaterThanOrEqual(box?.y ?? 0);
    expect(top).toBeLessThan((box?.y ?? 0) + 60);
  });

  test("a notice belongs to the tab that caused it, covers no button, and goes by Esc", async () => {
    const { page, openTab } = await openPage();
    const answer = await ask(page, "When is the visit?");
    const other = await openTab();
    await good(answer).click();
    await notice(page).getByText("Thanks").waitFor();
    const fresh = await openTab();
    await fresh.locator(".bots").waitFor();
    await fresh.waitForTimeout(200);
    expect(await notice(other).textContent()).toBe("");
    expect(await notice(fresh).textContent()).toBe("");

    const shown = await notice(page).boundingBox();
    if (!shown) throw new Error("the notice is not visible");
    for (const button of await page.locator("button, textarea").all()) {
      const box = await button.boundingBox();
      const isApart =
        !box ||
        box.y + box.height <= shown.y ||
        box.y >= shown.y + shown.height ||
        box.x + box.width <= shown.x ||
        box.x >= shown.x + shown.width ||
        // Scrolled out of the log, so it is not drawn there.
        (await button.evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const top = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
          return top === null || !element.contains(top);
        }));
      expect(isApart).toBe(true);
    }
    await page.keyboard.press("Escape");
    expect(await notice(page).textContent()).toBe("");
    await page.reload();
    await page.locator(".bots").waitFor();
    await page.waitForTimeout(200);
    expect(await notice(page).textContent()).toBe("");
  });

  test("a notice goes away by itself and is not carried into another chat", async () => {
    const { page } = await openPage();
    const answer = await ask(page, "When is the visit?");
    await good(answer).click();
    await notice(page).getByText("Thanks").waitFor();
    await page.getByRole("button", { name: "Group" }).click();
    expect(await notice(page).textContent()).toBe("");
    await page.getByRole("button", { name: "Private chat" }).click();
    const next = await ask(page, "What does the expert say about NATO?");
    await next.getByRole("button", { name: "👎" }).click();
    await notice(page).getByText("What's wrong with it?").waitFor();
    await vi.waitFor(async () => expect(await notice(page).textContent()).toBe(""), 6000);
  });

  test("a quick answer leaves no sign of typing", async () => {
    const { page } = await openPage();
    for (const text of ["When is the visit?", "/start", "hello"]) {
      await ask(page, text);
      await vi.waitFor(async () => expect(await page.locator(".typing").count()).toBe(0));
    }
  });

  test("answers are read aloud once: one live region has them", async () => {
    const { page } = await openPage();
    await ask(page, "hello");
    const live = "[role=log], [role=status], [role=alert], [aria-live]";
    const regions = await page
      .locator(live)
      .evaluateAll(
        (all, words) => all.filter((one) => one.textContent.includes(words)).length,
        "Hello.",
      );
    expect(regions).toBe(1);
    expect(await page.locator(".log [role=status], .log [aria-live]").count()).toBe(0);
  });

  test("without motion, nothing glides", async () => {
    const { page } = await openPage({ reducedMotion: "reduce" });
    await askMany(page);
    expect(
      await log(page).evaluate((box) => box.computedStyleMap().get("scroll-behavior")?.toString()),
    ).toBe("auto");
  });

  test("a double click on a suggested question asks it once", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Start" }).dblclick();
    await page.locator(".bots").waitFor();
    await page.locator(".keyboard button").first().dblclick();
    await page.locator(".bots").nth(1).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator(".own").count()).toBe(1);
    expect(await page.locator(".bots").count()).toBe(2);
  });

  test("Share asks for a chat and puts the link there; Copy copies and says so", async () => {
    const { page } = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    const answer = await ask(page, "When is the visit?");
    const share = answer.getByRole("button", { name: "Share" });
    await share.click();
    const dialog = page.getByRole("dialog", { name: "Share with…" });
    expect(await dialog.textContent()).toContain("https://t.me/ask_the_article_bot?start=");
    expect(await dialog.textContent()).toContain("Nothing is sent yet");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await share.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(
      true,
    );

    await share.click();
    await dialog.getByRole("button", { name: "Group" }).click();
    await page.getByRole("button", { name: "Group", pressed: true }).waitFor();
    expect(await page.locator("textarea").inputValue()).toMatch(
      /^https:\/\/t\.me\/ask_the_article_bot\?start=\S+\n20–22 March/u,
    );
    expect(await notice(page).textContent()).toBe("");
    await page.locator("textarea").press("Enter");
    await page.locator(".own a").click();
    await page.getByRole("button", { name: "Private chat", pressed: true }).waitFor();
    await page.locator(".own").getByText("/start").waitFor();

    await page.locator(".bots").last().getByRole("button", { name: "Copy" }).click();
    await notice(page).getByText("Copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("The Kremlin");
  });

  test("two tabs show two chats, each with its own inline results", async () => {
    const { page, openTab } = await openPage();
    const other = await openTab();
    await other.getByRole("button", { name: "Group" }).click();
    for (const tab of [page, other]) {
      await tab.getByRole("button", { name: "Inline query" }).click();
    }
    await page.locator("textarea").fill("nato");
    await page.getByRole("option").first().waitFor();
    await other.locator("textarea").fill("dictat peace plan");
    await other.getByRole("option").first().waitFor();
    await page.waitForTimeout(200);
    expect(await page.getByRole("option").count()).toBeGreaterThan(0);
    await page.getByRole("option").first().click();
    await page.locator(".own blockquote").waitFor();
    expect(await page.locator(".own").textContent()).toContain("NATO");
    expect(await other.locator(".own").count()).toBe(0);
  });
});
