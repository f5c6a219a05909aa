/** A real bot with an archive, as `npm run bench -- --archive` measures it with twenty times as many passages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { grownCollection } from "../bench/grown-collection.ts";
import { measureArchive } from "../bench/archive/measure-archive.ts";

const FIXTURES = "test/fixtures/articles";
const PASSAGES = 5000;
/** Ten times what is usual. */
const PAUSE_MS = 500;
const ANSWER_MS = 1000;
const SAVED_START_S = 20;

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
