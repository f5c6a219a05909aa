import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { browserOrSkip, openBrowser } from "../support/open-browser.ts";
import { ask, openPreviewPage } from "../support/open-preview-page.ts";

/** Ten times what it usually takes. */
const RELOAD_MS = 10_000;

const chromium = browserOrSkip();

describe.skipIf(chromium === undefined)("the preview", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());

  const openPage = (look?: BrowserContextOptions) => openPreviewPage(browser, look);

  test("answers with the passage and its speaker, and shows why", async () => {
    const { page } = await openPage({ viewport: { width: 1280, height: 800 } });
    const answer = await ask(page, "When is Xi visiting Moscow?");
    expect(await answer.locator(".text b").first().textContent()).toBe("20–22 March");
    expect(await answer.locator("blockquote").textContent()).toContain("from 20 to 22 March");
    expect(await answer.locator("i").textContent()).toContain("The Kremlin");

    const why = page.getByRole("complementary", { name: "Why this reply" });
    await why.getByText("Of all passages, this one fits the question best").waitFor();
    expect(await why.locator("summary").first().textContent()).toContain("the Kremlin");
  });

  test("pages through a person's points in place", async () => {
    const { page } = await openPage();
    const answer = await ask(page, "What are the expert's main points?");
    expect(await answer.textContent()).toContain("Valery Klochok: main points");
    await answer.getByRole("button", { name: "1", exact: true }).click();
    await answer.locator("blockquote").waitFor();
    const first = await answer.locator("blockquote").textContent();
    await answer.getByRole("button", { name: "›" }).click();
    await vi.waitFor(async () =>
      expect(await answer.locator("blockquote").textContent()).not.toBe(first),
    );
    expect(await page.locator(".bots").count()).toBe(1);
  });

  test("quotes the words selected in a message", async () => {
    const { page } = await openPage();
    const answer = await ask(page, "When is Xi visiting Moscow?");
    await answer.locator("blockquote b").first().dblclick();
    await page.getByRole("button", { name: "Quote and ask" }).click();
    const next = await ask(page, "who says this?");
    expect(await page.locator(".own .reply-to").textContent()).toContain("Xi");
    expect(await next.textContent()).toContain("Kremlin");
  });

  test("answers in the group only when addressed", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Group" }).click();
    await page.getByLabel("Your question").fill("good morning all");
    await page.getByLabel("Your question").press("Enter");
    const answer = await ask(page, "@ask_the_article_bot when is the visit?");
    expect(await answer.textContent()).toContain("20–22 March");
    expect(await answer.locator(".reply-to").count()).toBe(1);
    expect(await page.locator(".bots").count()).toBe(1);
  });

  test("posts a passage found by an inline query", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Group" }).click();
    await page.getByRole("button", { name: "Inline query" }).click();
    await page.getByRole("textbox", { name: "Inline query" }).fill("nato");
    const results = page.getByRole("listbox", { name: "Inline results" });
    await results.getByRole("option").first().click();
    await page.locator(".own blockquote").waitFor();
    expect(await page.locator(".own").textContent()).toContain("NATO");
    expect(await page.locator(".own").textContent()).toContain("via the bot");

    await page.getByRole("button", { name: "Ask the article" }).click();
    await page.getByRole("button", { name: "Private chat", pressed: true }).waitFor();
    await page.locator(".bots").first().waitFor();
    expect(await page.locator(".own .text").textContent()).toMatch(/^\/start xi-moscow-visit_/u);
  });

  test("folds a long passage, and copies its key sentence", async () => {
    const { page, contentDir, logged } = await openPage({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const file = join(contentDir, "embassy.md");
    const filler = "Nobody in the street took any notice of it on that day. ".repeat(5);
    const head = "---\ntitle: Embassy\nsource: { publisher: The Gazette }\n---\n";
    writeFileSync(file, `${head}\n${filler}The embassy moved to a lighthouse. ${filler}\n`);
    // Asked before, it would be a question about the article that was there.
    await vi.waitFor(() => expect(logged).toContain("the articles were reloaded"), RELOAD_MS);
    await vi.waitFor(async () => {
      const reply = await ask(page, "Where did the embassy move?");
      expect(await reply.locator("blockquote.folded").count()).toBe(1);
    });
    const answer = page.locator(".bots").last();
    await answer.getByRole("button", { name: "Show all" }).click();
    expect(await answer.locator("blockquote.folded").count()).toBe(0);

    await answer.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied").waitFor();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toBe("The embassy moved to a lighthouse.\n— The Gazette");
  });

  test("shows a mistake in the content with its line until it is fixed", async () => {
    const { page, contentDir, logged } = await openPage();
    const file = join(contentDir, "xi-moscow-visit.md");
    const good = readFileSync(file, "utf8");
    await page.getByRole("button", { name: "Start" }).waitFor();
    writeFileSync(file, good.replace(/^language:.*$/mu, "language: ["));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/xi-moscow-visit\.md:\d+: /u);
    expect(logged.join("\n")).toMatch(/xi-moscow-visit\.md:\d+: /u);
    const answer = await ask(page, "When is Xi visiting Moscow?");
    expect(await answer.textContent()).toContain("20–22 March");

    writeFileSync(file, good.replaceAll("20–22 March", "21–23 March"));
    await alert.waitFor({ state: "detached" });
    const later = await ask(page, "When is Xi visiting Moscow?");
    expect(await later.textContent()).toContain("21–23 March");
  });

  test("fits a phone in dark mode", async () => {
    const { page } = await openPage({
      viewport: { width: 360, height: 700 },
      colorScheme: "dark",
    });
    await ask(page, "What are the expert's main points?");
    const width = await page.evaluate("document.documentElement.scrollWidth");
    const ground = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(width).toBe(360);
    expect(ground).toBe("rgb(18, 23, 22)");
  });

  test("works without a mouse", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Start" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".bots").first().waitFor();
    await page.getByLabel("Your question").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("listbox", { name: "Commands" }).waitFor();
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Your question");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("option", { selected: true }).textContent()).toContain("/privacy");
    await page.keyboard.press("Enter");
    await page.locator(".bots").nth(1).waitFor();
  });

  test("an edited question is marked as edited", async () => {
    const { page } = await openPage();
    await ask(page, "When is Xi visiting Moscow?");
    const own = page.locator(".own").first();
    await own.hover();
    await own.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Your question").fill("What will they discuss?");
    await page.getByLabel("Your question").press("Enter");
    await own.getByText("edited").waitFor();
    expect(await own.locator(".text").textContent()).toContain("What will they discuss?");
  });

  test("puts no text into the page as HTML", async () => {
    const { page } = await openPage();
    await ask(page, "<img src=x onerror=alert(1)> visit?");
    expect(await page.locator(".own .text img").count()).toBe(0);
    expect(await page.locator(".own .text").textContent()).toContain("<img");
  });
});
