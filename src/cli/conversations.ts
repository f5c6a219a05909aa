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
  const contexts = new Map<string | number, Context>();

  return {
    contextOf: (id) => contexts.get(id),
    remember(id, context) {
      // A Map keeps the order of insertion: put in anew, a chat is the youngest.
      contexts.delete(id);
      contexts.set(id, context);
      if (contexts.size <= limit) return;
      const [oldest] = contexts.keys();
      if (oldest !== undefined) contexts.delete(oldest);
    },
  };
}
