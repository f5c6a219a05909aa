import type { Redis } from "ioredis";
import { type ChatNotes, REMEMBERED_MS, REMEMBERED_POSTS_MS } from "../../telegram/chat-memory.ts";
import { type ConversationKey, conversationKey } from "../../telegram/conversation-key.ts";
import { laneKey } from "../outbox/redis-outbox.ts";
import { chatLane } from "../outbox/owed-call.ts";
import type { RedisBreaker } from "./redis-breaker.ts";
import { CLAIM, FINISH } from "./redis-state-scripts.ts";
import type { Claim, SharedState } from "./delivery-state.ts";
import type { UpdateIds } from "../incoming-update.ts";

export type RedisStateParts = {
  readonly redis: Redis;
  /** Keeps the bot from waiting for a Redis that is down. */
  readonly tryRedis: RedisBreaker;
  readonly botId: number;
  /** Unique name of this replica, recorded in its claims. */
  readonly holder: string;
};

/** Longer than an update may take, so only a dead replica loses its claim. */
const LEASE_MS = 10_000;
/** Telegram retries within two minutes; an hour also covers a restart of any proxy in between. */
const DONE_MS = 60 * 60_000;

/** Claims, done marks, rate limits and notes shared by all replicas. Every key expires. */
export function openRedisState({ redis, tryRedis, botId, holder }: RedisStateParts): SharedState {
  const key = (kind: string, id: ConversationKey | undefined) => redisKey(botId, kind, id);
  const updateKey = ({ updateId }: UpdateIds) => key("update", updateId);

  return {
    claim: (ids) =>
      tryRedis(async () => {
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
        return readClaim(
          await redis.eval(CLAIM, keys.length, ...keys, holder, LEASE_MS, DONE_MS, isRateLimited),
        );
      }),
    finish: async (ids, notes) => {
      const keys = [updateKey(ids), key("notes", conversationKey(ids))];
      const text = notes === undefined ? "" : JSON.stringify(notes);
      const notesMs = notes?.posts ? REMEMBERED_POSTS_MS : REMEMBERED_MS;
      await tryRedis(() => redis.eval(FINISH, 2, ...keys, DONE_MS, text, ids.updateId, notesMs));
    },
    markResent: async ({ updateId }) => {
      await tryRedis(() => redis.set(key("sent-again", updateId), "yes", "PX", DONE_MS));
    },
    reportCrash: async (updateId) => {
      const crashes = key("crashes", updateId);
      await tryRedis(() => redis.multi().incr(crashes).pexpire(crashes, DONE_MS).exec());
    },
  };
}

/** The braces keep all keys of a script in one slot of a cluster. */
export function redisKey(botId: number, kind: string, id: ConversationKey | undefined): string {
  return `{ask-the-article:${botId}}:${kind}:${id ?? "none"}`;
}

const OTHER_CLAIMS = ["done", "held", "sent-twice", "set-aside"] as const;

function readClaim(answer: unknown): Claim {
  const [kind, verdict, notes, again, owed] = Array.isArray(answer) ? answer.map(String) : [];
  const other = OTHER_CLAIMS.find((one) => one === kind);
  if (other !== undefined) return { kind: other };
  const chat = { notes: readNotes(notes ?? ""), isRetry: again === "yes", isOwed: owed === "yes" };
  if (verdict === "allowed") return { kind: "granted", ...chat };
  return { kind: "rate-limited", isFirst: verdict === "limited", ...chat };
}

/** Another version of this bot may have written them; malformed notes count as none. */
function readNotes(text: string): ChatNotes {
  try {
    const notes: unknown = JSON.parse(text);
    return typeof notes === "object" && notes !== null ? notes : {};
  } catch {
    return {};
  }
}
