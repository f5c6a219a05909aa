import type { OwedCall } from "./owed-call.ts";

/** How much is owed, and since when the oldest of it, in Unix milliseconds. */
type Owed = { readonly count: number; readonly oldestAt: number | undefined };

/** Where owed calls are kept, each lane in its order: a file, or what replicas share. */
export type OutboxStore = {
  /** Puts a call behind those of its lane; one that is owed, or was a while ago, is not added again. */
  readonly add: (call: OwedCall) => Promise<void>;
  /**
   * Adds a call that is under way already, as if it had been taken. False where its lane holds others, or
   * where it is known: then it is not added.
   */
  readonly addTaken: (call: OwedCall) => Promise<boolean>;
  /** The first call of a lane that is due. Nobody else gets one of this lane until it is settled. */
  readonly take: () => Promise<OwedCall | undefined>;
  /** The call that was taken stays the first of its lane, as it is given here. */
  readonly postpone: (taken: OwedCall, again: OwedCall) => Promise<void>;
  /** The call that was taken is off the list; Telegram has given its message this id. */
  readonly remove: (taken: OwedCall, messageId?: number) => Promise<void>;
  /** The id of a message that was sent late, by what stood for it. */
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  readonly owed: () => Promise<Owed>;
};
