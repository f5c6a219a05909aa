import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually, temporaryFolder } from "../support/bot-process.ts";
import { openPollingTelegram } from "../support/webhook-bot.ts";

/** As many as a bot may find after a night; fewer in the short form. */
const BACKLOG = process.env["KILLS"] === undefined ? 500 : 10_000;
const READERS = 50;
const ANSWERED_MS = 120_000;
const MEGABYTE = 1024;

/** Memory of a process in kilobytes, as Linux reports it; nothing on other systems. */
function residentKilobytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

test(
  "a backlog is answered whole and in each chat's order, and does not pile up in memory",
  async () => {
    const { telegram, startAnswering } = await openPollingTelegram();
    const users = Array.from({ length: READERS }, () =>
      telegram.simulateUser(telegram.createUser()),
    );
    for (let number = 0; number < BACKLOG; number += 1) {
      users[number % READERS]?.say(`what about qz${100_000 + number}?`);
    }
    const bot = await startAnswering();
    const before = residentKilobytes(bot.child.pid);
    await eventually(() => expect(telegram.pending()).toEqual([]), ANSWERED_MS);
    await telegram.untilIdle();

    const answered = (user: (typeof users)[number]) =>
      user.messages().flatMap(({ from, text }) => (from?.is_bot === true ? (text ?? "") : []));
    const asked = (reader: number) =>
      Array.from(
        { length: BACKLOG / READERS },
        (_, turn) => `qz${100_000 + reader + turn * READERS}`,
      );
    for (const [reader, user] of users.entries()) {
      expect(answered(user)).toEqual(
        asked(reader).map((marker) => expect.stringContaining(marker)),
      );
    }
    expect(residentKilobytes(bot.child.pid) - before).toBeLessThan(150 * MEGABYTE);
  },
  ANSWERED_MS + 30_000,
);

const harbour = (time: string) => `# Ferry\n\nThe night ferry leaves the old harbour at ${time}.\n`;

test("articles saved while readers ask: every question is answered, and a mistake keeps the previous version", async () => {
  const content = temporaryFolder();
  const file = join(content, "ferry.md");
  writeFileSync(file, harbour("nine"));
  const { user, start, replies } = await openPollingTelegram();
  const bot = start({ CONTENT_DIR: content, FOLLOW_CONTENT: "yes" });
  await eventually(() => expect(bot.printed()).toContain("answering"));

  const question = "When does the night ferry leave the old harbour?";
  const versions = [harbour("ten"), "---\ntitle: [\n---\n", harbour("nine"), "", harbour("ten")];
  for (const version of versions) {
    writeFileSync(file, version);
    user.say(question);
    await new Promise((resolve) => setTimeout(resolve, 150));
    user.say(question);
  }
  await eventually(() => expect(replies()).toHaveLength(2 * versions.length));
  expect(replies().filter((text) => !/at (?:nine|ten)/u.test(text ?? ""))).toEqual([]);
  expect(replies().at(-1)).toContain("at ten");
});
