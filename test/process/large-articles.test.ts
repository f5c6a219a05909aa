/** A real process: while it indexes a large article, readers are answered as usual. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, MAIN, openTelegram, temporaryFolder } from "../support/bot-process.ts";
import { filled } from "../support/message-kinds.ts";

/** Ten times what an answer usually takes. */
const ANSWERED_MS = 500;
/** The limit of a file is 1 MB. */
const LARGE = 1_000_000;

const numbered = (length: number) => {
  const paragraphs: string[] = [];
  for (let size = 0; size < length; size += paragraphs.at(-1)?.length ?? 0) {
    paragraphs.push(`Boat ${paragraphs.length} brings crates of apples to quay ${size % 97}.\n\n`);
  }
  return paragraphs.join("");
};

const ARTICLES: readonly (readonly [string, string])[] = [
  ["20,000 short paragraphs", numbered(LARGE)],
  ["equal paragraphs", filled("The same boat brings apples.\n\n", 1_000_000)],
  ["words of 100,000 letters", filled(`${"ж".repeat(100_000)} `, LARGE / 2)],
  ["one glued word", filled("поромчерезбухту", LARGE / 2)],
  ["one paragraph", filled("The boat number nine brings apples to the quay. ", LARGE / 5)],
];

test.each(ARTICLES)(
  "an article of %s is indexed without delaying answers",
  async (_what, text) => {
    const content = temporaryFolder();
    const ferry = "The night ferry leaves the old harbour at nine.";
    writeFileSync(join(content, "ferry.md"), `# Ferry\n\n${ferry}\n`);
    const { telegram, start } = await openTelegram();
    const bot = start(MAIN, { CONTENT_DIR: content, FOLLOW_CONTENT: "yes" });
    await eventually(() => expect(bot.printed()).toContain("answering"));

    const times: number[] = [];
    const ask = async () => {
      const user = telegram.simulateUser(telegram.createUser());
      const began = performance.now();
      user.say(`When does the night ferry leave, ${times.length}?`);
      const answer = () => user.messages().find(({ from }) => from?.is_bot === true)?.text ?? "";
      await expect.poll(answer, { interval: 5, timeout: 15_000 }).toContain(ferry);
      times.push(performance.now() - began);
    };
    await ask();
    times.length = 0;
    writeFileSync(join(content, "large.md"), `# Large\n\n${text}\n`);
    while (!bot.printed().includes("the articles were reloaded")) await ask();
    // Preparations for later questions come afterwards.
    for (let more = 0; more < 10; more += 1) await ask();
    expect(Math.max(...times)).toBeLessThan(ANSWERED_MS);
  },
  60_000,
);
