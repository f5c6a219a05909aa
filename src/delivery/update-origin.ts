import { type Bot, Context } from "grammy";
import type { Update } from "grammy/types";

/** Which update it is, where it belongs and who caused it. */
export type Origin = {
  readonly updateId: number;
  readonly chatId: number | undefined;
  readonly userId: number | undefined;
};

export function originOf(update: Update, { api, botInfo }: Bot): Origin {
  const { update_id: updateId } = update;
  try {
    const { chatId, from, senderChat } = new Context(update, api, botInfo);
    // All anonymous administrators share one user's id; the group that they speak for tells them apart.
    return { updateId, chatId, userId: senderChat?.id ?? from?.id };
  } catch {
    // Of a form that Telegram has never sent: from nowhere, and the bot ignores it.
    return { updateId, chatId: undefined, userId: undefined };
  }
}

/** What is to be done in order has the same lane: all that happens in one chat. */
export function laneOf(update: Update, bot: Bot): number {
  const { updateId, chatId, userId } = originOf(update, bot);
  return chatId ?? userId ?? updateId;
}
