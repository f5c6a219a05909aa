import { expect, test } from "vitest";
import { type Config, type Environment, readConfig } from "../../src/config/config.ts";

const TOKEN = "123456789:AAE-a_token-in-the-right-form_0000000";
const FILES: Readonly<Record<string, string>> = {
  "/run/token": `${TOKEN}\n`,
  "/run/letter": "Dear",
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
  return text;
}

const defaults = {
  kind: "config",
  token: undefined,
  apiRoot: "https://api.telegram.org",
  contentDir: "content",
  stateDir: ".state",
  draftsDir: "drafts",
  desk: undefined,
  previewPort: 3580,
  monitoringPort: undefined,
  monitoringHost: "127.0.0.1",
  webhook: undefined,
  redisUrl: undefined,
  databaseUrl: undefined,
  answersFromDatabase: false,
  followsContent: false,
  followsFeeds: true,
  questionLog: undefined,
  questionLogDays: 90,
  adminIds: [],
};

const SECRET = "0123456789abcdef-0123456789_ABCDEF";
const WEBHOOK_URL = "https://bot.example/telegram";

test.each<[string, Environment, Partial<Omit<Config, "kind">>]>([
  ["nothing at all", {}, {}],
  ["a token", { BOT_TOKEN: TOKEN }, { token: TOKEN }],
  ["a token with blanks around it", { BOT_TOKEN: ` ${TOKEN}\n` }, { token: TOKEN }],
  ["a file with the token", { BOT_TOKEN_FILE: "/run/token" }, { token: TOKEN }],
  ["a blank, which counts as unset", { BOT_TOKEN: " ", CONTENT_DIR: "" }, {}],
  ["a token and a blank file name", { BOT_TOKEN: TOKEN, BOT_TOKEN_FILE: "" }, { token: TOKEN }],
  ["a port", { PREVIEW_PORT: "65535" }, { previewPort: 65535 }],
  [
    "a port for operation, open to others",
    { OPERATION_PORT: "9464", OPERATION_HOST: "0.0.0.0" },
    { monitoringPort: 9464, monitoringHost: "0.0.0.0" },
  ],
  [
    "a question log",
    { QUESTION_JOURNAL: "/var/questions.jsonl", QUESTION_JOURNAL_DAYS: "30" },
    { questionLog: "/var/questions.jsonl", questionLogDays: 30 },
  ],
  ["another process that follows feeds", { FOLLOW_FEEDS: "no" }, { followsFeeds: false }],
  ["admins", { ADMIN_IDS: "12345, 67890" }, { adminIds: [12345, 67890] }],
  [
    "a desk in Telegram",
    { DESK_URL: "https://bot.example/desk", ADMIN_IDS: "1" },
    {
      desk: { url: "https://bot.example/desk", port: 8081, host: "127.0.0.1" },
      adminIds: [1],
      followsContent: true,
    },
  ],
  [
    "editors of several replicas",
    { REDIS_URL: "redis://127.0.0.1/", ADMIN_IDS: "1" },
    { redisUrl: "redis://127.0.0.1/", adminIds: [1], followsContent: true },
  ],
  [
    "a database",
    { DATABASE_URL: "postgres://bot:p%40ss@db.example:5432/bot?sslmode=verify-full" },
    { databaseUrl: "postgres://bot:p%40ss@db.example:5432/bot?sslmode=verify-full" },
  ],
  [
    "a database by its other name",
    { DATABASE_URL: "postgresql://localhost/bot" },
    { databaseUrl: "postgresql://localhost/bot" },
  ],
  [
    "answers from the database",
    { DATABASE_URL: "postgres://localhost/bot", ANSWER_FROM_DATABASE: "yes" },
    { databaseUrl: "postgres://localhost/bot", answersFromDatabase: true },
  ],
  ["live content", { FOLLOW_CONTENT: "yes" }, { followsContent: true }],
  ["folders", { CONTENT_DIR: "/a", STATE_DIR: "/b" }, { contentDir: "/a", stateDir: "/b" }],
  [
    "a local Bot API",
    { TELEGRAM_API_ROOT: "http://127.0.0.1:81" },
    { apiRoot: "http://127.0.0.1:81" },
  ],
  [
    "a local name",
    { TELEGRAM_API_ROOT: "http://localhost:81" },
    { apiRoot: "http://localhost:81" },
  ],
  ["a local IPv6", { TELEGRAM_API_ROOT: "http://[::1]:81" }, { apiRoot: "http://[::1]:81" }],
  [
    "a slash at the end",
    { TELEGRAM_API_ROOT: "https://a.example/" },
    { apiRoot: "https://a.example" },
  ],
  [
    "a webhook",
    { WEBHOOK_URL, WEBHOOK_SECRET: SECRET },
    { webhook: { url: WEBHOOK_URL, secret: SECRET, port: 8080 } },
  ],
  [
    "a webhook on another port",
    { WEBHOOK_URL, WEBHOOK_SECRET: SECRET, PORT: "3000" },
    { webhook: { url: WEBHOOK_URL, secret: SECRET, port: 3000 } },
  ],
  [
    "a webhook on one interface",
    { WEBHOOK_URL, WEBHOOK_SECRET: SECRET, WEBHOOK_HOST: "::1" },
    { webhook: { url: WEBHOOK_URL, secret: SECRET, port: 8080, host: "::1" } },
  ],
  [
    "a Redis",
    { REDIS_URL: "redis://:pass@redis:6379/1" },
    { redisUrl: "redis://:pass@redis:6379/1" },
  ],
  ["a secret without a webhook, which is not used", { WEBHOOK_SECRET: SECRET }, {}],
  ["a token in production", { BOT_TOKEN: TOKEN, NODE_ENV: "production" }, { token: TOKEN }],
])("%s is accepted", (_name, env, expected) => {
  expect(readConfig(env, readFile)).toEqual({ ...defaults, ...expected });
});

