import type { z } from "zod";
import { readToken } from "./bot-token.ts";
import { SECRET_FORM, variables } from "./variables.ts";

export type Config = {
  readonly kind: "config";
  /** Without one, the preview runs instead of the bot. */
  readonly token: string | undefined;
  readonly apiRoot: string;
  readonly contentDir: string;
  /** What is imported at the desk waits here until an editor publishes it. */
  readonly draftsDir: string;
  readonly stateDir: string;
  /** Port of the preview's page. */
  readonly previewPort: number;
  /** Port of health and metrics; none by default. */
  readonly monitoringPort: number | undefined;
  readonly monitoringHost: string;
  /** Where Telegram posts updates; without it the bot polls. */
  readonly webhook:
    | {
        readonly url: string;
        readonly secret: string;
        readonly port: number;
        /** The interface to listen on; all of them by default. */
        readonly host?: string | undefined;
      }
    | undefined;
  /** Where editors open the desk from Telegram; in production there is none without it. */
  readonly desk: { readonly url: string; readonly port: number; readonly host: string } | undefined;
  /** Shared by replicas. */
  readonly redisUrl: string | undefined;
  /** PostgreSQL, shared by replicas as well. */
  readonly databaseUrl: string | undefined;
  /** Whether articles stay in the database, for there are more than a process holds. */
  readonly answersFromDatabase: boolean;
  /** Whether a saved article takes effect without a restart. */
  readonly followsContent: boolean;
  /** Whether this process may follow the feeds of `feeds.yaml`. */
  readonly followsFeeds: boolean;
  /** The file for the question log; none by default. */
  readonly questionLog: string | undefined;
  readonly questionLogDays: number;
  /** Telegram ids of the operators. */
  readonly adminIds: readonly number[];
};

/** Every problem, with the variable's name and the remedy, never with its value. */
export type FaultyConfig = { readonly kind: "faulty"; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Checks the environment. `readFile` returns a file's text, or throws as `node:fs` does. */
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
    problems.push(`WEBHOOK_SECRET: missing: ${SECRET_FORM}`);
  }
  if (set["DESK_URL"] !== undefined && set["ADMIN_IDS"] === undefined) {
    problems.push("ADMIN_IDS: missing: the desk at DESK_URL is for the users it lists");
  }
  if (set["ANSWER_FROM_DATABASE"] === "yes" && set["DATABASE_URL"] === undefined) {
    problems.push(
      "DATABASE_URL: missing: ANSWER_FROM_DATABASE=yes answers from the database there",
    );
  }
  if (token.kind === "faulty" || !others.success || problems.length > 0)
    return { kind: "faulty", problems };

  return {
    kind: "config",
    token: token.token,
    apiRoot: others.data.TELEGRAM_API_ROOT,
    contentDir: others.data.CONTENT_DIR,
    draftsDir: others.data.DRAFTS_DIR,
    stateDir: others.data.STATE_DIR,
    previewPort: others.data.PREVIEW_PORT,
    monitoringPort: others.data.OPERATION_PORT,
    monitoringHost: others.data.OPERATION_HOST,
    webhook: webhookOf(others.data),
    desk: deskOf(others.data),
    redisUrl: others.data.REDIS_URL,
    databaseUrl: others.data.DATABASE_URL,
    answersFromDatabase: others.data.ANSWER_FROM_DATABASE === "yes",
    followsContent: mustFollow(others.data) || others.data.FOLLOW_CONTENT === "yes",
    followsFeeds: others.data.FOLLOW_FEEDS === "yes",
    questionLog: others.data.QUESTION_JOURNAL,
    questionLogDays: others.data.QUESTION_JOURNAL_DAYS,
    adminIds: others.data.ADMIN_IDS,
  };
}

function webhookOf(given: z.output<typeof variables>): Config["webhook"] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_HOST: host, PORT: port } = given;
  return url !== undefined && secret !== undefined ? { url, secret, port, host } : undefined;
}

/** What is published at the desk, or in the chat with another replica, is answered from at once. */
function mustFollow(given: z.output<typeof variables>): boolean {
  const { DESK_URL, REDIS_URL, DATABASE_URL, ADMIN_IDS } = given;
  const isShared = (REDIS_URL ?? DATABASE_URL) !== undefined;
  return DESK_URL !== undefined || (isShared && ADMIN_IDS.length > 0);
}

function deskOf(given: z.output<typeof variables>): Config["desk"] {
  const { DESK_URL: url, DESK_PORT: port, DESK_HOST: host } = given;
  return url === undefined ? undefined : { url, port, host };
}

/** Compose files and shells often set a variable to nothing when they mean to leave it unset. */
function withoutBlanks(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value = ""]) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}
