import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/random.ts";
import { eventually, MAIN, openTelegram, temporaryFolder } from "../support/bot-process.ts";
import { damaged } from "../support/damage.ts";

/** `npm run damage` saves two thousand. */
const SAVES = Number(process.env["SAVES"] ?? 60);
const A_SAVE_MS = 5000;
const QUESTION = "When is Xi visiting Moscow?";
const ANSWERED = /reloaded|xi-moscow-visit(?:\.uk|\.ru)?\.md:\d+: /u;
const MARKUP = /\{#[a-z]|\{by=|\bkind=|<!--|-->|<\/?[a-z]/u;

/** A bot that follows a folder with the sample and its translations. */
async function openFollowing() {
  const folder = join(temporaryFolder(), "content");
  cpSync("content", folder, { recursive: true });
  const telegram = await openTelegram();
  const environment = { CONTENT_DIR: folder, FOLLOW_CONTENT: "yes" };
  const bot = telegram.start(MAIN, environment);
  await eventually(() => expect(bot.printed()).toContain("answering"));
  const ask = async (): Promise<string> => {
    const before = telegram.replies().length;
    telegram.user.say(QUESTION);
    await eventually(() => expect(telegram.replies().length).toBe(before + 1));
    return telegram.replies().at(-1) ?? "";
  };
  return { folder, bot, ask };
}

test(
  "whatever is saved, the bot survives, reports mistakes with their lines, and answers without markup",
  async () => {
    const { folder, bot, ask } = await openFollowing();
    const names = ["xi-moscow-visit.md", "xi-moscow-visit.uk.md", "xi-moscow-visit.ru.md"];
    const whole = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    const answers: string[] = [];
    const reloads = () => bot.printed().split("the articles were reloaded").length;

    for (let seed = 1; seed <= SAVES; seed++) {
      const name = names[seed % names.length] ?? "";
      const printedBefore = bot.printed().length;
      writeFileSync(join(folder, name), damaged(whole.get(name) ?? "", seededRandom(seed)));
      // The save is either loaded or reported as a mistake with its line, there or in a translation.
      await eventually(() => expect(bot.printed().slice(printedBefore)).toMatch(ANSWERED));
      if (seed % 10 === 0) answers.push(await ask());

      const before = reloads();
      writeFileSync(join(folder, name), whole.get(name) ?? "");
      await eventually(() => expect(reloads()).toBeGreaterThan(before));
    }
    expect(answers.filter((answer) => MARKUP.test(answer))).toEqual([]);
    expect(bot.child.exitCode).toBeNull();
    expect(bot.printed()).not.toMatch(/at .*\.ts:\d|a bug/u);
    expect(await ask()).toContain("20–22 March");
  },
  SAVES * A_SAVE_MS,
);
