import { LRUCache } from "lru-cache";
import type { Context } from "../answer/answer.ts";
import type { ConversationKey } from "./conversation-key.ts";

/** What is known of a chat, or of one topic in it. Plain data, so that it can be kept outside this process as well. */
export type ChatNotes = {
  /** What the chat was last about: later a "he" is no longer the one spoken of. */
  readonly context?: Context;
  /** Which message answers the latest question, so that an edited question edits it. */
  readonly latestAnswer?: LatestAnswer;
  /** When the reader was told that the bot reads words only, in Unix time. */
  readonly hintedAt?: number;
  /** The update after which it was so: of two replicas the one with the later knows better. */
  readonly asOf?: number;
};

type LatestAnswer = {
  readonly question: number;
  readonly answer: number;
  /** Stands for what the answer shows: edited into the same, it is refused. */
  readonly shown: string;
  /** What the chat was about before the question was put. */
  readonly before: Context;
};

export type ChatMemory = {
  /** Nothing is known of a chat that was quiet for a quarter of an hour. */
  readonly recall: (place: ConversationKey | undefined) => ChatNotes;
  /** Adds to the notes; what is named again is replaced. */
  readonly remember: (place: ConversationKey | undefined, notes: ChatNotes) => void;
  readonly forget: (place: ConversationKey | undefined) => void;
};

export const REMEMBERED_MS = 15 * 60_000;
const MOST_CHATS = 10_000;

/** Notes in this process; `now` in milliseconds, never going back. */
export function openChatMemory(now: () => number = () => performance.now()): ChatMemory {
  const kept = new LRUCache<ConversationKey, ChatNotes>({
    max: MOST_CHATS,
    ttl: REMEMBERED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const recall = (place: ConversationKey | undefined) =>
    (place === undefined ? undefined : kept.get(place)) ?? {};

  return {
    recall,
    remember(place, notes) {
      if (place !== undefined) kept.set(place, { ...recall(place), ...notes });
    },
    forget(place) {
      if (place !== undefined) kept.delete(place);
    },
  };
}
