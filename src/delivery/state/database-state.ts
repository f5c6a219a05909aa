import type { Database } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import { type ConversationKey, conversationKey } from "../../telegram/conversation-key.ts";
import type { UpdateIds } from "../incoming-update.ts";
import { chatLane } from "../outbox/owed-call.ts";
import { claimOf } from "./claim-record.ts";
import { CLAIMED_MS, DONE_MS, keptMs, MAX_CRASHES } from "./delivery-state.ts";
import { BURST, LEAK_PER_SECOND } from "./rate-limiter.ts";
import type { LeaseCommands, Replica, StateCommands } from "./shared-store.ts";

type Run = Database["run"];

type ClaimRow = {
  readonly kind: string;
  readonly verdict: string | null;
  readonly notes: string | null;
  readonly is_retry: boolean | null;
  readonly is_owed: boolean | null;
  readonly is_suspect: boolean | null;
};

/** Claims, done marks, rate limits and notes in the database, each step one statement. Every row expires. */
export function stateInDatabase(run: Run, { botId, holder }: Replica): StateCommands {
  return {
    async claim(ids) {
      const { updateId, chatId, userId } = ids;
      const [row] = await run<ClaimRow>(sql`
        SELECT *, (
          SELECT crashes > 0 FROM shared_updates WHERE bot = ${botId} AND update_id = ${updateId}
        ) AS is_suspect
        FROM claim_update(
          ${botId}, ${updateId}, ${holder}, ${CLAIMED_MS}, ${DONE_MS}, ${MAX_CRASHES},
          ${userId ?? null}, ${BURST}, ${LEAK_PER_SECOND}, ${conversationOf(ids)}, ${chatLane(chatId)})`);
      return claimOf({
        kind: row?.kind ?? "",
        verdict: row?.verdict ?? "",
        notes: row?.notes ?? "",
        isRetry: row?.is_retry === true,
        isSuspect: row?.is_suspect === true,
        isOwed: row?.is_owed === true,
      });
    },
    async finish(ids, notes) {
      const text = notes === undefined ? null : JSON.stringify(notes);
      await run(sql`
        SELECT finish_update(
          ${botId}, ${ids.updateId}, ${DONE_MS}, ${conversationOf(ids)}, ${text}, ${keptMs(notes)})`);
    },
    async markResent(updateId) {
      await run(sql`
        INSERT INTO shared_updates (bot, update_id, is_resent, expires_at)
        VALUES (${botId}, ${updateId}, true, in_ms(${DONE_MS}))
        ON CONFLICT (bot, update_id) DO UPDATE SET is_resent = true`);
    },
    async reportCrash(updateId) {
      await run(sql`
        INSERT INTO shared_updates AS known (bot, update_id, crashes, expires_at)
        VALUES (${botId}, ${updateId}, 1, in_ms(${DONE_MS}))
        ON CONFLICT (bot, update_id) DO UPDATE SET crashes = known.crashes + 1`);
    },
  };
}

/** Notes on nothing are never stored: without a chat there are none. */
function conversationOf(ids: UpdateIds): string {
  const key: ConversationKey | undefined = conversationKey(ids);
  return String(key ?? "none");
}

export function leasesInDatabase(run: Run, botId: number): LeaseCommands {
  return {
    async hold(name, holder, forMs) {
      const held = await run(sql`
        INSERT INTO shared_leases AS known (bot, name, holder, expires_at)
        VALUES (${botId}, ${name}, ${holder}, in_ms(${forMs}))
        ON CONFLICT (bot, name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
        WHERE known.holder = excluded.holder OR known.expires_at <= clock_timestamp()
        RETURNING name`);
      return held.length > 0;
    },
    async release(name, holder) {
      await run(sql`
        DELETE FROM shared_leases WHERE bot = ${botId} AND name = ${name} AND holder = ${holder}`);
    },
  };
}
