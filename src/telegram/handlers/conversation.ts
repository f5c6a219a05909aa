import type { Context } from "grammy";
import type { Context as Conversation } from "../../answer/answer.ts";
import { contextOfQuote, type Quotable } from "../../answer/conversation/context-of-quote.ts";
import { contextOfCard } from "../replies/card-context.ts";
import { askedMessage } from "./question-in.ts";

/**
 * What a message is about before it says anything: the words of a card that it quotes, the card that
 * it replies to, however old, or else what was said last in the chat.
 */
export function conversationOf(ctx: Context, last: Conversation, quotable: Quotable): Conversation {
  const { language_code: clientLanguage } = askedMessage(ctx)?.from ?? ctx.from ?? {};
  return {
    ...spokenOf(ctx, last, quotable),
    ...(clientLanguage !== undefined && { clientLanguage }),
  };
}

function spokenOf(ctx: Context, last: Conversation, quotable: Quotable): Conversation {
  const original = ctx.msg?.reply_to_message;
  const isOwn = original?.from?.id === ctx.me.id || original?.via_bot?.id === ctx.me.id;
  if (!original || !isOwn) return last;

  const card = contextOfCard(original, quotable.articles);
  // Of the card shown last more is known than its buttons can hold: the question, for one.
  const shown = card && !isSame(card, last) ? card : last;
  const quote = ctx.msg?.quote;
  return (quote && contextOfQuote(quote.text, quotable, shown)) ?? shown;
}

function isSame(one: Conversation, other: Conversation): boolean {
  const { article, passage, person } = one;
  return article === other.article && passage === other.passage && person === other.person;
}
