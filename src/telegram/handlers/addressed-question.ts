import type { Context } from "grammy";
import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";
import { commandIn, entitiesIn } from "./command-in.ts";

const ASK_COMMAND = "ask";
/** Telegram requires every bot's name to end like this. */
const BOT_NAME = /bot$/iu;
const WORDS = /[\p{L}\p{N}]/u;

type MessageContext = Pick<Context, "chat" | "me" | "msg">;

/**
 * The question a message asks the bot. `undefined` for messages without words, for commands, and for
 * people in a group who talk to each other.
 */
export function addressedQuestion({ chat, me, msg: message }: MessageContext): string | undefined {
  if (!message) return undefined;
  const call = callIn(message, me);
  if (call?.kind === "other-command") return undefined;
  if (call) {
    const { kind, words } = call;
    if (WORDS.test(words)) return words;
    const original = repliedQuestion(message, me)?.words;
    return kind === "mention" ? (original ?? words) : original;
  }
  const text = message.text ?? message.caption;
  if (text === undefined || chat?.type === "private") return text;
  const isForAnotherBot = mentionsIn(message).some(({ name }) => BOT_NAME.test(name));
  const isReply = message.reply_to_message?.from?.id === me.id;
  return isReply && !isForAnotherBot ? text : undefined;
}

/** The original question, if someone replies to it with a bare call of the bot. */
export function questionMessage({
  message,
  editedMessage,
  me,
}: Pick<Context, "message" | "editedMessage" | "me">): Message["reply_to_message"] {
  const current = message ?? editedMessage;
  const call = current && callIn(current, me);
  const isBare = call && call.kind !== "other-command" && !WORDS.test(call.words);
  return isBare ? repliedQuestion(current, me)?.original : undefined;
}

type MessageAlone = Omit<Message, "reply_to_message">;
type MessageWithReply = MessageAlone & Pick<Message, "reply_to_message">;
type Call = { readonly kind: "ask" | "mention" | "other-command"; readonly words: string };

/** How a message calls the bot, and the rest of its words. */
function callIn(message: MessageAlone, me: UserFromGetMe): Call | undefined {
  const text = message.text ?? message.caption ?? "";
  const command = commandIn(message, me);
  if (command) {
    const { name, words, isForAnotherBot } = command;
    return { kind: name === ASK_COMMAND && !isForAnotherBot ? "ask" : "other-command", words };
  }
  if (message.chat.type === "private") return undefined;
  const own = `@${me.username}`.toLowerCase();
  const mention = mentionsIn(message).find(({ name }) => name.toLowerCase() === own);
  return mention && { kind: "mention", words: without(text, mention.entity) };
}

/** The question that a bare call of the bot replies to: all of the message, or the part it quotes. */
function repliedQuestion(
  { reply_to_message: original, quote }: MessageWithReply,
  me: UserFromGetMe,
) {
  if (!original || isAutomatic(original)) return undefined;
  const call = callIn(original, me);
  if (call?.kind === "other-command") return undefined;
  const words = quote?.text ?? call?.words ?? original.text ?? original.caption ?? "";
  return WORDS.test(words) ? { words, original } : undefined;
}

/** No person wrote it: from a bot, through a bot, or a channel's post. */
function isAutomatic({ from, sender_chat, via_bot, is_automatic_forward }: MessageAlone): boolean {
  const isBot = from?.is_bot === true && sender_chat === undefined;
  return isBot || via_bot !== undefined || is_automatic_forward === true;
}

function mentionsIn(message: MessageAlone) {
  const text = message.text ?? message.caption ?? "";
  return entitiesIn(message)
    .filter(({ type }) => type === "mention")
    .map((entity) => ({
      entity,
      name: text.slice(entity.offset, entity.offset + entity.length),
    }));
}

function without(text: string, { offset, length }: MessageEntity): string {
  return `${text.slice(0, offset)} ${text.slice(offset + length)}`.trim();
}
