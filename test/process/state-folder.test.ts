import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { SIMULATED_BOT_TOKEN } from "../../src/telegram-simulator/state/simulated-bot.ts";
import {
  type Environment,
  eventually,
  expectNothingPrivate,
  MAIN,
  openTelegram,
  run,
  temporaryFolder,
} from "../support/bot-process.ts";
import { OBSTACLES } from "../support/obstacles.ts";

const [BOT] = SIMULATED_BOT_TOKEN.split(":");
const START = join(process.cwd(), "src/start.mjs");

/** Runs a bot that answers and stops in spite of a problem; returns what it printed. */
async function printedWhileAnswering(environment: Environment) {
  const { user, replies, start } = await openTelegram();
  const bot = start(MAIN, environment);
  user.say("When is Xi visiting Moscow?");
  await eventually(() => expect(replies()).toHaveLength(1));
  bot.child.kill("SIGTERM");
  expect(await bot.ended).toBe(0);
  expectNothingPrivate(bot.printed(), "a bug", "TypeError", "    at ");
  return bot.printed();
}

/** Opening the one fails, opening the other blocks; the rest is tested file by file. */
const WORST = OBSTACLES.filter(([what]) => what === "a folder" || what === "a pipe");

test.each(WORST)(
  "%s in place of each state file: reported, and the bot answers",
  async (_what, put) => {
    const state = temporaryFolder();
    for (const name of [`done-updates-${BOT}.txt`, `polling-${BOT}.sock`]) put(join(state, name));
    const printed = await printedWhileAnswering({ STATE_DIR: state });
    expect(printed).toContain("processed updates are kept in memory only");
    expect(printed).toContain("is not the bot's socket");
  },
);

const NO_FOLDERS = [
  ["a file", (path: string) => writeFileSync(path, "")],
  ["a pipe", (path: string) => execFileSync("mkfifo", [path])],
  ["a link to nowhere", (path: string) => symlinkSync("/nowhere/at/all", path)],
] as const;

test.each(NO_FOLDERS)(
  "a state folder that is %s: reported, and the bot answers",
  async (_what, put) => {
    const state = join(temporaryFolder(), "state");
    put(state);
    for (const folder of [state, join(state, "inner")]) {
      expect(await printedWhileAnswering({ STATE_DIR: folder })).toContain(
        "processed updates are kept in memory only: make STATE_DIR writable",
      );
    }
  },
);

test.each(WORST)("%s as the question log: reported, and the bot answers", async (_what, put) => {
  const questionLog = join(temporaryFolder(), "questions.jsonl");
  put(questionLog);
  expect(await printedWhileAnswering({ QUESTION_JOURNAL: questionLog })).not.toContain("TypeError");
});

test("a missing folder of the question log is created", async () => {
  const questionLog = join(temporaryFolder(), "a/b/questions.jsonl");
  const printed = await printedWhileAnswering({ QUESTION_JOURNAL: questionLog });
  expect(printed).not.toContain("cannot be written");
});

/** Exits at once with 2 and one line. */
async function refusalOf(environment: Environment, cwd = process.cwd()): Promise<string> {
  const bot = run(["sh", "-c", `cd ${cwd} && exec node ${START}`], environment);
  expect(await bot.ended).toBe(2);
  expectNothingPrivate(bot.printed(), "    at ", "a bug");
  expect(bot.printed().trimEnd().split("\n")).toHaveLength(1);
  return bot.printed();
}

test.each(WORST)("%s as .env ends the start with one sentence", async (_what, put, name) => {
  const folder = temporaryFolder();
  put(join(folder, ".env"));
  expect(await refusalOf({}, folder)).toContain(`.env: is ${name}: `);
});

test.each(WORST)(
  "%s as BOT_TOKEN_FILE ends the start with one sentence",
  async (_what, put, name) => {
    const file = join(temporaryFolder(), "token");
    put(file);
    expect(await refusalOf({ BOT_TOKEN_FILE: file })).toBe(
      `BOT_TOKEN_FILE: the file cannot be read (${name}): name a readable file\n`,
    );
  },
);

test("a token file of many megabytes is refused without being read", async () => {
  const file = join(temporaryFolder(), "token");
  writeFileSync(file, Buffer.alloc(5_000_000, "1"));
  expect(await refusalOf({ BOT_TOKEN_FILE: file })).toContain("larger than");
});

test.each(WORST.slice(1))(
  "%s as CONTENT_DIR ends the start with one sentence",
  async (_what, put) => {
    const content = join(temporaryFolder(), "content");
    put(content);
    expect(await refusalOf({ CONTENT_DIR: content })).toContain(content);
  },
);

test("a .env in UTF-16 with the token is read", async () => {
  const { telegram, environment } = await openTelegram();
  const folder = temporaryFolder();
  const text = `\u{feff}BOT_TOKEN=${telegram.token}\r\n`;
  writeFileSync(join(folder, ".env"), Buffer.from(text, "utf16le"));
  const { BOT_TOKEN: _token, ...others } = environment;
  const content = join(process.cwd(), "content");
  const bot = run(["sh", "-c", `cd ${folder} && exec node ${START}`], {
    ...others,
    CONTENT_DIR: content,
  });
  await eventually(() => expect(bot.printed()).toContain("answering"));
});

test.each([`done-updates-${BOT}.txt`, `owed-answers-${BOT}.jsonl`, "desk/journal.jsonl"])(
  "%s of a newer version: the bot says so, exits for good and leaves it as it is",
  async (name) => {
    const { environment, user, replies, start } = await openTelegram();
    const file = join(environment["STATE_DIR"] ?? "", name);
    mkdirSync(dirname(file), { recursive: true });
    const newer = '{"state":"of tomorrow","version":2}\n{"chat":7}\n';
    writeFileSync(file, newer);
    user.say("When is Xi visiting Moscow?");

    const bot = start();
    expect(await bot.ended).toBe(2);
    expect(bot.printed()).toContain(`${file}: these `);
    expect(bot.printed()).toContain("are of a newer version of the bot");
    expectNothingPrivate(bot.printed(), "a bug", "Error", "    at ");
    expect(readFileSync(file, "utf8")).toBe(newer);

    // Nothing was lost: the question waits for a bot that knows the file.
    expect(replies()).toEqual([]);
    rmSync(file);
    start();
    await eventually(() => expect(replies()).toHaveLength(1));
  },
  60_000,
);
