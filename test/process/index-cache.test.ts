import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, MAIN, openTelegram, temporaryFolder } from "../support/bot-process.ts";

/** Enough to be cached. */
const PASSAGES = 1200;
const QUESTION = "When does the night ferry leave the old harbour?";

/** A folder with an article so long that its index is cached. */
function writeContent(): string {
  const content = temporaryFolder();
  const crates = Array.from(
    { length: PASSAGES },
    (_, at) => `Boat number ${at} carries ${at % 7} crates of apples to the island.`,
  );
  const paragraphs = ["The night ferry leaves the old harbour at nine.", ...crates];
  writeFileSync(join(content, "ferry.md"), `# Ferry\n\n${paragraphs.join("\n\n")}\n`);
  return content;
}

test("47: a truncated index, or one of another version, is rebuilt and answers as before", async () => {
  const { user, start, replies, environment } = await openTelegram();
  const content = writeContent();
  const state = environment["STATE_DIR"] ?? "";
  const answerOnce = async () => {
    const before = replies().length;
    const bot = start(MAIN, { CONTENT_DIR: content });
    user.say(QUESTION);
    await eventually(() => expect(replies()).toHaveLength(before + 1));
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(bot.printed()).not.toContain('"level":"warn"');
    return replies().at(-1);
  };

  const answer = await answerOnce();
  expect(answer).toContain("at nine");
  const name = readdirSync(state).find((file) => file.startsWith("index-")) ?? "";
  const file = join(state, name);
  const whole = readFileSync(file);
  for (const spoil of [
    () => truncateSync(file, Math.floor(whole.length / 2)),
    () => writeFileSync(file, "ask-the-article index 0\nrest"),
  ]) {
    spoil();
    expect(await answerOnce()).toBe(answer);
    expect(readFileSync(file).equals(whole)).toBe(true);
  }
  const { mtimeMs } = statSync(file);
  expect(await answerOnce()).toBe(answer);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});
