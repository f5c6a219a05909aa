import type { CreateTraceId } from "./trace.ts";

/** Nobody asks more questions in one message. */
const MAX_QUESTIONS = 20;

/**
 * The ids among `known` that a chat's updates have. An id does not tell whose it is; but whoever has the secret can make
 * those of a chat, and see which of them there are.
 */
export function tracesOfChat(
  chatId: number,
  updateIds: Iterable<number>,
  { known, traceId }: { readonly known: ReadonlySet<string>; readonly traceId: CreateTraceId },
): Set<string> {
  const found = new Set<string>();
  for (const updateId of updateIds) {
    if (!known.has(traceId(chatId, updateId))) continue;
    for (let question = 0; question < MAX_QUESTIONS; question += 1) {
      const id = traceId(chatId, updateId, question);
      if (known.has(id)) found.add(id);
    }
  }
  return found;
}

/** A bot's updates are numbered one by one; about as many of them as this are presses or tell it nothing. */
const UPDATES_PER_ANSWER = 20;
const MIN_SEARCHED = 100_000;
/** Takes some ten seconds on an idle machine. */
const MAX_SEARCHED = 2_000_000;

/** The updates that a log of so many answers can be about: those that are known, and the ones before the latest. */
export function* updatesToSearch(known: readonly number[], answers: number): Generator<number> {
  const latest = known.reduce((most, id) => Math.max(most, id), 0);
  const searched = Math.min(MAX_SEARCHED, Math.max(MIN_SEARCHED, answers * UPDATES_PER_ANSWER));
  const first = Math.max(1, latest - searched);
  for (let id = first; id <= latest; id += 1) yield id;
  for (const id of known) if (id < first) yield id;
}
