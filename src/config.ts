import { z } from "zod";
import { isRedisAddress, isSafeAddress } from "./address.ts";
import { readToken } from "./bot-token.ts";

export type Config = {
  readonly kind: "config";
  /** Without one there is no Telegram, only the preview. */
  readonly token: string | undefined;
  readonly apiRoot: string;
  readonly contentDir: string;
  readonly stateDir: string;
  /** Of the preview's page. */
  readonly previewPort: number;
  /** Of health and metrics; none unless it is set. */
  readonly operationPort: number | undefined;
  readonly operationHost: string;
  /** How Telegram posts updates to us; without it they are fetched. */
  readonly webhook:
    | { readonly url: string; readonly secret: string; readonly port: number }
    | undefined;
  /** What several replicas share. */
  readonly redisUrl: string | undefined;
  /** Whether a saved article answers at once, without a restart. */
  readonly followsContent: boolean;
  /** Where questions are kept; nowhere unless it is set. */
  readonly questionJournal: string | undefined;
  readonly questionJournalDays: number;
  /** Telegram's ids of those who run the bot. */
  readonly adminIds: readonly number[];
};

/** Everything that is wrong, each with the variable's name and the way out; never with its value. */
export type FaultyConfig = { readonly kind: "faulty"; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Checks the environment. `readFile` gives a file's text, or throws as `node:fs` does. */
export function readConfig(
  env: Environment,
  readFile: (path: string) => string,
): Config | FaultyConfig {
  const set = withoutBlanks(env);
  const token = readToken(set, readFile);
  const others = variables.safeParse(set);

  const issues = others.error?.issues ?? [];
  const problems = issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (token.kind === "faulty") problems.unshift(token.problem);
  if (set["WEBHOOK_URL"] !== undefined && set["WEBHOOK_SECRET"] === undefined) {
    problems.push(`WEBHOOK_SECRET: missing: ${SECRET_WANTED}`);
  }
  if (token.kind === "faulty" || !others.success || problems.length > 0)
    return { kind: "faulty", problems };

  return {
    kind: "config",
    token: token.token,
    apiRoot: others.data.TELEGRAM_API_ROOT,
    contentDir: others.data.CONTENT_DIR,
    stateDir: others.data.STATE_DIR,
    previewPort: others.data.PREVIEW_PORT,
    operationPort: others.data.OPERATION_PORT,
    operationHost: others.data.OPERATION_HOST,
    webhook: webhookOf(others.data),
    redisUrl: others.data.REDIS_URL,
    followsContent: others.data.FOLLOW_CONTENT === "yes",
    questionJournal: others.data.QUESTION_JOURNAL,
    questionJournalDays: others.data.QUESTION_JOURNAL_DAYS,
    adminIds: others.data.ADMIN_IDS,
  };
}

const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/u;
const SECRET = /^[A-Za-z0-9_-]{32,256}$/u;
const SECRET_WANTED = "make up 32 to 256 letters, digits, _ and - that nobody can guess";
/** Groups have negative ids and are nobody's. */
const IDS = /^[1-9]\d{0,14}(?:\s*,\s*[1-9]\d{0,14})*$/u;
/** Ten years at the most. */
const DAYS = /^(?:[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|36[0-4]\d|3650)$/u;
const TRAILING_SLASHES = /\/+$/u;

const port = z
  .string()
  .regex(PORT, "not a port: a number from 0 (any free one) to 65535")
  .transform(Number);

const variables = z.object({
  TELEGRAM_API_ROOT: z
    .string()
    .transform((root) => root.replace(TRAILING_SLASHES, ""))
    .refine(isSafeAddress, "not a safe place for the token: use https, or http on localhost")
    .default("https://api.telegram.org"),
  CONTENT_DIR: z.string().default("content"),
  STATE_DIR: z.string().default(".state"),
  PREVIEW_PORT: port.default(3580),
  OPERATION_PORT: port.optional(),
  OPERATION_HOST: z
    .union(
      [z.ipv4(), z.ipv6(), z.literal("localhost")],
      "not an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them",
    )
    .default("127.0.0.1"),
  WEBHOOK_URL: z
    .string()
    .refine(isSafeAddress, "not an address for Telegram: use https (or http on localhost)")
    .optional(),
  WEBHOOK_SECRET: z.string().regex(SECRET, `too easy to guess: ${SECRET_WANTED}`).optional(),
  PORT: port.default(8080),
  REDIS_URL: z
    .string()
    .refine(isRedisAddress, "not the address of a Redis: redis://host:6379, or rediss:// for TLS")
    .optional(),
  FOLLOW_CONTENT: z.enum(["yes", "no"], "say yes or no").default("no"),
  QUESTION_JOURNAL: z.string().optional(),
  QUESTION_JOURNAL_DAYS: z
    .string()
    .regex(DAYS, "not a number of days: from 1 to 3650")
    .default("90")
    .transform(Number),
  ADMIN_IDS: z
    .string()
    .regex(IDS, "not Telegram ids of people: numbers with a comma between them, as in 12345, 67890")
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean).map(Number)),
});

function webhookOf(given: z.output<typeof variables>): Config["webhook"] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = given;
  return url !== undefined && secret !== undefined ? { url, secret, port: given.PORT } : undefined;
}

/** Compose files and shells often set a variable to nothing where they mean to leave it out. */
function withoutBlanks(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value = ""]) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}

/** Reads `.env` if there is one; what the environment has already is left as it is. */
export function readEnvironmentFile(): void {
  try {
    process.loadEnvFile(".env");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw error;
  }
}
