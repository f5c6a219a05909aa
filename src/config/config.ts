import type { z } from "zod";
import { readToken } from "./bot-token.ts";
import { SECRET_WANTED, variables } from "./variables.ts";

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
    | {
        readonly url: string;
        readonly secret: string;
        readonly port: number;
        /** The interface to listen on; all of them unless it is set. */
        readonly host?: string | undefined;
      }
    | undefined;
  /** What several replicas share. */
  readonly redisUrl: string | undefined;
  /** Whether a saved article answers at once, without a restart. */
  readonly followsContent: boolean;
  /** Where questions are kept; nowhere unless it is set. */
  readonly questionLog: string | undefined;
  readonly questionLogDays: number;
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
    questionLog: others.data.QUESTION_JOURNAL,
    questionLogDays: others.data.QUESTION_JOURNAL_DAYS,
    adminIds: others.data.ADMIN_IDS,
  };
}

function webhookOf(given: z.output<typeof variables>): Config["webhook"] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_HOST: host, PORT: port } = given;
  return url !== undefined && secret !== undefined ? { url, secret, port, host } : undefined;
}

/** Compose files and shells often set a variable to nothing where they mean to leave it out. */
function withoutBlanks(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value = ""]) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}
