/** What keeps a statement from being done. */
export type DatabaseProblem = {
  readonly kind:
    /** Unreachable, starting or shutting down: waiting helps. */
    | "away"
    /** No connection is free. */
    | "busy"
    /** It took longer than a statement or a lock may. */
    | "slow"
    | "full"
    /** A standby, or set so by an operator. */
    | "read-only"
    /** Somebody else changed the same at the same time. */
    | "conflict"
    /** Only an operator can fix it: password, rights, TLS, version. */
    | "refused"
    /** A mistake in the bot. */
    | "fault";
  /** For the operator, with the way out; quotes neither data nor the password. */
  readonly what: string;
  /** SQLSTATE, or Node's code of a network error. */
  readonly code: string;
};

/** What a statement fails with; the message is that of the database's client, and may quote data. */
export class DatabaseFailure extends Error {
  readonly problem: DatabaseProblem;
  readonly code: string;
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : "the database's client failed", { cause });
    this.name = "DatabaseFailure";
    this.problem = databaseProblem(cause);
    this.code = this.problem.code;
  }
}

/** What an error of the database means. */
export function databaseProblem(error: unknown): DatabaseProblem {
  const code = errorCode(error);
  const known = PROBLEMS.find(([pattern]) => pattern.test(code));
  const [, kind, what] = known ?? [undefined, "fault", "the database refuses a statement"];
  return { kind, what, code };
}

/** Without a code of its own, the message of pg is what there is; it quotes no data. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if ("code" in error && typeof error.code === "string") return error.code;
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.name;
}

/** Errors of pg itself, which have no code, and of node-pg-migrate, which drops it. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^timeout exceeded when trying to connect/u, "NO_FREE_CONNECTION"],
  [/^Query read timeout/u, "NO_ANSWER"],
  [/does not support SSL/u, "NO_TLS"],
  [/^(?:SASL|SCRAM)|password must be a string/u, "NO_PASSWORD"],
  [/sslrootcert/u, "NO_ROOT_CERTIFICATE"],
  [/permission denied/u, "42501"],
  [/in a read-only transaction/u, "25006"],
  [
    /^Connection terminated|Client (?:was closed|has encountered)|not queryable/u,
    "CONNECTION_LOST",
  ],
];

const RIGHTS =
  "the user in DATABASE_URL lacks rights: make it the owner of its database (ALTER DATABASE … OWNER TO …)";

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or Node's code; the first that matches counts. */
const PROBLEMS: readonly (readonly [RegExp, DatabaseProblem["kind"], string])[] = [
  [
    /^(?:28P01|NO_PASSWORD)$/u,
    "refused",
    "the password or the user in DATABASE_URL is wrong: correct it, or set it with ALTER ROLE … PASSWORD",
  ],
  [
    /^28000$/u,
    "refused",
    "the database lets this user in from nowhere here: check the user in DATABASE_URL, its sslmode and pg_hba.conf",
  ],
  [
    /^3D000$/u,
    "refused",
    "the database that DATABASE_URL names does not exist: create it (CREATE DATABASE … OWNER …)",
  ],
  [/^42501$/u, "refused", RIGHTS],
  [
    /^NO_TLS$/u,
    "refused",
    "the database offers no TLS: set it up there (ssl = on), or take sslmode out of DATABASE_URL if the network is trusted",
  ],
  [
    /^(?:NO_ROOT_CERTIFICATE|ENOENT|EACCES)$/u,
    "refused",
    "a file that DATABASE_URL names cannot be read: check sslrootcert, sslcert and sslkey",
  ],
  [
    /^(?:SELF_SIGNED_CERT|DEPTH_ZERO_SELF|UNABLE_TO_|CERT_|ERR_TLS_|HOSTNAME_MISMATCH)/u,
    "refused",
    "the database's certificate is not trusted: name its authority with sslrootcert=FILE in DATABASE_URL",
  ],
  [
    /^(?:53300|NO_FREE_CONNECTION)$/u,
    "busy",
    "no connection to the database is free: raise its max_connections, or run fewer replicas",
  ],
  [/^53[12]00$/u, "full", "the database is out of disk or memory: give it more"],
  [
    /^25006$/u,
    "read-only",
    "the database is read-only: let DATABASE_URL name the primary, or end its read-only mode",
  ],
  [
    /^(?:57014|55P03|25P03|NO_ANSWER)$/u,
    "slow",
    "the database takes too long: look for locks and load (pg_stat_activity)",
  ],
  [/^(?:40001|40P01|23505)$/u, "conflict", "somebody else changed the same at the same time"],
  [
    /^(?:E[A-Z_]+|57P0\d|08...|CONNECTION_LOST)$/u,
    "away",
    "the database cannot be reached: check that it runs, and the host and port in DATABASE_URL",
  ],
];
