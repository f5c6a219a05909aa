import type { Context } from "grammy";
import type { MessageEntity } from "grammy/types";

const ASK_COMMAND = "/ask";
/** By Telegram's rule the name of every bot ends like this. */
const BOT_NAME = /bot$/iu;

/**
 * The question put to the bot, or `undefined` where there is none: in what has no words, in commands,
 * and where people in a group talk among themselves.
 */
export function questionIn(ctx: Pick<Context, "chat" | "me" | "msg">): string | undefined {
  const message = ctx.msg;
  const text = message?.text ?? message?.caption;
  if (text === undefined) return undefined;
  const marks = message?.entities ?? message?.caption_entities ?? [];
  const named = ({ offset, length }: MessageEntity) => text.slice(offset, offset + length);
  const own = `@${ctx.me.username}`.toLowerCase();

  // Not always the first mark: all of it may be bold.
  const command = marks.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (command) {
    const name = named(command).toLowerCase();
    const isAsked = name === ASK_COMMAND || name === ASK_COMMAND + own;
    const words = text.slice(command.length).trim();
    return isAsked && words !== "" ? words : undefined;
  }
  if (ctx.chat?.type === "private") return text;

  const mentions = marks.filter(({ type }) => type === "mention");
  const mention = mentions.find((mark) => named(mark).toLowerCase() === own);
  if (mention) return without(text, mention);
  const isForOther = mentions.some((mark) => BOT_NAME.test(named(mark)));
  const isReply = message?.reply_to_message?.from?.id === ctx.me.id;
  return isReply && !isForOther ? text : undefined;
}

function without(text: string, { offset, length }: MessageEntity): string {
  return `${text.slice(0, offset)} ${text.slice(offset + length)}`.trim();
}
