import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runCommand } from "../../cli/run-command.ts";
import { browserOrSkip, openBrowser } from "../../support/open-browser.ts";
import { ask, openPreviewPage } from "../../support/open-preview-page.ts";
import { askedAboutFerry } from "../../support/asked-about-ferry.ts";
import type { LoggedQuestion } from "../../support/question-log-of.ts";

const chromium = browserOrSkip();
const FERRY = "harbour-ferry";
/** The whole folder is evaluated. */
const EVAL_MS = 60_000;

describe.skipIf(chromium === undefined)("what readers asked", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser.close());

  async function openReaders(
    questions: readonly LoggedQuestion[] = askedAboutFerry(),
    look: BrowserContextOptions = {},
  ) {
    const articles = "test/fixtures/articles";
    const preview = await openPreviewPage(browser, { ...look, questions, articles });
    const { page, contentDir } = preview;
    await page.getByRole("link", { name: "Desk" }).click();
    await page.getByRole("link", { name: "Readers" }).click();
    await page.getByRole("heading", { name: "What readers asked" }).waitFor();
    const file = (name: string) => readFileSync(join(contentDir, name), "utf8");
    const gapsInEval = async () => {
      const { stdout } = await runCommand("eval", ["--content", contentDir]);
      return /^gap +(?<right>\d+) +(?<total>\d+) /mu.exec(stdout)?.groups;
    };
    return { ...preview, file, gapsInEval };
  }

  test(
    "a press and a click on the right passage make a golden question that eval counts",
    async () => {
      const { page, file, gapsInEval } = await openReaders();
      const name = `${FERRY}.questions.yaml`;
      const before = file(name);
      const group = groupOf(page, "How much is the boat");
      await group.getByText("2 times").waitFor();
      await group.getByText("not answered 2").waitFor();
      await group.getByText("1 other wording").click();
      await group.getByText("what does the boat cost for pensioners").waitFor();
      await press(group, "Golden question");
      await passage(group, "A single ticket costs 9 crowns").click();
      await toldOf(page, `Golden question in ${name}: #fares answers it.`);
      expect(file(name)).toBe(
        `${before}- { ask: "How much is the boat for pensioners?", kind: gap, expect: answered, passage: fares }\n`,
      );
      expect(await gapsInEval()).toMatchObject({ total: "1" });
      expect(await group.count()).toBe(0);

      await page.locator(".settled li").getByRole("button", { name: "Undo" }).click();
      await toldOf(page, "Taken back");
      expect(file(name)).toBe(before);
      await group.waitFor();
    },
    EVAL_MS,
  );

  test(
    "one press says “not in the article”, and eval asks that as well",
    async () => {
      const { page, file, gapsInEval } = await openReaders();
      await press(groupOf(page, "sauna on the ferry"), "Not in the article");
      await toldOf(page, `Golden question in ${FERRY}.questions.yaml: not in the article.`);
      expect(file(`${FERRY}.questions.yaml`)).toMatch(
        /sauna on the ferry.+expect: not-covered \}\n$/u,
      );
      expect(await gapsInEval()).toMatchObject({ right: "1", total: "1" });
    },
    EVAL_MS,
  );

  test("keywords go into the article, mend the question, and are taken out again", async () => {
    const { page, file } = await openReaders();
    const before = file(`${FERRY}.md`);
    const group = groupOf(page, "steamer");
    await press(group, "Add keywords");
    await group.getByRole("button", { name: "arrive", exact: true }).click();
    await group.getByText("passages", { exact: false }).last().click();
    await passage(group, "The ship leaves Port Vellan at 22:40").click();
    await toldOf(page, `Keywords of #timetable in ${FERRY}.md: steamer.`);
    expect(file(`${FERRY}.md`)).toBe(before.replace("days, sail", "$&, steamer"));
    await page.locator(".settled li").getByRole("button", { name: "Undo" }).click();
    await toldOf(page, "Taken back");
    expect(file(`${FERRY}.md`)).toBe(before);
  });

  test("what was dismissed is gone, and comes back when the chat is asked again", async () => {
    const { page } = await openReaders();
    const group = groupOf(page, "Will bitcoin go up?");
    await press(group, "Dismiss");
    await toldOf(page, "Dismissed.");
    await group.waitFor({ state: "detached" });
    // The pressed button is gone: the focus is where it is told.
    expect(await page.evaluate("document.activeElement.className")).toBe("done-bar");
    await page.getByRole("link", { name: "Chat" }).click();
    await ask(page, "Will bitcoin go up?");
    await page.getByRole("link", { name: "Desk" }).click();
    await vi.waitFor(
      async () => {
        await page.goto(`${new URL("/desk/", page.url()).href}#readers`);
        await page.reload();
        await groupOf(page, "Will bitcoin go up?").getByText("once").waitFor({ timeout: 1000 });
      },
      { timeout: 15_000 },
    );
  });

  test("“wrong person” leads to the sentence, which has a mark until it is settled", async () => {
    const { page } = await openReaders();
    await groupOf(page, "evening trips").getByRole("link", { name: "31,000" }).click();
    const sentence = page.locator('.sentence[aria-current="true"]');
    await sentence.getByText("wrong person? 2").waitFor();
    expect(await sentence.textContent()).toContain("We counted 31,000 evening trips");
    await page.locator(".panel").getByText("2 readers say wrong person").waitFor();
    await page.getByRole("button", { name: "Settled" }).click();
    await page.locator(".vote-mark").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Readers" }).click();
    await groupOf(page, "sauna on the ferry").waitFor();
    expect(await groupOf(page, "evening trips").count()).toBe(0);
  });

  test("what is mended can be hidden; a refusal is told, and everything stays", async () => {
    const { page, file } = await openReaders();
    const mended = groupOf(page, "How much is a single ticket?");
    await mended.getByText("has a good answer now").waitFor();
    await page.getByLabel("hide what has a good answer now").check();
    expect(await mended.count()).toBe(0);
    const group = groupOf(page, "sauna on the ferry");
    const before = file(`${FERRY}.questions.yaml`);
    await press(group, "Golden question");
    await group.getByLabel("The question").fill("How much is a ticket?");
    await passage(group, "").first().click();
    await page.getByText("asks this already").waitFor();
    expect(file(`${FERRY}.questions.yaml`)).toBe(before);
    await group.waitFor();
  });

  test("drawings say what they show, and their figures are in tables", async () => {
    const { page } = await openReaders();
    const drawing = page.getByRole("img", { name: /^Answers by day, .+: 4 answered, / });
    await drawing.waitFor();
    await page.locator("figure", { has: drawing }).getByText("As a table").click();
    const rows = page.locator("figure", { has: drawing }).locator("tbody tr");
    expect(await rows.count()).toBe(3);
    await page
      .getByRole("img", {
        name: /^Votes by day, .+: 1 good, 0 bad, 0 wrong passage, 2 wrong person/,
      })
      .waitFor();
    await page.getByRole("button", { name: "7 days" }).click();
    await page.getByRole("button", { name: "7 days", pressed: true }).waitFor();
    await page.getByText("Questions are kept for 90 days").waitFor();
  });

  test("on a phone everything fits; without questions the page says so", async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await openReaders(undefined, { viewport });
    await press(groupOf(page, "sauna on the ferry"), "Golden question");
    await page.locator(".passage-choice").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const empty = await openReaders([]);
    await empty.page.getByText("Nobody has asked anything in this time").waitFor();
    const off = await openPreviewPage(browser);
    await off.page.goto(`${new URL("/desk/", off.page.url()).href}#readers`);
    await off.page.getByText("Questions are not kept").waitFor();
  });
});

function groupOf(page: Page, question: string): Locator {
  return page.locator(".reader-group", { hasText: question });
}

function passage(group: Locator, words: string): Locator {
  return group.locator(".passage-choice", { hasText: words });
}

async function press(group: Locator, name: string): Promise<void> {
  await group.getByRole("button", { name }).click();
}

async function toldOf(page: Page, words: string): Promise<void> {
  await page.locator(".done-bar", { hasText: words }).waitFor();
}
