import type { Context } from "../answer/answer.ts";
import { shortMemory } from "./short-memory.ts";

/** What each chat was last about: later a "he" is no longer the one spoken of. */
export type Conversations = {
  readonly recall: (chatId: number) => Context;
  readonly remember: (chatId: number, context: Context) => void;
};

export function startConversations(now: () => number): Conversations {
  const { recall, remember } = shortMemory<Context>(now);
  return { recall: (chatId) => recall(chatId) ?? {}, remember };
}
