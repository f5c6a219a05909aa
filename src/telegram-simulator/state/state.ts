import type { BotCommand, Chat, MenuButton, Message, User, UserFromGetMe } from "@grammyjs/types";
import { type Changes, createChanges } from "./changes.ts";
import { type ProfileTexts, createProfileTexts } from "./profile-texts.ts";
import { type UpdateQueue, createUpdateQueue } from "../updates/update-queue.ts";

/** How the bot stands in a chat, which decides whether it may write there. */
export type BotAccess =
  | "not-started"
  | "allowed"
  | "blocked"
  | "deactivated"
  | "kicked"
  | "left"
  | "migrated";

type PlainMessage = Omit<Message, "reply_to_message">;

/** A message; grammY's own type of the one it replies to cannot be written down under our compiler settings. */
export type ChatMessage = PlainMessage & { readonly reply_to_message?: PlainMessage };

/** A chat and all that is in it. */
export type Room = {
  readonly chat: Chat;
  readonly members: Map<number, User>;
  /** Messages are never changed in place: an edit puts a new one here. */
  readonly messages: Map<number, ChatMessage>;
  /** The bot's reactions, by message. */
  readonly reactions: Map<number, string>;
  /** Of topics in which nobody can write any more, by number. */
  readonly endedTopics: Map<number, "closed" | "deleted">;
  access: BotAccess;
  migratedTo?: number;
};

/** A pressed button and what the bot answered. */
export type CallbackPress = {
  readonly id: string;
  readonly user: User;
  readonly pressedAt: number;
  toast?: Toast;
};

export type Toast = { readonly text: string; readonly showAlert: boolean; readonly url?: string };

/** An inline query and what the bot answered. */
export type InlineRequest = {
  readonly id: string;
  readonly user: User;
  readonly query: string;
  readonly askedAt: number;
  answer?: InlineAnswer;
};

export type InlineAnswer = {
  readonly results: readonly InlineResult[];
  readonly nextOffset: string;
  readonly button?: { readonly text: string; readonly startParameter: string };
};

export type InlineResult = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** What is posted when a user chooses this result. */
  readonly message: Partial<ChatMessage>;
};

export type MessagePlace = { readonly room: Room; readonly messageId: number };

/** All that the local Telegram knows. */
export type SimulatorState = ProfileTexts & {
  readonly bot: UserFromGetMe;
  readonly users: Map<number, User>;
  readonly rooms: Map<number, Room>;
  readonly callbackPresses: Map<string, CallbackPress>;
  readonly inlineRequests: Map<string, InlineRequest>;
  /** Messages posted through inline mode, by `inline_message_id`. */
  readonly inlineMessages: Map<string, MessagePlace>;
  /** By scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** By chat. */
  readonly menuButtons: Map<number, MenuButton>;
  readonly updates: UpdateQueue;
  readonly changes: Changes;
  readonly now: () => number;
  readonly nextId: () => number;
};

export function createState(bot: UserFromGetMe, now: () => number = Date.now): SimulatorState {
  let lastId = 0;
  const changes = createChanges();
  return {
    ...createProfileTexts(bot.first_name, () => changes.notify({ kind: "profile" })),
    bot,
    users: new Map<number, User>([[bot.id, bot]]),
    rooms: new Map(),
    callbackPresses: new Map(),
    inlineRequests: new Map(),
    inlineMessages: new Map(),
    updates: createUpdateQueue(),
    changes,
    commands: new Map(),
    menuButtons: new Map(),
    now,
    nextId: () => ++lastId,
  };
}

/** Unix time, as Telegram writes dates. */
export function unixTime(state: SimulatorState): number {
  return Math.floor(state.now() / 1000);
}
