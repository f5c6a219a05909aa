import { Context, type Bot } from "grammy";
import type { Update } from "grammy/types";
import pLimit from "p-limit";
import type { DoneUpdates } from "./done-updates.ts";
import { handleUpdate, type HandlingOptions } from "./handle-update.ts";

/** So many chats are answered at once. */
const CHATS_AT_ONCE = 32;

export type BatchOptions = HandlingOptions & { readonly done: DoneUpdates };

/**
 * Answers updates, those of one chat in their order, and returns the offset that acknowledges exactly
 * what is done: everything before the first update that was left.
 */
export async function handleBatch(
  updates: readonly Update[],
  options: BatchOptions,
): Promise<number | undefined> {
  const limit = pLimit(CHATS_AT_ONCE);
  const chains = chainsByChat(updates, options.bot);
  await Promise.all(chains.map((chain) => limit(() => handleInOrder(chain, options))));
  const firstLeft = updates.find(({ update_id: id }) => !options.done.has(id));
  return firstLeft?.update_id ?? nextAfter(updates);
}

async function handleInOrder(chain: readonly Update[], options: BatchOptions): Promise<void> {
  const { done, signal } = options;
  for (const update of chain) {
    if (done.has(update.update_id)) continue;
    if (signal.aborted || (await handleUpdate(update, options)) === "left") return;
    done.add(update.update_id);
  }
}

function nextAfter(updates: readonly Update[]): number | undefined {
  const last = updates.at(-1);
  return last && last.update_id + 1;
}

function chainsByChat(updates: readonly Update[], { api, botInfo }: Bot): Update[][] {
  const chains = new Map<number, Update[]>();
  for (const update of updates) {
    const { chatId, from } = new Context(update, api, botInfo);
    const place = chatId ?? from?.id ?? update.update_id;
    chains.set(place, [...(chains.get(place) ?? []), update]);
  }
  return [...chains.values()];
}
