import { isDeepStrictEqual } from "node:util";
import { GrammyError, type Context, type InlineKeyboard } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { keyboardOf } from "../replies/keyboard.ts";
import { questionMessage } from "./addressed-question.ts";
import type { Reply } from "../replies/reply.ts";
import type { VotedAnswer } from "../replies/card/vote-buttons.ts";

/**
 * In groups, replies to whoever asked. Returns the id of the message. `votedAnswer` is what its vote
 * buttons vote on.
 */
export async function sendReply(
  ctx: Context,
  reply: Reply,
  votedAnswer?: VotedAnswer,
): Promise<number> {
  const asked =
    ctx.chat?.type === "private" ? undefined : (questionMessage(ctx) ?? ctx.msg)?.message_id;
  const sent = await ctx.reply(reply.text.text, {
    ...messageOptions(reply, ctx.me, votedAnswer),
    ...(asked !== undefined && {
      reply_parameters: { message_id: asked, allow_sending_without_reply: true },
    }),
  });
  return sent.message_id;
}

/** Replaces an earlier reply in this chat. Returns the id of the message, a new one if the old is gone. */
export async function editReply(
  ctx: Context,
  reply: Reply,
  { messageId, votedAnswer }: { readonly messageId: number; readonly votedAnswer?: VotedAnswer },
): Promise<number> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return messageId;
  const edit = ctx.api.editMessageText(
    chatId,
    messageId,
    reply.text.text,
    messageOptions(reply, ctx.me, votedAnswer),
  );
  return (await isEdited(edit)) ? messageId : sendReply(ctx, reply, votedAnswer);
}

/** Replaces the message whose button was pressed, unless nothing changes. */
export async function replaceReply(ctx: Context, reply: Reply): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const next = messageOptions(reply, ctx.me);
  if (message?.text === reply.text.text && hasSameButtons(message, next)) return;
  // Telegram cannot edit a message that it no longer shows.
  const isInaccessible = message?.date === INACCESSIBLE;
  const isReplaced =
    !isInaccessible && (await isEdited(ctx.editMessageText(reply.text.text, next)));
  if (!isReplaced && ctx.chat) await sendReply(ctx, reply);
}

/** The date of an `InaccessibleMessage` in the Bot API. */
const INACCESSIBLE = 0;

type WithKeyboard = { readonly reply_markup?: Pick<InlineKeyboard, "inline_keyboard"> };

function hasSameButtons(one: WithKeyboard, other: WithKeyboard): boolean {
  return isDeepStrictEqual(one.reply_markup?.inline_keyboard, other.reply_markup?.inline_keyboard);
}

const CANNOT_BE_EDITED = /message to edit not found|message can't be edited/u;

/** Whether Telegram refused an edit because the message is gone or too old. */
export function saysCannotBeEdited(error: unknown): boolean {
  return error instanceof GrammyError && CANNOT_BE_EDITED.test(error.description);
}

/** `false` if the message cannot be edited: the reader may have deleted it. */
async function isEdited(edit: Promise<unknown>): Promise<boolean> {
  try {
    await edit;
    return true;
  } catch (error) {
    if (saysCannotBeEdited(error)) return false;
    throw error;
  }
}

function messageOptions({ text, buttons }: Reply, bot: UserFromGetMe, votedAnswer?: VotedAnswer) {
  const rows = buttons.filter((row) => row.length > 0);
  return {
    entities: text.entities,
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: keyboardOf(rows, bot, votedAnswer) }),
  };
}
