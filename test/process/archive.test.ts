/** A real bot with an archive, as `npm run bench -- --archive` measures it with twenty times as many passages. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { grownCollection } from "../bench/grown-collection.ts";
import { measureArchive } from "../bench/archive/measure-archive.ts";
import { eventually, MAIN, openTelegram, temporaryFolder } from "../support/bot-process.ts";

const FIXTURES = "test/fixtures/articles";
const PASSAGES = 5000;
/** Ten times what is usual. */
const PAUSE_MS = 500;
const ANSWER_MS = 1000;
const SAVED_START_S = 20;
const ENDED_MS = 2000;
/** Less than reading takes. */
const READING_MS = 500;

/** Paragraphs of the made-up articles, as plain text. */
function passagesOfFixtures(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => readFileSync(join(FIXTURES, name), "utf8").split("\n\n"))
    .filter((text) => /^\p{Lu}[\p{L} ,]{40}/u.test(text));
}

test("an archive is reloaded without delaying answers, and kept for the next start", async () => {
  const passages = grownCollection(passagesOfFixtures(), PASSAGES);
  const questions = ["When does the ferry leave?", "Who paid for the bridge?"];
  const measured = await measureArchive(passages, questions);
  expect(measured.pauseMs).toBeLessThan(PAUSE_MS);
  expect(measured.answerMs).toBeLessThan(ANSWER_MS);
  expect(measured.savedStartSeconds).toBeLessThan(SAVED_START_S);
}, 180_000);

test("a bot that is asked to stop while it reads an archive ends at once", async () => {
  const content = temporaryFolder();
  const save = (text: string) => writeFileSync(join(content, "boats.md"), `# Boats\n\n${text}\n`);
  save("The night ferry leaves at nine.");
  const { start } = await openTelegram();
  const bot = start(MAIN, { CONTENT_DIR: content });
  await eventually(() => expect(bot.printed()).toContain("answering"));

  save(Array.from({ length: 20_000 }, (_, at) => `Boat ${at} brings ${at} apples.`).join("\n\n"));
  bot.child.kill("SIGHUP");
  await sleep(READING_MS);
  const began = performance.now();
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(ENDED_MS);
  expect(bot.printed()).not.toContain("the articles");
}, 60_000);
