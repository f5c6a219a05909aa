import { LRUCache } from "lru-cache";
import type { Context } from "../answer/answer.ts";
import { type ConversationKey, isOfChat } from "./conversation-key.ts";

/** What the bot remembers about a conversation. Plain data, because replicas share it through Redis. */
export type ChatNotes = {
  /** What the chat was last about. */
  readonly context?: Context;
  /** Edited if the reader edits the question. */
  readonly latestAnswer?: LatestAnswer;
  /** When the bot last said that it reads text only, in Unix seconds. */
  readonly hintedAt?: number;
  /** Posts of the channel whose comments the chat has, the latest last; none otherwise. */
  readonly posts?: readonly Post[];
  /** When they were written, in Unix milliseconds. */
  readonly at?: number;
  /** The update these notes follow. Of two replicas, the one with the later update is right. */
  readonly asOf?: number;
};

/** A channel's post in its discussion group. */
export type Post = {
  /** Id of the message there, and of the thread of its comments. */
  readonly id: number;
  /** The articles that it links to, as addresses: the bot may get to know them later. */
  readonly links: readonly string[];
  /** Slug of the article that its readers were told their answers are from. */
  readonly told?: string;
};

type LatestAnswer = {
  /** Message ids. */
  readonly question: number;
  readonly answer: number;
  /** A hash of the reply: Telegram refuses an edit that changes nothing. */
  readonly shown: string;
  /** What the chat was about before the question. */
  readonly before: Context;
  /** The answer says which article it is from. */
  readonly saysArticle?: true;
};

export type ChatMemory = {
  /** After 15 minutes of silence, nothing but posts. */
  readonly recall: (key: ConversationKey | undefined) => ChatNotes;
  /** Merges these notes into what is remembered. */
  readonly remember: (key: ConversationKey | undefined, notes: ChatNotes) => void;
  readonly forget: (key: ConversationKey | undefined) => void;
  /** The same for a chat with all of its topics; returns how many conversations those were. */
  readonly forgetChat: (chatId: number) => number;
};

export const REMEMBERED_MS = 15 * 60_000;
const MAX_CHATS = 10_000;

/** Posts are commented on for days. */
export const REMEMBERED_POSTS_MS = 7 * 24 * 60 * 60_000;
const MAX_POSTS = 30;
const MAX_CHATS_WITH_POSTS = 1000;

/** Adds a post, or replaces what was known of it; the oldest are forgotten. */
export function withPost(posts: readonly Post[], post: Post): readonly Post[] {
  return [...posts.filter(({ id }) => id !== post.id), post]
    .toSorted((one, other) => one.id - other.id)
    .slice(-MAX_POSTS);
}

/** In memory. `now` is a monotonic clock in milliseconds. */
export function openChatMemory(now: () => number = () => performance.now()): ChatMemory {
  const notesByKey = new LRUCache<ConversationKey, ChatNotes>({
    max: MAX_CHATS,
    ttl: REMEMBERED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const postsByKey = new LRUCache<ConversationKey, readonly Post[]>({
    max: MAX_CHATS_WITH_POSTS,
    ttl: REMEMBERED_POSTS_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const recall = (key: ConversationKey | undefined) => {
    const notes = (key === undefined ? undefined : notesByKey.get(key)) ?? {};
    const posts = key === undefined ? undefined : postsByKey.get(key);
    return posts ? { ...notes, posts } : notes;
  };

  return {
    recall,
    remember(key, { posts, ...notes }) {
      if (key === undefined) return;
      if (posts) postsByKey.set(key, posts);
      notesByKey.set(key, { ...notesByKey.get(key), ...notes });
    },
    forget(key) {
      if (key === undefined) return;
      notesByKey.delete(key);
      postsByKey.delete(key);
    },
    forgetChat(chatId) {
      const keys = [...notesByKey.keys()].filter((key) => isOfChat(key, chatId));
      for (const key of keys) notesByKey.delete(key);
      return keys.length;
    },
  };
}
