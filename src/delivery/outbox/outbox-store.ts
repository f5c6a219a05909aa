import type { OwedCall } from "./owed-call.ts";

/** The number of owed calls, and since when the oldest is owed, in Unix milliseconds. */
export type Owed = { readonly count: number; readonly oldestAt: number | undefined };

/** Stores owed calls, each lane in order: in a file, or where replicas share them. */
export type OutboxStore = {
  /** Adds a call at the end of its lane, unless it is already owed or was settled recently. */
  readonly add: (call: OwedCall) => Promise<void>;
  /**
   * Adds a call that is already in progress, as leased. Returns false without adding it if its lane holds
   * others or the call is known.
   */
  readonly addLeased: (call: OwedCall) => Promise<boolean>;
  /** Leases the first call of a lane that is due. Nobody else gets one of this lane until it is settled. */
  readonly lease: () => Promise<OwedCall | undefined>;
  /** Puts a leased call back at the front of its lane, as `again`. */
  readonly postpone: (leased: OwedCall, again: OwedCall) => Promise<void>;
  /** Removes a leased call that is settled, and records the id that Telegram gave its message. */
  readonly remove: (leased: OwedCall, messageId?: number) => Promise<void>;
  /** The id of a message that was sent late, by its stand-in. */
  readonly messageIdOf: (standIn: number) => Promise<number | undefined>;
  readonly owed: () => Promise<Owed>;
};
