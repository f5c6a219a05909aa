import type { Database } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import { chatLane } from "../outbox/owed-call.ts";
import { OWED_KEPT_MS } from "../outbox/shared-outbox.ts";

type Forgotten = { readonly owed: number; readonly others: number };

/** Deletes what replicas share about a reader: answers owed, what the chat is about, how fast they write. */
export async function forgetInDatabase(
  run: Database["run"],
  botId: number,
  readerId: number,
): Promise<Forgotten> {
  const [row] = await run<Forgotten>(sql`
    SELECT * FROM forget_shared(${botId}, ${readerId}, ${chatLane(readerId)}, ${OWED_KEPT_MS})`);
  return row ?? { owed: 0, others: 0 };
}

/** The latest update that any replica has claimed in the last hour, if there is one. */
export async function latestUpdateInDatabase(
  run: Database["run"],
  botId: number,
): Promise<readonly number[]> {
  const rows = await run<{ readonly update_id: number }>(sql`
    SELECT update_id FROM shared_updates WHERE bot = ${botId} ORDER BY update_id DESC LIMIT 1`);
  return rows.map(({ update_id: id }) => id);
}
