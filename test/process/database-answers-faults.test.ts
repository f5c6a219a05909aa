import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openEditorial } from "../../src/desk/editorial/editorial.ts";
import { articleFolder } from "../support/article-folder.ts";
import { eventually, temporaryFolder } from "../support/bot-process.ts";
import {
  BETWEEN_QUESTIONS_MS,
  ferry,
  openReader,
  QUESTION,
  SETTLED_MS,
} from "../support/database-reader.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { balance } from "../support/round-robin.ts";
import { openSmallDisk } from "../support/small-disk.ts";
import { freePort, openWebhookTelegram } from "../support/webhook-bot.ts";

const SOUP = "What does the harbour café sell?";
const TEST_MS = 300_000;
/** Longer than a statement of a question may wait for a lock. */
const LOCKED_S = 8;

describe.skipIf(!hasPostgres())("a bot that answers from the database", () => {
  test(
    "answers what needs no locked table meanwhile, and the rest when it is free, once",
    async () => {
      const { url, asSuperuser } = await startPostgres();
      const { telegram, user, replies, ask, startBot } = await openReader(url);
      const bot = await startBot({ CONTENT_DIR: articleFolder({ "ferry.md": ferry("Monday") }) });
      expect(await ask(QUESTION)).toContain("on Monday");
      const other = telegram.simulateUser(telegram.createUser());
      const held = asSuperuser(
        `BEGIN; LOCK TABLE archive_articles; SELECT pg_sleep(${LOCKED_S}); COMMIT`,
      );
      const locks = `SELECT FROM pg_locks WHERE relation = 'archive_articles'::regclass
        AND mode = 'AccessExclusiveLock' AND granted`;
      await eventually(async () => expect(await asSuperuser(locks)).toHaveLength(1));
      const before = replies().length;
      const askedAt = performance.now();
      user.say(SOUP);
      other.say("/help");
      const said = () => other.messages().filter(({ from }) => from?.is_bot).length;
      await eventually(() => expect(said()).toBeGreaterThan(0));
      expect(performance.now() - askedAt).toBeLessThan(LOCKED_S * 1000);
      expect(replies().length).toBe(before);
      await held;
      await eventually(() => expect(replies().length).toBe(before + 1), SETTLED_MS);
      expect(replies().at(-1)).toContain("smoked fish");
      expect(bot.printed()).toContain("the database takes too long");
    },
    TEST_MS,
  );

  test(
    "makes its tables though it was killed while it made those of the archive",
    async () => {
      const { url, asSuperuser } = await startPostgres();
      const { ask, start, environment, startBot } = await openReader(url);
      const settings = { CONTENT_DIR: articleFolder({ "ferry.md": ferry("Monday") }) };
      const held = asSuperuser("BEGIN; CREATE EXTENSION pg_trgm; SELECT pg_sleep(10); ROLLBACK");
      const waiting = `SELECT FROM pg_stat_activity
        WHERE usename = 'bot' AND wait_event_type = 'Lock' AND query LIKE '%archive_articles%'`;
      const killed = start({ ...environment, ...settings });
      await eventually(async () => expect(await asSuperuser(waiting)).toHaveLength(1));
      killed.child.kill("SIGKILL");
      await killed.ended;
      await held;
      const tables = "SELECT FROM pg_class WHERE relname IN ('articles', 'archive_articles')";
      await eventually(async () => expect(await asSuperuser(tables)).toEqual([]));
      await startBot(settings);
      expect(await ask(QUESTION)).toContain("on Monday");
    },
    TEST_MS,
  );

  test(
    "answers from a read-only database, and takes up edits when it is writable again",
    async () => {
      const { url, asSuperuser } = await startPostgres();
      const { ask, askUntil, startBot } = await openReader(url);
      const folder = articleFolder({ "ferry.md": ferry("Monday") });
      const bot = await startBot({ CONTENT_DIR: folder });
      await asSuperuser("ALTER SYSTEM SET default_transaction_read_only = on");
      await asSuperuser("SELECT pg_reload_conf()");
      await sleep(500);
      writeFileSync(join(folder, "ferry.md"), ferry("Tuesday"));
      await eventually(() => expect(bot.printed()).toContain("read-only"), SETTLED_MS);
      expect(await ask(QUESTION)).toContain("on Monday");
      await asSuperuser("ALTER SYSTEM RESET default_transaction_read_only");
      await asSuperuser("SELECT pg_reload_conf()");
      await askUntil(QUESTION, "on Tuesday");
    },
    TEST_MS,
  );

  test(
    "answers while the disk of the database is full, and indexes when there is room",
    async () => {
      const { url, moveTo } = await startPostgres();
      const disk = openSmallDisk("40m");
      if (!disk) {
        console.warn("SKIPPED: this user may not mount a small disk");
        return;
      }
      await moveTo(disk.folder);
      const { ask, askUntil, startBot } = await openReader(url);
      const folder = articleFolder({ "ferry.md": ferry("Monday") });
      const bot = await startBot({ CONTENT_DIR: folder });
      expect(await ask(QUESTION)).toContain("on Monday");
      disk.fill();
      const long = Array.from({ length: 2000 }, (_, day) => `It rained on day ${day * 7919}.`);
      writeFileSync(join(folder, "ferry.md"), `${ferry("Tuesday")}\n${long.join("\n\n")}\n`);
      await eventually(() => expect(bot.printed()).toContain("out of disk"), SETTLED_MS);
      expect(await ask(SOUP)).toContain("smoked fish");
      disk.free();
      await askUntil(QUESTION, "on Tuesday");
    },
    TEST_MS,
  );

  test(
    "answers every question once when there are connections again",
    async () => {
      const { url, asSuperuser } = await startPostgres();
      const { telegram, ask, startBot } = await openReader(url);
      const bot = await startBot({ CONTENT_DIR: articleFolder({ "ferry.md": ferry("Monday") }) });
      expect(await ask(QUESTION)).toContain("on Monday");
      await asSuperuser("ALTER ROLE bot CONNECTION LIMIT 0");
      await asSuperuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bot'",
      );
      const readers = Array.from({ length: 40 }, () =>
        telegram.simulateUser(telegram.createUser()),
      );
      for (const reader of readers) reader.say(SOUP);
      await sleep(6000);
      await asSuperuser("ALTER ROLE bot CONNECTION LIMIT -1");
      const answers = () =>
        readers.map((reader) =>
          reader.messages().flatMap(({ from, text = "" }) => (from?.is_bot ? text : [])),
        );
      await eventually(
        () => answers().forEach((own) => expect(own.join("\n")).toContain("smoked fish")),
        SETTLED_MS,
      );
      await sleep(2000);
      for (const own of answers())
        expect(own.filter((text) => text.includes("smoked fish"))).toHaveLength(1);
      expect(bot.child.exitCode).toBeNull();
    },
    TEST_MS,
  );

  test(
    "shows an edit at the desk in the answers of both replicas",
    async () => {
      const { url } = await startPostgres();
      const { user, port, startAnswering, replies } = await openWebhookTelegram();
      const ports = [await freePort(), await freePort()];
      await balance(ports, port);
      const folder = articleFolder({
        "ferry.md": `---
title: The ferry
people:
  ann: { name: Ann Other, capacity: captain }
---

The pier burnt. {by=ann kind=opinion}
`,
      });
      for (const [number, own] of ports.entries()) {
        await startAnswering({
          PORT: String(own),
          DATABASE_URL: url,
          ANSWER_FROM_DATABASE: "yes",
          FOLLOW_CONTENT: "yes",
          STATE_DIR: temporaryFolder(),
          CONTENT_DIR: number === 0 ? folder : join(temporaryFolder(), "none"),
        });
      }
      const journalDir = temporaryFolder();
      const editorial = openEditorial({
        folders: { published: folder, draft: temporaryFolder() },
        journalDir,
        now: () => new Date(),
      });
      const ref = { state: "published", name: "ferry.md" } as const;
      const ann = editorial.open(ref)?.article?.people.find(({ id }) => id === "ann");
      if (!ann) throw new Error("ann is gone");
      const { id, name, seen } = ann;
      const edit = { do: "person" as const, id, name, capacity: "harbour master", aliases: [] };
      expect(editorial.edit(ref, seen, edit, "you").kind).toBe("done");
      const editedAt = performance.now();
      // Replicas take turns.
      await eventually(async () => {
        for (const question of ["What burnt?", "Did the pier burn?", "What about the pier?"]) {
          const before = replies().length;
          await sleep(BETWEEN_QUESTIONS_MS);
          user.say(question);
          await eventually(() => expect(replies().length).toBeGreaterThan(before));
          expect(replies().at(-1)).toContain("harbour master");
        }
      }, SETTLED_MS);
      console.log(
        `an edit showed on both replicas after ${Math.round(performance.now() - editedAt)} ms`,
      );
    },
    TEST_MS,
  );
});
