import { DROP } from "../outbox/redis-outbox-scripts.ts";
import { chatLane } from "../outbox/owed-call.ts";
import { outboxPrefix } from "../outbox/redis-outbox.ts";
import { openRedis } from "./redis-client.ts";
import { redisKey } from "./redis-state.ts";

export type ForgottenInRedis =
  | { readonly kind: "forgotten"; readonly owed: number; readonly others: number }
  | { readonly kind: "refused" }
  | { readonly kind: "away" };

/** Deletes what replicas share about a reader: answers owed, what the chat is about, how fast they write. */
export async function forgetInRedis(
  url: string,
  botId: number,
  readerId: number,
): Promise<ForgottenInRedis> {
  const opened = await openRedis(url);
  if (opened.kind === "refused") return { kind: "refused" };
  const { redis } = opened;
  try {
    const notes = redisKey(botId, "notes", readerId);
    const keys = [notes, redisKey(botId, "pace", readerId)];
    // One key for each topic of a private chat.
    for await (const batch of redis.scanStream({ match: `${notes}:*` })) keys.push(...batch);
    const owed = await redis.eval(DROP, 1, outboxPrefix(botId), chatLane(readerId));
    return { kind: "forgotten", owed: Number(owed), others: await redis.del(...keys) };
  } catch {
    return { kind: "away" };
  } finally {
    redis.disconnect();
  }
}
