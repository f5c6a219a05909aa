import type { PoolClient } from "pg";
import type { Log } from "../logging/log.ts";
import { ANSWER_AFTER_MS, connectionSettings } from "./connection-settings.ts";
import { DatabaseFailure, type DatabaseProblem, databaseProblem } from "./database-problem.ts";
import { type Listen, openListener } from "./listener.ts";
import { sql, type Statement } from "./statement.ts";

/** Runs one statement and resolves with its rows, or fails with a `DatabaseFailure`. */
export type RunStatement = <Row extends object>(statement: Statement) => Promise<readonly Row[]>;

export type Database = {
  readonly run: RunStatement;
  /** All statements are done, or none is. Nothing else may be awaited within: a connection is taken. */
  readonly transaction: <Result>(
    work: (run: RunStatement) => Promise<Result>,
    options?: TransactionOptions,
  ) => Promise<Result>;
  /**
   * Does what only one process may do at a time, `lock` being its number; resolves with `undefined` if another one is at it. One that is
   * killed leaves it to others at once. A connection is taken meanwhile; if it breaks, others may begin, so each write has to check.
   */
  readonly exclusively: <Result>(
    lock: number,
    work: () => Promise<Result>,
  ) => Promise<Result | undefined>;
  readonly listen: Listen;
  readonly close: () => Promise<void>;
};

type TransactionOptions = {
  /** How long each statement, and the work between two, may take, if it is known to take longer than usual. */
  readonly statementTimeoutMs?: number;
};

export type DatabaseOptions = {
  readonly url: string;
  readonly log: Log;
  /** Called when the database becomes unable to do its work, and with `undefined` when it can again. */
  readonly onProblem?: ((problem: DatabaseProblem | undefined) => void) | undefined;
  /** How long a statement may take, for one on which readers wait. */
  readonly statementTimeoutMs?: number;
};

/** Of the hundred that PostgreSQL has by default; ten replicas leave some for people. */
const MAX_CONNECTIONS = 8;
const IDLE_MS = 60_000;

/** A bounded pool of connections, opened as they are needed. */
export async function connectDatabase({
  url,
  log,
  onProblem,
  statementTimeoutMs,
}: DatabaseOptions): Promise<Database> {
  const { Pool } = await import("pg");
  const pool = new Pool({
    ...connectionSettings(url, statementTimeoutMs),
    max: MAX_CONNECTIONS,
    idleTimeoutMillis: IDLE_MS,
  });
  const note = noteProblems(log, onProblem);
  pool.on("connect", (client) => {
    // One that breaks between two statements: the next one fails. Without a listener, the process would end.
    client.on("error", () => undefined);
    client.setTypeParser(INT8, Number);
    client.setTypeParser(DATE, String);
  });
  // A connection that breaks while it is idle; the pool replaces it.
  pool.on("error", note.failed);

  async function withConnection<Result>(use: (client: PoolClient) => Promise<Result>) {
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      const result = await use(client);
      client.release();
      note.worked();
      return result;
    } catch (error) {
      const { kind } = note.failed(error);
      client?.release(!LEAVES_CONNECTION.has(kind));
      throw new DatabaseFailure(error);
    }
  }

  const listener = openListener(url, note);
  return {
    run: (statement) => withConnection((client) => runOn(client)(statement)),
    transaction: (work, options = {}) =>
      withConnection(async (client) => {
        const { statementTimeoutMs: limit } = options;
        const run = runOn(client, limit);
        await run(sql`BEGIN`);
        try {
          if (limit !== undefined)
            await run(sql`
              SELECT set_config(name, ${String(limit)}, true)
              FROM unnest(ARRAY['statement_timeout', 'idle_in_transaction_session_timeout']) AS given (name)`);
          const result = await work(run);
          await run(sql`COMMIT`);
          return result;
        } catch (error) {
          await run(sql`ROLLBACK`).catch(() => undefined);
          throw error;
        }
      }),
    exclusively: (lock, work) =>
      withConnection(async (client) => {
        const run = runOn(client);
        // A machine that vanishes keeps its lock for a minute, not for the two hours of the system's default.
        const [row] = await run<{ readonly isHeld: boolean }>(sql`
          SELECT pg_try_advisory_lock(${lock}) AS "isHeld", set_config('tcp_keepalives_idle', '30', false),
            set_config('tcp_keepalives_interval', '10', false), set_config('tcp_keepalives_count', '3', false)`);
        if (row?.isHeld !== true) return undefined;
        try {
          return await work();
        } finally {
          await run(sql`SELECT pg_advisory_unlock(${lock})`);
        }
      }),
    listen: listener.listen,
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

/** Numbers, where pg returns text. */
const INT8 = 20;
/** A day stays a day, `2026-02-03`, in every time zone. */
const DATE = 1082;

/** After these errors the connection works as before. A read-only server may be the one that failed over. */
const LEAVES_CONNECTION: ReadonlySet<DatabaseProblem["kind"]> = new Set([
  "conflict",
  "full",
  "fault",
]);

/** `limitMs`: how long a statement may take there, if not as long as usual. */
function runOn(client: PoolClient, limitMs?: number): RunStatement {
  const ownLimit = limitMs !== undefined && { query_timeout: limitMs + ANSWER_AFTER_MS };
  return async <Row extends object>({ text, values }: Statement) => {
    const query = { text, values: [...values], ...ownLimit };
    const { rows } = await client.query<Row>(query);
    return rows;
  };
}

/** The state of the database, from how statements end. */
export type NoteProblems = {
  readonly failed: (error: unknown) => DatabaseProblem;
  readonly worked: () => void;
};

/** What the database cannot do is logged when it begins and when it ends, not at every statement. */
function noteProblems(log: Log, onProblem: DatabaseOptions["onProblem"]): NoteProblems {
  let current: DatabaseProblem | undefined;
  return {
    failed(error) {
      const problem = databaseProblem(error);
      if (problem.kind === "conflict") return problem;
      if (problem.kind === "fault") {
        log("a statement failed", { error: `${problem.code}: ${problem.what}` });
        return problem;
      }
      if (problem.kind !== current?.kind) {
        log(problem.what, { error: problem.code });
        onProblem?.(problem);
      }
      current = problem;
      return problem;
    },
    worked() {
      if (!current) return;
      current = undefined;
      log("the database works again");
      onProblem?.(undefined);
    },
  };
}
