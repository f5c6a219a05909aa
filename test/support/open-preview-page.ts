import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { runBot } from "../../src/delivery/run-bot.ts";
import { startDesk } from "../../src/desk/start-desk.ts";
import { openQuestionLog } from "../../src/question-log/open-question-log.ts";
import { type LoggedQuestion, questionLogOf } from "./question-log-of.ts";
import { firstContentIn } from "./first-content.ts";

export type PreviewPage = {
  readonly page: Page;
  readonly openTab: () => Promise<Page>;
  readonly contentDir: string;
  /** What the terminal shows. */
  readonly logged: readonly string[];
  readonly stop: () => Promise<void>;
};

type Look = BrowserContextOptions & {
  /** The question log at the start, of the articles in `articles`. */
  readonly questions?: readonly LoggedQuestion[];
  readonly articles?: string;
  /** The browser's console may show errors that the test provokes. */
  readonly mayFail?: boolean;
  /** Nothing is published yet; there is not even a folder. */
  readonly isEmpty?: boolean;
};

/** A page of its own preview, with a copy of the sample article to edit. */
export async function openPreviewPage(
  browser: Browser,
  { mayFail = false, isEmpty = false, questions, articles = "content", ...look }: Look = {},
): Promise<PreviewPage> {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  const contentDir = join(folder, "content");
  if (!isEmpty) cpSync(articles, contentDir, { recursive: true });
  const logged: string[] = [];
  const kept = questions && keepQuestions(join(folder, "questions.jsonl"), contentDir, questions);
  const desk = await startDesk({
    folders: { published: contentDir, draft: join(folder, "drafts") },
    journalDir: join(folder, "journal"),
    first: firstContentIn(contentDir),
    allowsLocalPages: true,
    feeds: {
      stateDir: join(folder, "feeds"),
      lease: { hold: () => Promise.resolve(true), close: () => Promise.resolve() },
    },
    port: 0,
    log: (sentence) => logged.push(sentence),
    run: runBot,
    questions: kept,
  });
  const context = await browser.newContext(look);
  context.setDefaultTimeout(8000);
  const openTab = async () => {
    const tab = await context.newPage();
    await tab.goto(desk.url);
    await tab.locator("textarea").waitFor();
    return tab;
  };
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (line) => {
    if (line.type() === "error" && !mayFail) problems.push(line.text());
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= desk.close());
  onTestFinished(async () => {
    await context.close();
    await stop();
    await kept?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });
  await page.goto(desk.url);
  return { page, openTab, contentDir, logged, stop };
}

function keepQuestions(file: string, contentDir: string, questions: readonly LoggedQuestion[]) {
  questionLogOf(file, contentDir, questions);
  return openQuestionLog({ file, days: 90, log: () => {}, now: () => new Date() });
}

/** Types a question and waits for the reply. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const before = await page.locator(".bots").count();
  await page.getByLabel("Your question").fill(question);
  await page.getByLabel("Your question").press("Enter");
  const answer = page.locator(".bots").nth(before);
  await answer.waitFor();
  return answer;
}
