import type { Database } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import { OWED_TRY_MS, OWED_KEPT_MS, type OutboxCommands } from "./shared-outbox.ts";

type Leased = {
  readonly lane: string | null;
  readonly call: string | null;
  readonly was_tried: boolean | null;
};

type Runs = {
  readonly ask: Database["run"];
  /** Waits longer, to know whether it is done. */
  readonly store: Database["run"];
};

/** Owed calls in the database, on its disk once a step is done. */
export function outboxInDatabase({ ask, store }: Runs, botId: number): OutboxCommands {
  return {
    async add({ lane, id, text }, dueInMs) {
      await store(
        sql`SELECT owe_call(${botId}, ${lane}, ${id}, ${text}, ${dueInMs}, ${OWED_KEPT_MS})`,
      );
    },
    async addLeased({ lane, id, text }) {
      const [row] = await store<{ readonly added: boolean }>(sql`
        SELECT owe_leased_call(${botId}, ${lane}, ${id}, ${text}, ${OWED_TRY_MS}, ${OWED_KEPT_MS}) AS added`);
      return row?.added === true;
    },
    async lease() {
      const [row] = await ask<Leased>(sql`SELECT * FROM lease_owed_call(${botId}, ${OWED_TRY_MS})`);
      const { lane, call: text, was_tried: wasTried } = row ?? {};
      if (typeof lane !== "string" || typeof text !== "string") return undefined;
      return { lane, text, wasTried: wasTried === true };
    },
    async postpone({ lane, text }, again, dueInMs) {
      await store(sql`SELECT postpone_owed_call(${botId}, ${lane}, ${text}, ${again}, ${dueInMs})`);
    },
    async remove({ lane, id, text, standIn = null, messageId = null }) {
      await store(sql`
        SELECT settle_owed_call(
          ${botId}, ${lane}, ${id}, ${text}, ${standIn}, ${messageId}, ${OWED_KEPT_MS})`);
    },
    async messageIdOf(standIn) {
      const [row] = await ask<{ readonly message_id: number }>(sql`
        SELECT message_id FROM settled_calls
        WHERE bot = ${botId} AND stand_in = ${standIn} AND expires_at > now()`);
      return row?.message_id;
    },
    async owed() {
      const [row] = await ask<{ readonly count: number; readonly oldest: number | null }>(sql`
        SELECT count(*), extract(epoch FROM min(owed_at))::double precision * 1000 AS oldest
        FROM owed_calls WHERE bot = ${botId} AND expires_at > now()`);
      return { count: row?.count ?? 0, oldestAt: row?.oldest ?? undefined };
    },
  };
}
