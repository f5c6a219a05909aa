import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";

const chromium = browserOrSkip();

const input = (page: Page) => page.locator("textarea");
const shown = (page: Page) => page.getByRole("option").locator("b").allTextContents();

describe.skipIf(chromium === undefined)("the input line of the preview", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());
  const openPage = (look: BrowserContextOptions & { mayFail?: boolean } = {}) =>
    openPreviewPage(browser, look);

  test("a slash opens the commands, filtered as one types", async () => {
    const { page } = await openPage();
    await input(page).pressSequentially("/");
    expect(await shown(page)).toContain("/dates");
    expect((await shown(page)).length).toBeGreaterThan(5);
    await input(page).pressSequentially("p");
    expect(await shown(page)).toEqual(["/people", "/privacy"]);
    await input(page).pressSequentially("ri");
    expect(await shown(page)).toEqual(["/privacy"]);
    await input(page).pressSequentially("x");
    expect(await page.getByRole("listbox").count()).toBe(0);
    await input(page).fill("");
    expect(await page.getByRole("listbox").count()).toBe(0);
  });

  test.each([
    ["Enter", "sends", ["/people"], ""],
    ["Tab", "completes", [], "/people "],
  ])("%s %s the command that the arrows reach", async (key, _does, sent, left) => {
    const { page } = await openPage();
    await input(page).pressSequentially("/p");
    await input(page).press("ArrowDown");
    await input(page).press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).count()).toBe(1);
    await input(page).press(key);
    await page.getByRole("listbox").waitFor({ state: "detached" });
    if (sent.length > 0) await page.locator(".bots").waitFor();
    expect(await page.locator(".own .text").allTextContents()).toEqual(sent);
    expect(await input(page).inputValue()).toBe(left);
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Your question");
  });

  test("Esc or a press elsewhere closes a menu and keeps the text", async () => {
    const { page } = await openPage();
    const menus = page.locator(".menu");
    await input(page).pressSequentially("/d");
    await input(page).press("Escape");
    expect([await menus.count(), await input(page).inputValue()]).toEqual([0, "/d"]);
    await input(page).pressSequentially("a");
    await menus.waitFor();
    await page.locator(".log").click({ position: { x: 5, y: 5 } });
    expect([await menus.count(), await input(page).inputValue()]).toEqual([0, "/da"]);

    await page.getByRole("button", { name: "Commands" }).click();
    await menus.waitFor();
    await page.keyboard.press("Escape");
    expect(await menus.count()).toBe(0);
  });

  test("a command from the menu loses nothing that was typed", async () => {
    const { page } = await openPage();
    await input(page).fill("half a question");
    await page.getByRole("button", { name: "Commands" }).click();
    await page.getByRole("option", { name: "/dates" }).click();
    await page.locator(".bots").waitFor();
    expect(await input(page).inputValue()).toBe("half a question");

    await page.getByRole("button", { name: "Group" }).click();
    await input(page).fill("when is the visit?");
    await page.getByRole("button", { name: "Commands" }).click();
    await page.getByRole("option", { name: "/ask" }).click();
    expect(await input(page).inputValue()).toBe("/ask when is the visit?");
  });

  test("one menu is open at a time", async () => {
    const { page } = await openPage();
    const commands = page.getByRole("button", { name: "Commands" });
    const inline = page.getByRole("button", { name: "Inline query" });
    for (const press of [commands, inline, commands, inline, inline]) {
      await press.click();
      expect(await page.locator(".menu").count()).toBeLessThanOrEqual(1);
    }
    await inline.click();
    await page.getByRole("listbox", { name: "Inline results" }).waitFor();
    await commands.click();
    await page.getByRole("listbox", { name: "Commands" }).waitFor();
    expect(await page.locator(".menu").count()).toBe(1);
    await page.getByRole("button", { name: "Why?" }).click();
    expect(await page.locator(".menu").count()).toBe(0);
  });

  test("an at sign offers the bot's name in a group, and an inline query", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Group" }).click();
    await input(page).pressSequentially("@as");
    expect(await shown(page)).toEqual(["@ask_the_article_bot", "@ask_the_article_bot …"]);
    await input(page).press("Enter");
    expect(await input(page).inputValue()).toBe("@ask_the_article_bot ");
    await input(page).pressSequentially("when is the visit?");
    await input(page).press("Enter");
    await page.locator(".bots").waitFor();

    await page.getByRole("button", { name: "Private chat" }).click();
    await page.locator(".bots").waitFor({ state: "detached" });
    await input(page).pressSequentially("@");
    await page.getByRole("option").first().waitFor();
    await input(page).press("Enter");
    await page.getByRole("listbox", { name: "Inline results" }).waitFor();
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Inline query");
  });

  test("an inline query without results says so and leads to the bot", async () => {
    const { page } = await openPage();
    await page.getByRole("button", { name: "Inline query" }).click();
    await input(page).fill("zzzz qqqq");
    await page.getByRole("option", { name: "Nothing found" }).click();
    await page.locator(".bots").waitFor();
    await page.getByRole("button", { name: "Inline query" }).click();
    await input(page).fill("z".repeat(300));
    expect(await page.locator(".menu").textContent()).toContain("at most 256 characters");
  });

  test("a message that is too long is counted, kept and sent once it fits", async () => {
    const { page } = await openPage();
    const long = `When is the visit? ${"x".repeat(4077)}`;
    await input(page).fill(`${long}yz`);
    await input(page).press("Enter");
    await page.getByText("This message has 4,098 characters").waitFor();
    expect(await page.locator(".trouble").textContent()).toContain("shorten it by 2");
    expect((await input(page).inputValue()).length).toBe(4098);
    expect(await page.locator(".own").count()).toBe(0);
    await input(page).press("Backspace");
    await input(page).press("Backspace");
    expect(await page.locator(".trouble").count()).toBe(0);
    await input(page).press("Enter");
    await page.locator(".bots").waitFor();
    expect(await input(page).inputValue()).toBe("");
  });

  test.each([
    ["an error of the server", 500, '{"error":[{"code":"too_big"}]}', "error 500"],
    ["a proxy's page", 502, "<html>Bad gateway</html>", "error 502"],
    ["a refusal in JSON", 400, '[{"origin":"string"}]', "error 400"],
    ["a refusal in words", 400, "This is too much.", "This is too much."],
    ["no network", undefined, "", "does not respond"],
  ])("%s becomes a sentence, and the text is kept", async (_name, status, body, sentence) => {
    const { page } = await openPage({ mayFail: true });
    await input(page).waitFor();
    await page.route("**/act", (route) =>
      status === undefined ? route.abort() : route.fulfill({ status, body }),
    );
    await input(page).fill("When is the visit?");
    await input(page).press("Enter");
    const trouble = page.locator(".trouble");
    await trouble.waitFor();
    expect(await trouble.textContent()).toContain(sentence);
    expect(await trouble.textContent()).not.toMatch(/[{<]/u);
    expect(await input(page).inputValue()).toBe("When is the visit?");

    await page.unroute("**/act");
    await trouble.getByRole("button", { name: "Try again" }).click();
    await page.locator(".bots").waitFor();
    expect(await trouble.count()).toBe(0);
    expect(await input(page).inputValue()).toBe("");
    expect(await page.locator(".own").count()).toBe(1);
  });

  test("when the preview stops, the page says so and keeps what was written", async () => {
    const { page, stop } = await openPage({ mayFail: true });
    await ask(page, "When is the visit?");
    await stop();
    await page.getByRole("alert").getByText("The preview has stopped").waitFor();
    await input(page).fill("And in April?");
    await input(page).press("Enter");
    await page.getByText("does not respond").waitFor();
    expect(await input(page).inputValue()).toBe("And in April?");
  });

  test("each chat keeps its draft", async () => {
    const { page } = await openPage();
    await input(page).fill("half a question");
    await page.getByRole("button", { name: "Group" }).click();
    expect(await input(page).inputValue()).toBe("");
    await page.getByRole("button", { name: "Private chat" }).click();
    expect(await input(page).inputValue()).toBe("half a question");
  });

  test("spaces alone are not sent; emoji, right-to-left text and long words are", async () => {
    const { page } = await openPage({ viewport: { width: 320, height: 640 } });
    await input(page).fill("   \n ");
    await input(page).press("Enter");
    expect(await page.locator(".own").count()).toBe(0);
    await ask(page, "🙂🙂");
    await ask(page, "متى الزيارة؟");
    await ask(page, "w".repeat(1000));
    const isRightToLeft = await page.evaluate("!!document.querySelector('.own .text:dir(rtl)')");
    expect(isRightToLeft).toBe(true);
    await input(page).fill("w".repeat(3000));
    expect(await input(page).evaluate((line) => line.getBoundingClientRect().right)).toBeLessThan(
      320,
    );
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBe(640);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    const log = page.locator(".log");
    expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
});
