import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loggedChat } from "../../src/feedback/keyed-hash.ts";
import { eventually, run } from "../support/bot-process.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";
import { hasRedis, startRedis } from "../support/redis-server.ts";
import { freePort, openPollingTelegram, openWebhookTelegram } from "../support/webhook-bot.ts";

const TIMEOUT_MS = 90_000;
const FORGET = ["node", "--import", "tsx", "src/cli/run.ts", "forget"];

/** The first start bundles the bot, which takes its time on a busy machine. */
beforeAll(() => {
  execFileSync(process.execPath, ["src/start.mjs", "--bundle"]);
}, TIMEOUT_MS);

type Opened = Awaited<ReturnType<typeof openPollingTelegram>>;

/** Two readers of a bot that keeps a question log; Telegram takes no answer to the second question of either. */
function readersOf({ telegram, environment, startAnswering }: Opened) {
  const state = environment["STATE_DIR"] ?? "";
  const more = { QUESTION_JOURNAL: join(state, "questions.jsonl") };
  const [ann, ben] = [1, 2].map(() => telegram.simulateUser(telegram.createUser()));
  if (!ann || !ben) throw new Error("no readers");
  const texts = () =>
    readdirSync(state, { recursive: true, encoding: "utf8" })
      .map((name) => join(state, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
  return {
    ann,
    ben,
    texts,
    state,
    startAnswering: () => startAnswering(more),
    askAll: async () => {
      ann.say("When is Xi visiting Moscow?");
      ben.say("Who is Klochok?");
      await eventually(() =>
        expect(texts()).toMatch(/Klochok\?[^]*Moscow\?|Moscow\?[^]*Klochok\?/u),
      );
      telegram.fail(
        "sendMessage",
        { kind: "too-many-requests", retryAfterS: 300 },
        { times: 1000 },
      );
      ann.say("What does Yakovenko say about Putin?");
      ben.say("What does Klochok say about NATO?");
      await eventually(() => {
        for (const { account } of [ann, ben])
          expect(texts()).toMatch(new RegExp(`"owe".*"lane":"chat:${account.id}"`, "u"));
        expect(texts()).toContain('"question":"What does Yakovenko');
        expect(texts()).toContain('"question":"What does Klochok');
      });
    },
    forget: async (id: number, env: Readonly<Record<string, string>> = {}) => {
      const command = run([...FORGET, "--user", String(id)], { ...environment, ...more, ...env });
      const code = await command.ended;
      return { code, printed: command.printed() };
    },
    expectOnlyBen: () => {
      const left = texts();
      expect(left).not.toMatch(new RegExp(`(?<!\\d)${ann.account.id}(?!\\d)`, "u"));
      expect(left).not.toContain(loggedChat(telegram.token, ann.account.id));
      for (const words of ["When is Xi visiting", "about Putin?"])
        expect(left).not.toContain(words);
      for (const words of ["Who is Klochok?", "about NATO?"]) expect(left).toContain(words);
      expect(left).toContain(`"lane":"chat:${ben.account.id}"`);
    },
  };
}

test(
  "a reader is forgotten while the bot does not run: nothing of theirs is left, and all of the others'",
  { timeout: TIMEOUT_MS },
  async () => {
    const opened = await openPollingTelegram();
    const { ann, ben, state, texts, startAnswering, askAll, forget, expectOnlyBen } =
      readersOf(opened);
    const bot = await startAnswering();
    await askAll();
    bot.child.kill("SIGKILL");
    await bot.ended;
    const older = join(state, "owed-answers-1.jsonl.version-1");
    writeFileSync(older, `{"chat":${ann.account.id}}\n{"chat":${ben.account.id}}\n`);
    mkdirSync(join(state, "desk"));
    const entry = {
      at: "2026-05-04T13:00:00.000Z",
      did: "publish",
      state: "draft",
      name: "ferry.md",
    };
    const journal = [ann, ben].map(({ account }) =>
      JSON.stringify({ ...entry, by: String(account.id) }),
    );
    writeFileSync(join(state, "desk", "journal.jsonl"), `${journal.join("\n")}\n`);

    const { code, printed } = await forget(ann.account.id);
    expect(code).toBe(0);
    for (const what of ["2 questions:", "1 owed answer:", "1 line:", "1 name:"])
      expect(printed).toContain(what);
    expectOnlyBen();
    expect(readFileSync(older, "utf8")).toBe(`{"chat":${ben.account.id}}\n`);
    expect(texts()).toContain('"by":"somebody"');

    // There is nothing left to do, which is no failure.
    const again = await forget(ann.account.id);
    expect(again).toMatchObject({ code: 0, printed: expect.stringContaining("nothing is stored") });

    // The bot goes on with what it owes to others.
    opened.telegram.clearFaults();
    ann.say("When is Xi visiting Moscow?");
    await startAnswering();
    await eventually(() =>
      expect(ann.messages().filter(({ from }) => from?.is_bot)).toHaveLength(2),
    );
  },
);

test(
  "a reader is forgotten while the bot runs: it owes them nothing, and forgets what their chat was about",
  { timeout: TIMEOUT_MS },
  async () => {
    const opened = await openPollingTelegram();
    const { ann, startAnswering, askAll, forget, expectOnlyBen } = readersOf(opened);
    await startAnswering();
    await askAll();
    const { code, printed } = await forget(ann.account.id);
    expect(code).toBe(0);
    expect(printed).toContain("1 conversation: deleted from the running bot");
    expect(printed).toContain("1 owed answer: deleted");
    expectOnlyBen();
    expect((await forget(ann.account.id)).printed).toContain("nothing is stored");
    expectOnlyBen();
  },
);

test("a bot with a webhook forgets a reader, too", { timeout: TIMEOUT_MS }, async () => {
  const opened = await openWebhookTelegram();
  const { ann, startAnswering, askAll, forget, expectOnlyBen } = readersOf(opened);
  await startAnswering();
  await askAll();
  const { code, printed } = await forget(ann.account.id);
  expect({ code, printed }).toMatchObject({
    code: 0,
    printed: expect.stringContaining("running bot"),
  });
  expectOnlyBen();
});

describe.skipIf(!hasRedis())("with Redis", () => {
  test(
    "what replicas share about a reader is deleted, and nothing of others",
    { timeout: TIMEOUT_MS },
    async () => {
      const redis = await startRedis();
      const { telegram, environment, startAnswering } = await openPollingTelegram();
      await startAnswering({ REDIS_URL: redis.url });
      const [ann, ben] = [1, 2].map(() => telegram.simulateUser(telegram.createUser()));
      const ids = [ann, ben].map((one) => one?.account.id ?? 0);
      for (const one of [ann, ben]) one?.say("Who is Klochok?");
      const keys = async (id = 0) =>
        (await redis.client.keys("*")).filter((key) =>
          new RegExp(`\\D${id}(?!\\d)`, "u").test(key),
        );
      await eventually(async () => {
        for (const id of ids)
          expect(await keys(id)).toContainEqual(expect.stringContaining("notes"));
      });
      telegram.fail(
        "sendMessage",
        { kind: "too-many-requests", retryAfterS: 300 },
        { times: 1000 },
      );
      for (const one of [ann, ben]) one?.say("What does Klochok say about NATO?");
      await eventually(async () => {
        for (const id of ids)
          expect(await keys(id)).toContainEqual(expect.stringContaining("lane"));
      });
      const command = run([...FORGET, "--user", String(ids[0])], {
        ...environment,
        REDIS_URL: redis.url,
      });
      expect(await command.ended).toBe(0);
      expect(command.printed()).toContain("1 owed answer: deleted from Redis");
      expect(await keys(ids[0])).toEqual([]);
      expect(await keys(ids[1])).toContainEqual(expect.stringContaining("lane"));
      const [lanes] = (await redis.client.keys("*:lanes")) ?? [];
      expect(await redis.client.zrange(lanes ?? "", 0, -1)).toEqual([`chat:${ids[1]}`]);
    },
  );

  test("a Redis that is away is told, and the rest is done", { timeout: TIMEOUT_MS }, async () => {
    const opened = await openPollingTelegram();
    const { ann, startAnswering, askAll, forget, expectOnlyBen } = readersOf(opened);
    await startAnswering();
    await askAll();
    const { code, printed } = await forget(ann.account.id, {
      REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    });
    expect(code).toBe(1);
    expect(printed).toContain("Redis cannot be reached: run this again when it can");
    expectOnlyBen();
  });
});

describe.skipIf(!hasPostgres())("with PostgreSQL", () => {
  test(
    "what replicas share about a reader and log of them is deleted, and nothing of others",
    { timeout: TIMEOUT_MS },
    async () => {
      const database = await startPostgres();
      const { telegram, environment, startAnswering } = await openPollingTelegram();
      const more = {
        DATABASE_URL: database.url,
        QUESTION_JOURNAL: join(environment["STATE_DIR"] ?? "", "questions.jsonl"),
      };
      await startAnswering(more);
      const [ann, ben] = [1, 2].map(() => telegram.simulateUser(telegram.createUser()));
      if (!ann || !ben) throw new Error("no readers");
      const ids = [ann, ben].map(({ account }) => account.id);
      const tables = ["shared_notes", "shared_paces", "owed_lanes", "owed_calls", "logged_answers"];
      const rows = async () => {
        const found = tables.map((table) => database.asSuperuser(`SELECT * FROM ${table}`));
        return JSON.stringify(await Promise.all(found));
      };
      ann.say("When is Xi visiting Moscow?");
      ben.say("Who is Klochok?");
      await eventually(async () => expect(await rows()).toMatch(/(?=.*Klochok\?).*Moscow\?/u));
      const wait = { kind: "too-many-requests", retryAfterS: 300 } as const;
      telegram.fail("sendMessage", wait, { times: 1000 });
      ann.say("What does Yakovenko say about Putin?");
      ben.say("What does Klochok say about NATO?");
      await eventually(async () => {
        for (const id of ids) expect(await rows()).toContain(`"lane":"chat:${id}"`);
        expect(await rows()).toMatch(/(?=.*about Putin\?).*about NATO\?/u);
      });

      const gaps = run(["node", "--import", "tsx", "src/cli/run.ts", "gaps"], {
        ...environment,
        ...more,
      });
      expect(await gaps.ended).toBe(0);
      expect(gaps.printed()).toMatch(/of 4 answers/u);
      const forget = run([...FORGET, "--user", String(ids[0])], { ...environment, ...more });
      expect(await forget.ended).toBe(0);
      for (const what of [
        "2 questions: deleted from the database",
        "1 owed answer: deleted from the database",
      ])
        expect(forget.printed()).toContain(what);
      const left = await rows();
      expect(left).not.toMatch(new RegExp(`(?<!\\d)${ids[0]}(?!\\d)`, "u"));
      for (const words of ["Xi visiting", "about Putin"]) expect(left).not.toContain(words);
      for (const words of ["Who is Klochok?", "about NATO?", `"chat:${ids[1]}"`])
        expect(left).toContain(words);
    },
  );
});
