import { z } from "zod";

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
  /** Whether a saved article answers at once, without a restart. */
  readonly followsContent: boolean;
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
  if (token.kind === "faulty" || !others.success) return { kind: "faulty", problems };

  return {
    kind: "config",
    token: token.token,
    apiRoot: others.data.TELEGRAM_API_ROOT,
    contentDir: others.data.CONTENT_DIR,
    stateDir: others.data.STATE_DIR,
    previewPort: others.data.PREVIEW_PORT,
    operationPort: others.data.OPERATION_PORT,
    operationHost: others.data.OPERATION_HOST,
    followsContent: others.data.FOLLOW_CONTENT === "yes",
  };
}

const TOKEN = /^\d{5,}:[A-Za-z0-9_-]{20,}$/u;
const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/u;
const TRAILING_SLASHES = /\/+$/u;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

const port = z
  .string()
  .regex(PORT, "not a port: a number from 0 (any free one) to 65535")
  .transform(Number);

const variables = z.object({
  TELEGRAM_API_ROOT: z
    .string()
    .transform((root) => root.replace(TRAILING_SLASHES, ""))
    .refine(isSafeApiRoot, "not a safe place for the token: use https, or http on localhost")
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
  FOLLOW_CONTENT: z.enum(["yes", "no"], "say yes or no").default("no"),
});

/** Compose files and shells often set a variable to nothing where they mean to leave it out. */
function withoutBlanks(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value = ""]) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}

type TokenRead =
  | { readonly kind: "read"; readonly token: string | undefined }
  | { readonly kind: "faulty"; readonly problem: string };

function readToken(set: Environment, readFile: (path: string) => string): TokenRead {
  const { BOT_TOKEN: token, BOT_TOKEN_FILE: file, NODE_ENV: mode } = set;
  if (token !== undefined && file !== undefined) {
    return faulty("BOT_TOKEN", "BOT_TOKEN_FILE is set as well: keep one of the two");
  }
  if (file !== undefined) return readTokenFile(file, readFile);
  if (token !== undefined) return checkToken("BOT_TOKEN", token);
  if (mode !== "production") return { kind: "read", token: undefined };
  return faulty("BOT_TOKEN", "missing: copy it from @BotFather, or set BOT_TOKEN_FILE");
}

function readTokenFile(file: string, readFile: (path: string) => string): TokenRead {
  try {
    return checkToken("BOT_TOKEN_FILE", readFile(file).trim());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return faulty("BOT_TOKEN_FILE", `the file cannot be read (${code}): name one that can be`);
  }
}

function checkToken(name: string, token: string): TokenRead {
  if (TOKEN.test(token)) return { kind: "read", token };
  return faulty(name, "not a bot token: copy it from @BotFather, all of it (digits:letters)");
}

function faulty(name: string, message: string): TokenRead {
  return { kind: "faulty", problem: `${name}: ${message}` };
}

/** The token travels in the path of every request: encrypted, or not beyond this machine. */
function isSafeApiRoot(root: string): boolean {
  if (!URL.canParse(root)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(root);
  if (username + password + search + hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK_HOST.test(hostname));
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
