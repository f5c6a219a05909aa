import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { articleFolder } from "../support/article-folder.ts";
import {
  BETWEEN_QUESTIONS_MS,
  ferry,
  openReader,
  QUESTION,
  SETTLED_MS,
} from "../support/database-reader.ts";
import { eventually, expectNothingPrivate, temporaryFolder } from "../support/bot-process.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

const QUAY = `# The quay is closed

The old quay is closed to lorries until the wall is mended.
`;

const FILES = { "ferry.md": ferry("Monday"), "quay.md": QUAY };

/** Some seconds' work. */
const ARTICLES = 400;

function article(number: number): string {
  const text = (part: number) =>
    `Street ${number} of district ${part} was paved by workers of team ${number * part}, says the plan of Aldermoor. It cost ${number + part} crowns.`;
  return `# The street number ${number}\n\n${Array.from({ length: 20 }, (_, part) => text(part)).join("\n\n")}\n`;
}

const COUNTS = `
  SELECT language, passages, originals, words, documents, terms,
    (SELECT md5(string_agg(concat_ws(' ', own.language, term, own.passages, texts), ',' ORDER BY own.language, term))
      FROM archive_terms AS own) AS in_terms,
    (SELECT md5(string_agg(concat_ws(' ', own.language, word, uses, names, sounds), ',' ORDER BY own.language, word))
      FROM archive_words AS own) AS in_words,
    (SELECT md5(string_agg(concat_ws(' ', own.language, key, id, articles, own.passages), ',' ORDER BY own.language, key, id))
      FROM archive_names AS own) AS in_names,
    (SELECT count(*) FROM archive_passages) AS all_passages
  FROM archive_statistics WHERE passages > 0 ORDER BY language`;

type Act = (server: Awaited<ReturnType<typeof startPostgres>>) => unknown;

describe.skipIf(!hasPostgres())("a bot that answers from the database", () => {
  test("answers from the articles of a folder, from an edit at once, and not from one that is gone", async () => {
    const { url, password } = await startPostgres();
    const { ask, askUntil, startBot } = await openReader(url);
    const folder = articleFolder(FILES);
    const bot = await startBot({ CONTENT_DIR: folder });
    expect(await ask(QUESTION)).toContain("sails to the island on Monday");
    expect(await ask("What is closed to lorries?")).toContain("old quay is closed");

    writeFileSync(join(folder, "ferry.md"), ferry("Tuesday"));
    await askUntil(QUESTION, "sails to the island on Tuesday");
    rmSync(join(folder, "ferry.md"));
    await eventually(async () => {
      await sleep(BETWEEN_QUESTIONS_MS);
      expect(await ask(QUESTION)).not.toContain("Tuesday");
    }, SETTLED_MS);

    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expectNothingPrivate(bot.printed(), password);
  }, 300_000);

  test("edits reach all replicas, also one without a folder, and one killed while it indexes costs nothing", async () => {
    const { url, asSuperuser: reading } = await startPostgres();
    const { ask, askUntil, startBot, start, environment } = await openReader(url);
    const many = Object.fromEntries(
      Array.from({ length: ARTICLES }, (_, number) => [`article-${number}.md`, article(number)]),
    );
    const folder = articleFolder({ ...FILES, ...many });
    const indexing = start({ ...environment, CONTENT_DIR: folder, STATE_DIR: temporaryFolder() });
    await eventually(async () => {
      const [row] = await reading("SELECT count(*) AS n FROM archive_articles");
      expect(Number(row?.n)).toBeGreaterThan(0);
    }, SETTLED_MS);
    indexing.child.kill("SIGKILL");
    await indexing.ended;
    const [halfway] = await reading("SELECT count(*) AS n FROM archive_articles");
    const bot = await startBot({ CONTENT_DIR: folder, STATE_DIR: temporaryFolder() });
    await eventually(async () => {
      const [row] = await reading("SELECT count(*) AS n FROM archive_articles");
      expect(Number(row?.n)).toBe(ARTICLES + 2);
    }, SETTLED_MS);
    console.log(`killed with ${halfway?.n} of ${ARTICLES + 2} articles indexed`);
    expect(await ask(QUESTION)).toContain("on Monday");

    // As if all had been written once.
    const counts = await reading(COUNTS);
    await reading("UPDATE archive_progress SET change = 0, form = 0");
    writeFileSync(join(folder, "ferry.md"), ferry("Tuesday"));
    await askUntil(QUESTION, "on Tuesday");
    writeFileSync(join(folder, "ferry.md"), ferry("Monday"));
    await askUntil(QUESTION, "on Monday");
    expect(await reading(COUNTS)).toEqual(counts);
    expect(bot.child.exitCode).toBeNull();
  }, 400_000);

  test.each<[string, Act, Act]>([
    ["is away", ({ stop }) => stop(), ({ start }) => start()],
    ["hangs", ({ freeze }) => freeze(), ({ thaw }) => thaw()],
  ])(
    "a question asked while the database %s is answered when it works again",
    async (_how, begin, end) => {
      const server = await startPostgres();
      const { user, replies, ask, startBot } = await openReader(server.url);
      const bot = await startBot({ CONTENT_DIR: articleFolder(FILES) });
      expect(await ask(QUESTION)).toContain("on Monday");
      await begin(server);
      const before = replies().length;
      user.say("What does the harbour café sell?");
      await sleep(12_000);
      expect(replies().length).toBe(before);
      await end(server);
      await eventually(() => expect(replies().length).toBe(before + 1), SETTLED_MS);
      expect(replies().at(-1)).toContain("smoked fish");
      await sleep(3000);
      expect(replies().length).toBe(before + 1);
      expect(bot.printed()).not.toMatch(/given up|abandoned/u);
    },
    300_000,
  );
});
