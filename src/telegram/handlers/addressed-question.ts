import type { Context } from "grammy";
import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

const ASK_COMMAND = "/ask";
/** By Telegram's rule the name of every bot ends like this. */
const BOT_NAME = /bot$/iu;
const WORDS = /[\p{L}\p{N}]/u;

type Asking = Pick<Context, "chat" | "me" | "msg">;

/**
 * The question put to the bot, or `undefined` where there is none: in what has no words, in commands,
 * and where people in a group talk among themselves.
 */
export function addressedQuestion({ chat, me, msg: message }: Asking): string | undefined {
  if (!message) return undefined;
  const called = callIn(message, me);
  if (called?.kind === "other-command") return undefined;
  if (called) {
    const { kind, words } = called;
    if (WORDS.test(words)) return words;
    const meant = questionMeant(message, me)?.words;
    return kind === "mention" ? (meant ?? words) : meant;
  }
  const text = message.text ?? message.caption;
  if (text === undefined || chat?.type === "private") return text;
  const isForOther = mentionsIn(message).some(({ name }) => BOT_NAME.test(name));
  const isReply = message.reply_to_message?.from?.id === me.id;
  return isReply && !isForOther ? text : undefined;
}

/** The message with the question: an earlier one where the bot is only called in a reply to it. */
export function questionMessage({
  message,
  editedMessage,
  me,
}: Pick<Context, "message" | "editedMessage" | "me">): Message["reply_to_message"] {
  const said = message ?? editedMessage;
  const called = said && callIn(said, me);
  const isBare = called && called.kind !== "other-command" && !WORDS.test(called.words);
  return isBare ? questionMeant(said, me)?.original : undefined;
}

/** A message as far as it is looked at here; one that is replied to as well. */
type Said = Omit<Message, "reply_to_message"> & Pick<Message, "reply_to_message">;
type Call = { readonly kind: "ask" | "mention" | "other-command"; readonly words: string };

/** How a message calls the bot, and the words beside that. */
function callIn(message: Omit<Said, "reply_to_message">, me: UserFromGetMe): Call | undefined {
  const text = message.text ?? message.caption ?? "";
  const own = `@${me.username}`.toLowerCase();
  // Not always the first mark: all of it may be bold.
  const command = marksIn(message).find(
    ({ type, offset }) => type === "bot_command" && offset === 0,
  );
  if (command) {
    const name = text.slice(0, command.length).toLowerCase();
    const isAsked = name === ASK_COMMAND || name === ASK_COMMAND + own;
    const words = text.slice(command.length).trim();
    return { kind: isAsked ? "ask" : "other-command", words };
  }
  if (message.chat.type === "private") return undefined;
  const mention = mentionsIn(message).find(({ name }) => name.toLowerCase() === own);
  return mention && { kind: "mention", words: without(text, mention.mark) };
}

/** What somebody asked to whom a bare call of the bot replies: all of it, or the part that is quoted. */
function questionMeant({ reply_to_message: original, quote }: Said, me: UserFromGetMe) {
  if (!original || isOfBot(original)) return undefined;
  const called = callIn(original, me);
  if (called?.kind === "other-command") return undefined;
  const words = quote?.text ?? called?.words ?? original.text ?? original.caption ?? "";
  return WORDS.test(words) ? { words, original } : undefined;
}

/** What no person asked: bots' messages, what came by way of one, and posts of a channel. */
function isOfBot({
  from,
  sender_chat,
  via_bot,
  is_automatic_forward,
}: Omit<Said, "reply_to_message">): boolean {
  const isBot = from?.is_bot === true && sender_chat === undefined;
  return isBot || via_bot !== undefined || is_automatic_forward === true;
}

function marksIn(message: Omit<Said, "reply_to_message">): readonly MessageEntity[] {
  return message.entities ?? message.caption_entities ?? [];
}

function mentionsIn(message: Omit<Said, "reply_to_message">) {
  const text = message.text ?? message.caption ?? "";
  return marksIn(message)
    .filter(({ type }) => type === "mention")
    .map((mark) => ({ mark, name: text.slice(mark.offset, mark.offset + mark.length) }));
}

function without(text: string, { offset, length }: MessageEntity): string {
  return `${text.slice(0, offset)} ${text.slice(offset + length)}`.trim();
}
