import type { Redis } from "ioredis";
import { type ConversationKey, conversationKey } from "../../telegram/conversation-key.ts";
import { laneKey } from "../outbox/redis-outbox.ts";
import { chatLane } from "../outbox/owed-call.ts";
import { claimOf, type ClaimRecord } from "./claim-record.ts";
import { CLAIM, FINISH } from "./redis-state-scripts.ts";
import { CLAIMED_MS, DONE_MS, keptMs } from "./delivery-state.ts";
import type { Replica, StateCommands } from "./shared-store.ts";
import type { UpdateIds } from "../incoming-update.ts";

/** Claims, done marks, rate limits and notes in Redis. Every key expires. */
export function stateInRedis(redis: Redis, { botId, holder }: Replica): StateCommands {
  const key = (kind: string, id: ConversationKey | undefined) => redisKey(botId, kind, id);
  const updateKey = ({ updateId }: UpdateIds) => key("update", updateId);

  return {
    async claim(ids) {
      const { updateId, chatId, userId } = ids;
      const keys = [
        updateKey(ids),
        key("sent-again", updateId),
        key("crashes", updateId),
        key("pace", userId),
        key("notes", conversationKey(ids)),
        laneKey(botId, chatLane(chatId)),
      ];
      const isRateLimited = userId === undefined ? "no" : "yes";
      const args = [holder, CLAIMED_MS, DONE_MS, isRateLimited];
      return claimOf(recordOf(await redis.eval(CLAIM, keys.length, ...keys, ...args)));
    },
    async finish(ids, notes) {
      const keys = [updateKey(ids), key("notes", conversationKey(ids))];
      const text = notes === undefined ? "" : JSON.stringify(notes);
      await redis.eval(FINISH, 2, ...keys, DONE_MS, text, ids.updateId, keptMs(notes));
    },
    async markResent(updateId) {
      await redis.set(key("sent-again", updateId), "yes", "PX", DONE_MS);
    },
    async reportCrash(updateId) {
      const crashes = key("crashes", updateId);
      await redis.multi().incr(crashes).pexpire(crashes, DONE_MS).exec();
    },
  };
}

/** The braces keep all keys of a script in one slot of a cluster. */
export function redisKey(botId: number, kind: string, id: ConversationKey | undefined): string {
  return `{ask-the-article:${botId}}:${kind}:${id ?? "none"}`;
}

function recordOf(answer: unknown): ClaimRecord {
  const [kind = "", verdict = "", notes = "", again, suspect, owed] = Array.isArray(answer)
    ? answer.map(String)
    : [];
  return {
    kind,
    verdict,
    notes,
    isRetry: again === "yes",
    isSuspect: suspect === "yes",
    isOwed: owed === "yes",
  };
}
