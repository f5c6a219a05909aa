import type { ChatMessage, Room, SimulatorState } from "../state/state.ts";

type Reason = (state: SimulatorState, room: Room, message: ChatMessage) => boolean;

/** The fields of Telegram's own service messages, which bots always see. */
const SERVICE_FIELDS = [
  "new_chat_members",
  "left_chat_member",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
];

/** Why a bot in privacy mode sees a group message (Bot API, Features, Privacy mode; mentions are from memory). */
const REASONS_IN_A_GROUP: readonly Reason[] = [
  (_telegram, _room, message) => SERVICE_FIELDS.some((field) => field in message),
  ({ bot }) => bot.can_read_all_group_messages,
  ({ bot }, _room, message) => message.via_bot?.id === bot.id,
  ({ bot }, _room, message) => message.reply_to_message?.from?.id === bot.id,
  ({ bot }, _room, message) => namesIn(message, "mention").includes(`@${bot.username}`),
  ({ bot }, _room, message) =>
    namesIn(message, "bot_command").some((c) => c.endsWith(`@${bot.username}`)),
  ({ bot }, room, message) =>
    isLastBot(bot.id, room) && namesIn(message, "bot_command").some((c) => !c.includes("@")),
];

/** Whether the bot gets an update for a message. */
export function isSeenByBot(state: SimulatorState, room: Room, message: ChatMessage): boolean {
  if (room.access !== "allowed" || isByBot(message)) return false;
  if (room.chat.type === "private" || room.chat.type === "channel") return true;
  return REASONS_IN_A_GROUP.some((reason) => reason(state, room, message));
}

/** Whoever writes on behalf of a chat seems to be a bot. */
function isByBot({ from, sender_chat }: ChatMessage): boolean {
  return from?.is_bot === true && sender_chat === undefined;
}

function namesIn({ text, caption, entities, caption_entities }: ChatMessage, type: string) {
  const [content, spans] =
    text === undefined ? [caption ?? "", caption_entities] : [text, entities];
  return (spans ?? [])
    .filter((span) => span.type === type)
    .map(({ offset, length }) => content.slice(offset, offset + length));
}

/** A command without a bot's name goes to the bot that wrote last, if any did. */
function isLastBot(botId: number, room: Room): boolean {
  const last = [...room.messages.values()].findLast(isByBot);
  return last?.from === undefined || last.from.id === botId;
}
