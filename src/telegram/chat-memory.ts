import { LRUCache } from "lru-cache";
import type { Context } from "../answer/answer.ts";
import type { ConversationKey } from "./conversation-key.ts";

/** What the bot remembers about a conversation. Plain data, because replicas share it through Redis. */
export type ChatNotes = {
  /** What the chat was last about. */
  readonly context?: Context;
  /** Edited if the reader edits the question. */
  readonly latestAnswer?: LatestAnswer;
  /** When the bot last said that it reads text only, in Unix seconds. */
  readonly hintedAt?: number;
  /** The update these notes follow. Of two replicas, the one with the later update is right. */
  readonly asOf?: number;
};

type LatestAnswer = {
  /** Message ids. */
  readonly question: number;
  readonly answer: number;
  /** A hash of the reply: Telegram refuses an edit that changes nothing. */
  readonly shown: string;
  /** What the chat was about before the question. */
  readonly before: Context;
};

export type ChatMemory = {
  /** Empty after 15 minutes of silence. */
  readonly recall: (key: ConversationKey | undefined) => ChatNotes;
  /** Merges these notes into what is remembered. */
  readonly remember: (key: ConversationKey | undefined, notes: ChatNotes) => void;
  readonly forget: (key: ConversationKey | undefined) => void;
};

export const REMEMBERED_MS = 15 * 60_000;
const MAX_CHATS = 10_000;

/** In memory. `now` is a monotonic clock in milliseconds. */
export function openChatMemory(now: () => number = () => performance.now()): ChatMemory {
  const notesByKey = new LRUCache<ConversationKey, ChatNotes>({
    max: MAX_CHATS,
    ttl: REMEMBERED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const recall = (key: ConversationKey | undefined) =>
    (key === undefined ? undefined : notesByKey.get(key)) ?? {};

  return {
    recall,
    remember(key, notes) {
      if (key !== undefined) notesByKey.set(key, { ...recall(key), ...notes });
    },
    forget(key) {
      if (key !== undefined) notesByKey.delete(key);
    },
  };
}
