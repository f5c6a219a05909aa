import { z } from "zod";

const PORT = /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/u;
const SECRET = /^[A-Za-z0-9_-]{32,256}$/u;
export const SECRET_FORM = "make up 32 to 256 letters, digits, _ and - that nobody can guess";
/** Groups have negative ids and are not people. */
const IDS = /^[1-9]\d{0,14}(?:\s*,\s*[1-9]\d{0,14})*$/u;
/** Ten years at most. */
const DAYS = /^(?:[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|36[0-4]\d|3650)$/u;
const TRAILING_SLASHES = /\/+$/u;

const port = z
  .string()
  .regex(PORT, "not a port: a number from 0 (any free one) to 65535")
  .transform(Number);

const host = z.union(
  [z.ipv4(), z.ipv6(), z.literal("localhost")],
  "not an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them",
);

/** All environment variables except the token, each with what to write instead. */
export const variables = z.object({
  TELEGRAM_API_ROOT: z
    .string()
    .transform((root) => root.replace(TRAILING_SLASHES, ""))
    .refine(isSafeAddress, "not a safe place for the token: use https, or http on localhost")
    .default("https://api.telegram.org"),
  CONTENT_DIR: z.string().default("content"),
  DRAFTS_DIR: z.string().default("drafts"),
  STATE_DIR: z.string().default(".state"),
  PREVIEW_PORT: port.default(3580),
  DESK_URL: z
    .string()
    .refine(isSafeAddress, "not an address for Telegram: use https (or http on localhost)")
    .optional(),
  DESK_PORT: port.default(8081),
  DESK_HOST: host.default("127.0.0.1"),
  OPERATION_PORT: port.optional(),
  OPERATION_HOST: host.default("127.0.0.1"),
  WEBHOOK_URL: z
    .string()
    .refine(isSafeAddress, "not an address for Telegram: use https (or http on localhost)")
    .optional(),
  WEBHOOK_SECRET: z.string().regex(SECRET, `too easy to guess: ${SECRET_FORM}`).optional(),
  WEBHOOK_HOST: host.optional(),
  PORT: port.default(8080),
  REDIS_URL: z
    .string()
    .refine(isRedisAddress, "not a Redis address: write redis://host:6379, or rediss:// for TLS")
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseAddress,
      "not a PostgreSQL address: write postgres://user:password@host:5432/database, with %40 for @ and the like in the password, and sslmode=verify-full for TLS",
    )
    .optional(),
  ANSWER_FROM_DATABASE: z.enum(["yes", "no"], "say yes or no").default("no"),
  FOLLOW_CONTENT: z.enum(["yes", "no"], "say yes or no").default("no"),
  FOLLOW_FEEDS: z.enum(["yes", "no"], "say yes or no").default("yes"),
  QUESTION_JOURNAL: z.string().optional(),
  QUESTION_JOURNAL_DAYS: z
    .string()
    .regex(DAYS, "not a number of days: from 1 to 3650")
    .default("90")
    .transform(Number),
  ADMIN_IDS: z
    .string()
    .regex(IDS, "not Telegram user ids: write numbers separated by commas, such as 12345, 67890")
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean).map(Number)),
});

const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;
const REDIS_PROTOCOL = /^rediss?:$/u;
const DATABASE_PROTOCOL = /^postgres(?:ql)?:$/u;
/** Of a path, which begins with a slash. */
const DATABASE_NAME = /^\/[^/]+$/u;
const TLS_MODE = /^(?:disable|prefer|require|verify-ca|verify-full)$/u;

/** Every request carries the token or the secret, so it must be encrypted or stay on this machine. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username + password + search + hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK_HOST.test(hostname));
}

function isRedisAddress(address: string): boolean {
  return URL.canParse(address) && REDIS_PROTOCOL.test(new URL(address).protocol);
}

/** The database is named, since its default, the name of the user, surprises people. */
function isDatabaseAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, searchParams } = new URL(address);
  const mode = searchParams.get("sslmode");
  return (
    DATABASE_PROTOCOL.test(protocol) &&
    DATABASE_NAME.test(pathname) &&
    (mode === null || TLS_MODE.test(mode))
  );
}
