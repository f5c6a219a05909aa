import type { Update } from "@grammyjs/types";

/** The update types a bot can subscribe to. */
export const UPDATE_TYPES = [
  ...(["message", "edited_message", "callback_query", "inline_query"] as const),
  ...(["chosen_inline_result", "my_chat_member", "chat_member"] as const),
  ...(["channel_post", "edited_channel_post", "poll", "poll_answer"] as const),
  ...(["message_reaction", "message_reaction_count", "chat_join_request"] as const),
  ...(["shipping_query", "pre_checkout_query"] as const),
] as const satisfies readonly Exclude<keyof Update, "update_id">[];

type UpdateType = (typeof UPDATE_TYPES)[number];

/** Updates the bot has not acknowledged yet, oldest first. */
export type UpdateQueue = {
  /** Queues an update if the bot is subscribed to it now, and drops it otherwise, as Telegram does. */
  readonly push: (type: UpdateType, content: unknown) => void;
  /** Queues any update, even of unknown type or with a repeated id. */
  readonly inject: (update: Update) => void;
  readonly pending: () => readonly Update[];
  readonly remove: (update: Update) => void;
  readonly acknowledgeBefore: (offset: number) => void;
  readonly keepLast: (count: number) => void;
  readonly subscribe: (types: readonly UpdateType[]) => void;
  readonly subscription: () => readonly UpdateType[];
  /** Telegram's ids jump after a week without updates. */
  readonly continueFrom: (updateId: number) => void;
  readonly onChange: (listener: () => void) => () => void;
};

/** Sent only if subscribed to by name. */
const ONLY_ON_REQUEST: ReadonlySet<string> = new Set([
  "chat_member",
  "message_reaction",
  "message_reaction_count",
]);

const FIRST_UPDATE_ID = 100_000_001;

export function createUpdateQueue(): UpdateQueue {
  let pending: readonly Update[] = [];
  let wanted: readonly UpdateType[] = [];
  let nextId = FIRST_UPDATE_ID;
  const listeners = new Set<() => void>();

  function change(updates: readonly Update[]): void {
    if (updates.length === pending.length && updates.every((u, at) => u === pending[at])) return;
    pending = updates;
    for (const listener of listeners) listener();
  }

  return {
    push(type, content) {
      if (!isWanted(type, wanted)) return;
      change([...pending, { update_id: nextId++, [type]: content }]);
    },
    inject: (update) => change([...pending, update]),
    pending: () => pending,
    remove: (done) => change(pending.filter((update) => update !== done)),
    acknowledgeBefore: (offset) => change(pending.filter((update) => update.update_id >= offset)),
    keepLast: (count) => change(count > 0 ? pending.slice(-count) : []),
    subscribe(types) {
      wanted = types;
    },
    subscription: () => wanted,
    continueFrom(updateId) {
      nextId = updateId;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isWanted(type: UpdateType, wanted: readonly UpdateType[]): boolean {
  return wanted.length === 0 ? !ONLY_ON_REQUEST.has(type) : wanted.includes(type);
}
