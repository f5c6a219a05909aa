import { type Bot, Context } from "grammy";
import type { Update } from "grammy/types";
import { topicOf } from "../telegram/chat-place.ts";

/** Which update it is, where it belongs and who caused it. */
export type Origin = {
  readonly updateId: number;
  readonly chatId: number | undefined;
  /** Where the chat has topics and it is in one. */
  readonly topicId?: number | undefined;
  readonly userId: number | undefined;
};

/** An update, and where it belongs. */
export type TakenUpdate = { readonly update: Update; readonly origin: Origin };

export function takeUpdate(update: Update, { api, botInfo }: Bot): TakenUpdate {
  return { update, origin: originOf(new Context(update, api, botInfo)) };
}

function originOf(ctx: Context): Origin {
  const { update_id: updateId } = ctx.update;
  try {
    const { chatId, from, senderChat } = ctx;
    // All anonymous administrators share one user's id; the group that they speak for tells them apart.
    return { updateId, chatId, topicId: topicOf(ctx), userId: senderChat?.id ?? from?.id };
  } catch {
    // Of a form that Telegram has never sent: from nowhere, and the bot ignores it.
    return { updateId, chatId: undefined, userId: undefined };
  }
}

/** What is to be done in order has the same lane: all that happens in one chat. */
export function laneOf({ updateId, chatId, userId }: Origin): number {
  return chatId ?? userId ?? updateId;
}
