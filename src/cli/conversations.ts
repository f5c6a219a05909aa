import { LRUCache } from "lru-cache";
import type { Context } from "../answer/answer.ts";

/** What each of many chats is about. */
export type Conversations = {
  readonly contextOf: (id: string | number) => Context | undefined;
  readonly remember: (id: string | number, context: Context) => void;
};

/** A context is a few hundred bytes: this many stay within some tens of megabytes. */
const MAX_CONVERSATIONS = 100_000;

/** Past the limit the chat that was silent longest is forgotten. */
export function createConversations(limit = MAX_CONVERSATIONS): Conversations {
  const contexts = new LRUCache<string | number, Context>({ max: limit });

  return {
    contextOf: (id) => contexts.get(id),
    remember: (id, context) => void contexts.set(id, context),
  };
}
