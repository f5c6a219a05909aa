import type { BotCommand, Chat, User } from "@grammyjs/types";
import { commandsMenu } from "../methods/commands-menu.ts";
import type { MediaKind } from "./sample-media.ts";
import { START_PARAMETER } from "../rules/start-parameter.ts";
import { endTopic } from "../rules/topic-rules.ts";
import type {
  CallbackPress,
  ChatMessage,
  InlineAsk,
  Room,
  Telegram,
  Toast,
} from "../state/state.ts";
import { pressButton } from "./press-button.ts";
import { askInline, chooseInline } from "./inline-queries.ts";
import {
  editAsUser,
  type MediaWish,
  sayAsUser,
  type SayOptions,
  sendAlbumAsUser,
  sendMediaAsUser,
} from "./messages.ts";
import { addBot, migrateToSupergroup, standInRoom } from "./bot-access.ts";

type MediaOptions = Pick<MediaWish, "replyTo" | "topic">;

/** A user in a chat: what they can do there, and what they see. */
export type SimulatedUser = {
  readonly account: User;
  readonly chat: Chat;
  readonly room: Room;

  readonly say: (text: string, options?: SayOptions) => ChatMessage;
  /** Opens a link `t.me/<bot>?start=<parameter>`. */
  readonly start: (parameter?: string) => ChatMessage;
  readonly send: (kind: MediaKind, caption?: string, options?: MediaOptions) => ChatMessage;
  /** Photos or documents, sent as one; a caption each. */
  readonly sendAlbum: (
    captions: readonly (string | undefined)[],
    options?: MediaOptions & { readonly kind?: MediaKind },
  ) => readonly ChatMessage[];
  readonly edit: (messageId: number, text: string) => ChatMessage;
  readonly press: (messageId: number, label: string) => CallbackPress;
  readonly askInline: (query: string, offset?: string) => InlineAsk;
  readonly chooseInline: (ask: InlineAsk, resultId: string) => ChatMessage;

  /** Nobody can write in this topic any more. */
  readonly closeTopic: (topic: number) => void;
  readonly deleteTopic: (topic: number) => void;
  readonly blockBot: () => void;
  readonly unblockBot: () => void;
  readonly deleteAccount: () => void;
  readonly addBot: () => void;
  readonly removeBot: () => void;
  /** The group becomes a supergroup; returns the user in it. */
  readonly migrate: () => SimulatedUser;

  readonly messages: () => readonly ChatMessage[];
  /** What the bot answered when this user pressed buttons, oldest first. */
  readonly toasts: () => readonly Toast[];
  readonly commands: () => readonly BotCommand[];
};

export function simulateUser(telegram: Telegram, room: Room, user: User): SimulatedUser {
  const place = { room, user };
  const stand = (standing: Room["standing"]) => standInRoom(telegram, room, { standing, by: user });
  room.members.set(user.id, user);

  return {
    account: user,
    chat: room.chat,
    room,
    say: (text, options) => sayAsUser(telegram, place, text, options),
    start: (parameter) => sayAsUser(telegram, place, startCommand(parameter)),
    send: (kind, caption, options) =>
      sendMediaAsUser(telegram, place, { kind, caption, ...options }),
    sendAlbum: (captions, options) =>
      sendAlbumAsUser(
        telegram,
        place,
        captions.map((caption) => ({ kind: "photo", caption, ...options })),
      ),
    edit: (messageId, text) => editAsUser(telegram, place, messageId, text),
    press: (messageId, label) => pressButton(telegram, place, { messageId, label }),
    askInline: (query, offset = "") => askInline(telegram, place, { query, offset }),
    chooseInline: (ask, resultId) => chooseInline(telegram, place, { ask, resultId }),
    closeTopic: (topic) => endTopic(room, topic, "closed"),
    deleteTopic: (topic) => endTopic(room, topic, "deleted"),
    blockBot: () => stand("blocked"),
    unblockBot: () => stand("welcome"),
    deleteAccount: () => {
      room.standing = "deactivated";
    },
    addBot: () => addBot(telegram, room, user),
    removeBot: () => stand("kicked"),
    migrate: () => simulateUser(telegram, migrateToSupergroup(telegram, room, user), user),
    messages: () => [...room.messages.values()],
    toasts: () => toastsOf(telegram, user),
    commands: () => commandsMenu(telegram, room.chat, user),
  };
}

function startCommand(parameter?: string): string {
  if (parameter === undefined) return "/start";
  if (START_PARAMETER.test(parameter)) return `/start ${parameter}`;
  throw new Error(`"${parameter}" cannot stand in a link: 1–64 of A–Z, a–z, 0–9, _ and -`);
}

function toastsOf({ callbackPresses }: Telegram, user: User): readonly Toast[] {
  return [...callbackPresses.values()].flatMap((press) =>
    press.user.id === user.id && press.toast ? [press.toast] : [],
  );
}
