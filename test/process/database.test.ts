import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { articleFolder } from "../support/article-folder.ts";
import {
  eventually,
  expectNothingPrivate,
  openTelegram,
  temporaryFolder,
} from "../support/bot-process.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { repliesTo } from "../support/replies.ts";
import { balance } from "../support/round-robin.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { freePort, openPollingTelegram, openWebhookTelegram } from "../support/webhook-bot.ts";

const ferry = (day: string) => `# The ferry sails again

The first ferry after the storm sails to the island on ${day} at nine in the morning.

The harbour café sells soup of leeks and smoked fish.
`;

const FILES = { "ferry.md": ferry("Monday") };
/** `KILLS=20` is the long form. */
const KILLS = Number(process.env["KILLS"] ?? 2);
const PER_SECOND = 100;
const SETTLED_MS = 60_000;

const QUESTION = "When does the first ferry sail to the island?";

describe.skipIf(!hasPostgres())("a bot with a database", () => {
  test("answers from an article that only another replica has as a file, and from its next version", async () => {
    const { url, password } = await startPostgres();
    const { start, user, startAnswering, replies } = await openPollingTelegram();
    const folder = articleFolder(FILES);
    const own = { DATABASE_URL: url, FOLLOW_CONTENT: "yes" };
    const importing = await startAnswering({ ...own, CONTENT_DIR: folder });
    importing.child.kill("SIGTERM");
    expect(await importing.ended).toBe(0);

    const without = {
      ...own,
      CONTENT_DIR: join(temporaryFolder(), "none"),
      STATE_DIR: temporaryFolder(),
    };
    const reading = await startAnswering(without);
    user.say(QUESTION);
    await eventually(() => expect(replies().at(-1)).toContain("sails to the island on Monday"));

    const editing = start({ ...own, CONTENT_DIR: folder });
    await eventually(() => expect(editing.printed()).toContain("articles were taken up"));
    writeFileSync(join(folder, "ferry.md"), ferry("Tuesday"));
    await eventually(async () => {
      user.say(QUESTION);
      await sleep(500);
      expect(replies().at(-1)).toContain("sails to the island on Tuesday");
    });
    for (const bot of [importing, reading, editing]) expectNothingPrivate(bot.printed(), password);
  }, 60_000);

  test("starts with the last good version of an article that has a mistake now", async () => {
    const { url } = await startPostgres();
    const { startAnswering, user, replies } = await openPollingTelegram();
    const folder = articleFolder(FILES);
    const own = { DATABASE_URL: url, CONTENT_DIR: folder };
    const first = await startAnswering(own);
    first.child.kill("SIGTERM");
    await first.ended;
    writeFileSync(join(folder, "ferry.md"), `${ferry("Tuesday")}\nIt is late. {kind=rumour}\n`);
    const bot = await startAnswering(own);
    expect(bot.printed()).toContain("ferry.md:7");
    user.say(QUESTION);
    await eventually(() => expect(replies().at(-1)).toContain("on Monday"));
  }, 60_000);

  test("says what is wrong and exits with code 2", async () => {
    const { url } = await startPostgres();
    const { start } = await openTelegram();
    const content = articleFolder(FILES);
    const bot = start(undefined, {
      DATABASE_URL: url.replace("bot:", "nobody:"),
      CONTENT_DIR: content,
    });
    expect(await bot.ended).toBe(2);
    expect(bot.printed()).toContain("the password or the user in DATABASE_URL is wrong");
  });

  test("waits for a database that is away, and /readyz says so", async () => {
    const { url, kill, start: startServer } = await startPostgres();
    const { start, user, replies } = await openTelegram();
    await kill();
    const port = String(await freePort());
    const bot = start(undefined, {
      DATABASE_URL: url,
      CONTENT_DIR: articleFolder(FILES),
      OPERATION_PORT: port,
    });
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
    await eventually(async () => expect(await ready()).toBe("the database is waited for\n"));
    user.say(QUESTION);
    await startServer();
    await eventually(() => expect(replies().at(-1)).toContain("on Monday"));
    expect(await ready()).toBe("ready\n");

    await kill();
    await eventually(async () =>
      expect(await ready()).toBe("ready, but the database does not work\n"),
    );
    user.say("What does the harbour café sell?");
    await eventually(() => expect(replies().at(-1)).toContain("smoked fish"));
    await startServer();
    await eventually(async () => expect(await ready()).toBe("ready\n"));
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  }, 60_000);

  test("stops while it waits", async () => {
    const { start } = await openTelegram();
    const bot = start(undefined, {
      DATABASE_URL: `postgres://bot:secret@127.0.0.1:${await freePort()}/bot`,
      CONTENT_DIR: articleFolder(FILES),
    });
    await eventually(() => expect(bot.printed()).toContain("the database cannot be reached"));
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expectNothingPrivate(bot.printed(), "secret");
  });

  test(
    `killed ${KILLS} times under ${PER_SECOND} questions a second costs two replicas no question and editors no edit`,
    async () => {
      const server = await startPostgres();
      const { telegram, port, startAnswering } = await openWebhookTelegram();
      const ports = [await freePort(), await freePort()];
      await balance(ports, port);
      const folder = articleFolder(FILES);
      const replicas = await Promise.all(
        ports.map((own, number) =>
          startAnswering({
            PORT: String(own),
            DATABASE_URL: server.url,
            STATE_DIR: temporaryFolder(),
            CONTENT_DIR: number === 0 ? folder : join(temporaryFolder(), "none"),
            FOLLOW_CONTENT: "yes",
          }),
        ),
      );
      const crowd = gatherCrowd(telegram, PER_SECOND);
      crowd.start();
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await sleep(700);
        await server.kill();
        writeFileSync(join(folder, "ferry.md"), ferry(`day ${kill}`));
        await sleep(500);
        await server.start();
      }
      await sleep(500);
      crowd.stop();
      await eventually(() => expect(crowd.tally().lost).toEqual([]), SETTLED_MS);
      await telegram.untilIdle(SETTLED_MS);
      const { asked, doubles } = crowd.tally();
      console.log(`${asked} questions, ${KILLS} kills of the database: ${doubles.length} doubles`);
      // Either replica takes it up within a second or two of the last start. A new reader each time: one who
      // asked again and again would be told to wait.
      await eventually(async () => {
        const reader = telegram.simulateUser(telegram.createUser());
        for (const ask of [1, 2, 3, 4]) {
          reader.say(`${QUESTION}${"?".repeat(ask)}`);
          await eventually(() => expect(repliesTo(reader)).toHaveLength(ask));
          expect(repliesTo(reader).at(-1)).toContain(`on day ${KILLS} at nine`);
        }
      });
      for (const bot of replicas) {
        bot.child.kill("SIGTERM");
        expect(await bot.ended).toBe(0);
        expectNothingPrivate(bot.printed(), server.password, "qz1");
      }
    },
    SETTLED_MS + 60_000 + KILLS * 5000,
  );
});
