import type { BotCommand, Chat, User } from "@grammyjs/types";
import { commandsMenu } from "../methods/bot-commands.ts";
import { START_PARAMETER } from "../rules/limits.ts";
import type { MediaKind } from "./sample-media.ts";
import { endTopic } from "../rules/topic-rules.ts";
import type {
  CallbackPress,
  ChatMessage,
  InlineRequest,
  Room,
  SimulatorState,
  Toast,
} from "../state/state.ts";
import { pressButton } from "./press-button.ts";
import { askInline, chooseInline } from "./inline-queries.ts";
import {
  editAsUser,
  forwardAsUser,
  type MediaMessage,
  sayAsUser,
  type SayOptions,
  sendAlbumAsUser,
  sendMediaAsUser,
} from "./messages.ts";
import { addBot, migrateToSupergroup, setBotAccess } from "./bot-access.ts";

type MediaOptions = Pick<MediaMessage, "replyTo" | "topic" | "entities">;

/** A user in a chat: what they can do and see there. */
export type SimulatedUser = {
  readonly account: User;
  readonly chat: Chat;
  readonly room: Room;

  readonly say: (text: string, options?: SayOptions) => ChatMessage;
  /** Opens a link `t.me/<bot>?start=<parameter>`. */
  readonly start: (parameter?: string) => ChatMessage;
  readonly send: (kind: MediaKind, caption?: string, options?: MediaOptions) => ChatMessage;
  /** Photos or documents sent together, one caption each. */
  readonly sendAlbum: (
    captions: readonly (string | undefined)[],
    options?: MediaOptions & { readonly kind?: MediaKind },
  ) => readonly ChatMessage[];
  /** Forwards a message of any chat. */
  readonly forward: (original: ChatMessage) => ChatMessage;
  readonly edit: (messageId: number, text: string) => ChatMessage;
  readonly press: (messageId: number, label: string) => CallbackPress;
  readonly askInline: (query: string, offset?: string) => InlineRequest;
  readonly chooseInline: (request: InlineRequest, resultId: string) => ChatMessage;

  /** Nobody can write in this topic any longer. */
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
  /** The bot's answers to this user's button presses, oldest first. */
  readonly toasts: () => readonly Toast[];
  readonly commands: () => readonly BotCommand[];
};

export function simulateUser(
  state: SimulatorState,
  room: Room,
  user: User,
  senderChat?: Chat,
): SimulatedUser {
  const place = { room, user, senderChat };
  const setAccess = (access: Room["access"]) => setBotAccess(state, room, { access, by: user });
  room.members.set(user.id, user);

  return {
    account: user,
    chat: room.chat,
    room,
    say: (text, options) => sayAsUser(state, place, text, options),
    start: (parameter) => sayAsUser(state, place, startCommand(parameter)),
    send: (kind, caption, options) => sendMediaAsUser(state, place, { kind, caption, ...options }),
    sendAlbum: (captions, options) =>
      sendAlbumAsUser(
        state,
        place,
        captions.map((caption) => ({ kind: "photo", caption, ...options })),
      ),
    forward: (original) => forwardAsUser(state, place, original),
    edit: (messageId, text) => editAsUser(state, place, messageId, text),
    press: (messageId, label) => pressButton(state, place, { messageId, label }),
    askInline: (query, offset = "") => askInline(state, place, { query, offset }),
    chooseInline: (request, resultId) => chooseInline(state, place, { request, resultId }),
    closeTopic: (topic) => endTopic(room, topic, "closed"),
    deleteTopic: (topic) => endTopic(room, topic, "deleted"),
    blockBot: () => setAccess("blocked"),
    unblockBot: () => setAccess("allowed"),
    deleteAccount: () => {
      room.access = "deactivated";
    },
    addBot: () => addBot(state, room, user),
    removeBot: () => setAccess("kicked"),
    migrate: () => simulateUser(state, migrateToSupergroup(state, room, user), user),
    messages: () => [...room.messages.values()],
    toasts: () => toastsOf(state, user),
    commands: () => commandsMenu(state, room.chat, user),
  };
}

const ANONYMOUS_ADMIN: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
const CHANNEL_BOT: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: "Channel",
  username: "Channel_Bot",
};

/** Whoever writes in a group on behalf of a chat: of the group itself, or of a channel. */
export function simulateSender(state: SimulatorState, room: Room, sender: Chat): SimulatedUser {
  const user = sender.id === room.chat.id ? ANONYMOUS_ADMIN : CHANNEL_BOT;
  return simulateUser(state, room, user, sender);
}

function startCommand(parameter?: string): string {
  if (parameter === undefined) return "/start";
  if (START_PARAMETER.test(parameter)) return `/start ${parameter}`;
  throw new Error(`"${parameter}" cannot be in a link: 1–64 of A–Z, a–z, 0–9, _ and -`);
}

function toastsOf({ callbackPresses }: SimulatorState, user: User): readonly Toast[] {
  return [...callbackPresses.values()].flatMap((press) =>
    press.user.id === user.id && press.toast ? [press.toast] : [],
  );
}