const UNSAFE_ROOT =
  "TELEGRAM_API_ROOT: not a safe place for the token: use https, or http on localhost";

test.each<[string, Environment, string]>([
  [
    "a token and a file",
    { BOT_TOKEN: TOKEN, BOT_TOKEN_FILE: "/run/token" },
    "BOT_TOKEN: BOT_TOKEN_FILE is set as well: keep one of the two",
  ],
  [
    "a token without its second half",
    { BOT_TOKEN: "123456789:" },
    "BOT_TOKEN: not a bot token: copy all of it from @BotFather (digits:letters)",
  ],
  [
    "a file that holds something else",
    { BOT_TOKEN_FILE: "/run/letter" },
    "BOT_TOKEN_FILE: not a bot token: copy all of it from @BotFather (digits:letters)",
  ],
  [
    "a file that is not there",
    { BOT_TOKEN_FILE: "/run/nothing" },
    "BOT_TOKEN_FILE: the file cannot be read (ENOENT): name a readable file",
  ],
  [
    "production without a token",
    { NODE_ENV: "production" },
    "BOT_TOKEN: missing: copy it from @BotFather, or set BOT_TOKEN_FILE",
  ],
  ["plain http to elsewhere", { TELEGRAM_API_ROOT: "http://telegram.example" }, UNSAFE_ROOT],
  [
    "a host that only begins like ours",
    { TELEGRAM_API_ROOT: "http://127.0.0.1.evil.example" },
    UNSAFE_ROOT,
  ],
  ["a password in the address", { TELEGRAM_API_ROOT: "https://a:b@a.example" }, UNSAFE_ROOT],
  [
    "a port too high",
    { OPERATION_PORT: "65536" },
    "OPERATION_PORT: not a port: a number from 0 (any free one) to 65535",
  ],
  [
    "a host that is a name elsewhere",
    { OPERATION_HOST: "metrics.example" },
    "OPERATION_HOST: not an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them",
  ],
  [
    "a webhook on a host that is a name elsewhere",
    { WEBHOOK_URL, WEBHOOK_SECRET: SECRET, WEBHOOK_HOST: "bot.example" },
    "WEBHOOK_HOST: not an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them",
  ],
  [
    "a webhook without a secret",
    { WEBHOOK_URL },
    "WEBHOOK_SECRET: missing: make up 32 to 256 letters, digits, _ and - that nobody can guess",
  ],
  [
    "a desk without editors",
    { DESK_URL: "https://bot.example/desk" },
    "ADMIN_IDS: missing: the desk at DESK_URL is for the users it lists",
  ],
  [
    "answers from a database that is not named",
    { ANSWER_FROM_DATABASE: "yes" },
    "DATABASE_URL: missing: ANSWER_FROM_DATABASE=yes answers from the database there",
  ],
  [
    "a secret that is too short",
    { WEBHOOK_URL, WEBHOOK_SECRET: "0123456789abcdef-0123456789_ABC" },
    "WEBHOOK_SECRET: too easy to guess: make up 32 to 256 letters, digits, _ and - that nobody can guess",
  ],
  [
    "a secret with characters that Telegram does not accept",
    { WEBHOOK_URL, WEBHOOK_SECRET: `${SECRET}!` },
    "WEBHOOK_SECRET: too easy to guess: make up 32 to 256 letters, digits, _ and - that nobody can guess",
  ],
  [
    "a webhook over plain http",
    { WEBHOOK_URL: "http://bot.example", WEBHOOK_SECRET: SECRET },
    "WEBHOOK_URL: not an address for Telegram: use https (or http on localhost)",
  ],
  [
    "a question log kept for ever",
    { QUESTION_JOURNAL_DAYS: "3651" },
    "QUESTION_JOURNAL_DAYS: not a number of days: from 1 to 3650",
  ],
  [
    "a question log kept for no day",
    { QUESTION_JOURNAL_DAYS: "0" },
    "QUESTION_JOURNAL_DAYS: not a number of days: from 1 to 3650",
  ],
  [
    "a Redis by http",
    { REDIS_URL: "http://redis:6379" },
    "REDIS_URL: not a Redis address: write redis://host:6379, or rediss:// for TLS",
  ],
  ...[
    "mysql://db/bot",
    "postgres://db",
    "postgres://bot:p#ss@db/bot",
    "postgres://db/bot?sslmode=on",
    "db.example",
  ].map((url): [string, Environment, string] => [
    `a database ${url}`,
    { DATABASE_URL: url },
    "DATABASE_URL: not a PostgreSQL address: write postgres://user:password@host:5432/database, with %40 for @ and the like in the password, and sslmode=verify-full for TLS",
  ]),
  ...["@ann", "-100123", "1,,2", "1;2"].map((ids): [string, Environment, string] => [
    `an admin ${ids}`,
    { ADMIN_IDS: ids },
    "ADMIN_IDS: not Telegram user ids: write numbers separated by commas, such as 12345, 67890",
  ]),
  ["no address", { TELEGRAM_API_ROOT: "telegram" }, UNSAFE_ROOT],
])("%s is refused with a remedy", (_name, env, problem) => {
  expect(readConfig(env, readFile)).toEqual({ kind: "faulty", problems: [problem] });
});

test("all problems are reported at once, without any value", () => {
  const env = { BOT_TOKEN: "secret-and-malformed", TELEGRAM_API_ROOT: "http://secret.example" };
  const config = readConfig(env, readFile);
  expect(config).toMatchObject({ kind: "faulty", problems: { length: 2 } });
  expect(JSON.stringify(config)).not.toContain("secret");
});
