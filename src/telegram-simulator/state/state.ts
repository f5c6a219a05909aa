import type { BotCommand, Chat, MenuButton, Message, User, UserFromGetMe } from "@grammyjs/types";
import { type Changes, createChanges } from "./changes.ts";
import { type ProfileTexts, createProfileTexts } from "./profile-texts.ts";
import { type UpdateQueue, createUpdateQueue } from "../updates/update-queue.ts";

/** Whether the bot may write to a chat, or why not. */
export type BotAccess =
  | "not-started"
  | "allowed"
  | "blocked"
  | "deactivated"
  | "kicked"
  | "left"
  | "migrated";

type PlainMessage = Omit<Message, "reply_to_message">;

/** grammY's own type of `reply_to_message` is not expressible under our compiler settings. */
export type ChatMessage = PlainMessage & { readonly reply_to_message?: PlainMessage };

/** A chat with its members and messages. */
export type Room = {
  readonly chat: Chat;
  readonly members: Map<number, User>;
  /** Messages are immutable: an edit replaces one. */
  readonly messages: Map<number, ChatMessage>;
  /** The bot's reactions, by message id. */
  readonly reactions: Map<number, string>;
  /** Topics closed for writing, by number. */
  readonly endedTopics: Map<number, "closed" | "deleted">;
  /** The discussion group of a channel, or the channel of a discussion group. */
  linked?: Room;
  access: BotAccess;
  migratedTo?: number;
};

/** A button press and the bot's answer. */
export type CallbackPress = {
  readonly id: string;
  readonly user: User;
  readonly pressedAt: number;
  toast?: Toast;
};

export type Toast = { readonly text: string; readonly showAlert: boolean; readonly url?: string };

/** An inline query and the bot's answer. */
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
  /** Posted when a user chooses this result. */
  readonly message: Partial<ChatMessage>;
};

export type MessagePlace = { readonly room: Room; readonly messageId: number };

/** Everything the simulator knows. */
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

/** Dates in Telegram are Unix time. */
export function unixTime(state: SimulatorState): number {
  return Math.floor(state.now() / 1000);
}
