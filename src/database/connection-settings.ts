import type { PoolConfig } from "pg";

const CONNECT_TIMEOUT_MS = 3000;
/** Statements of the bot take milliseconds; one that waits this long is stuck. */
const STATEMENT_TIMEOUT_MS = 5000;
/** Locks are held for milliseconds. */
const LOCK_TIMEOUT_MS = 2000;
/** A replica that hangs within a transaction holds locks for no longer. */
const IDLE_IN_TRANSACTION_MS = 10_000;
/** A server that does not answer at all is noticed by the client, after the server's own time-out. */
export const ANSWER_AFTER_MS = 2000;

/** Shown to operators in pg_stat_activity. */
const APPLICATION_NAME = "ask-the-article";

/** How to connect, with time-outs for everything. */
export function connectionSettings(
  url: string,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
): PoolConfig {
  return {
    ...connectionForLongWork(url),
    statement_timeout: statementTimeoutMs,
    lock_timeout: Math.min(LOCK_TIMEOUT_MS, statementTimeoutMs),
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: statementTimeoutMs + ANSWER_AFTER_MS,
  };
}

/** A migration may take minutes, and a listener waits for hours. */
export function connectionForLongWork(url: string): PoolConfig {
  return {
    connectionString: withLibpqTls(url),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: APPLICATION_NAME,
    keepAlive: true,
  };
}

/** sslmode means what PostgreSQL's manual says, which pg does only if asked to. */
function withLibpqTls(url: string): string {
  const address = new URL(url);
  const { searchParams } = address;
  if (!searchParams.has("sslmode") || searchParams.has("uselibpqcompat")) return url;
  searchParams.set("uselibpqcompat", "true");
  return address.href;
}

/** Where the database is, for the log: without user and password. */
export function placeOfDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}
