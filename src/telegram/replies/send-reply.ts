import { isDeepStrictEqual } from "node:util";
import { GrammyError, type Context, type InlineKeyboard } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { keyboardOf } from "./keyboard.ts";
import { questionMessage } from "../handlers/addressed-question.ts";
import type { Reply } from "./reply.ts";
import type { VotedAnswer } from "./card/vote-buttons.ts";

/**
 * Sends a reply, in groups as an answer to whoever asked; gives the id of the message. `votedAnswer` is
 * what votes below it are on.
 */
export async function sendReply(
  ctx: Context,
  reply: Reply,
  votedAnswer?: VotedAnswer,
): Promise<number> {
  const asked =
    ctx.chat?.type === "private" ? undefined : (questionMessage(ctx) ?? ctx.msg)?.message_id;
  const sent = await ctx.reply(reply.text.text, {
    ...asMessage(reply, ctx.me, votedAnswer),
    ...(asked !== undefined && {
      reply_parameters: { message_id: asked, allow_sending_without_reply: true },
    }),
  });
  return sent.message_id;
}

/** Puts a reply in the place of an earlier one in this chat; gives the id of the message that has it. */
export async function editReply(
  ctx: Context,
  reply: Reply,
  { messageId, votedAnswer }: { readonly messageId: number; readonly votedAnswer: VotedAnswer },
): Promise<number> {
  const chatId = ctx.chat?.id;
  if (chatId === undefined) return messageId;
  const edit = ctx.api.editMessageText(
    chatId,
    messageId,
    reply.text.text,
    asMessage(reply, ctx.me, votedAnswer),
  );
  return (await isEdited(edit)) ? messageId : sendReply(ctx, reply, votedAnswer);
}

/** Puts a reply in the place of the message whose button was pressed, unless it is there already. */
export async function replaceReply(ctx: Context, reply: Reply): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const wanted = asMessage(reply, ctx.me);
  if (message?.text === reply.text.text && hasSameButtons(message, wanted)) return;
  // A message that is too old to be shown here is too old to be edited.
  const isOutOfReach = message?.date === OUT_OF_REACH;
  const isDone = !isOutOfReach && (await isEdited(ctx.editMessageText(reply.text.text, wanted)));
  if (!isDone && ctx.chat) await sendReply(ctx, reply);
}

/** Telegram gives this as the date of a message that it does not show any more. */
const OUT_OF_REACH = 0;

type WithKeyboard = { readonly reply_markup?: Pick<InlineKeyboard, "inline_keyboard"> };

function hasSameButtons(one: WithKeyboard, other: WithKeyboard): boolean {
  return isDeepStrictEqual(one.reply_markup?.inline_keyboard, other.reply_markup?.inline_keyboard);
}

const NOT_TO_BE_EDITED = /message to edit not found|message can't be edited/u;

/** Whether the message was there to be edited: a reader may have deleted it. */
async function isEdited(edit: Promise<unknown>): Promise<boolean> {
  try {
    await edit;
    return true;
  } catch (error) {
    if (error instanceof GrammyError && NOT_TO_BE_EDITED.test(error.description)) return false;
    throw error;
  }
}

function asMessage({ text, buttons }: Reply, bot: UserFromGetMe, votedAnswer?: VotedAnswer) {
  const rows = buttons.filter((row) => row.length > 0);
  return {
    entities: text.entities,
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: keyboardOf(rows, bot, votedAnswer) }),
  };
}
