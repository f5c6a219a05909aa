import { Composer, type Context } from "grammy";
import { readCallbackData } from "../callback/callback-data.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import type { Rating } from "../../feedback/vote.ts";
import { keyboardAfterVote } from "../replies/card/vote-buttons.ts";
import { wordingForPress } from "../wording/wording-for.ts";
import { isCorrected } from "./corrected-card.ts";
import { foundInTime } from "./wait-for-press.ts";
import type { Wording } from "../wording/wording.ts";

type VoteDependencies = {
  readonly feedback: Feedback;
  readonly memory: ChatMemory;
  readonly articles: ArticleLookup;
};

/** Takes votes, even on answers from before a restart: the button has the answer's id. */
export function votes({ feedback, memory, articles }: VoteDependencies): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx, next) => {
    const pressed = readCallbackData(ctx.callbackQuery.data);
    if (pressed?.ask !== "vote") return next();

    const wording = wordingForPress(ctx, memory.recall(conversationKeyOf(ctx)).context);
    const { rating, trace, update } = pressed;
    // Trace ids cannot be forged: only this bot can have put this button into this chat.
    if (!ctx.chat || feedback.traceId(ctx.chat.id, update) !== trace) {
      await ctx.answerCallbackQuery(wording.feedback.noLongerCounts);
      return;
    }
    feedback.recordVote({ trace, rating });
    const toast = toastFor(rating, trace, wording.feedback);
    // A vote also counts if its card cannot be compared with the article now.
    const article = await foundInTime(articles.byReference(pressed.article));
    const isOld = isCorrected(ctx.callbackQuery.message ?? {}, article?.found);
    await ctx.answerCallbackQuery(isOld ? `${toast} ${wording.replies.articleCorrected}` : toast);

    const keyboard = ctx.callbackQuery.message?.reply_markup?.inline_keyboard;
    if (!keyboard) return;
    const updated = keyboardAfterVote(keyboard, pressed, wording);
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: updated } });
  });
  return composer;
}

function toastFor(rating: Rating, trace: string, wording: Wording["feedback"]): string {
  if (rating === "good") return wording.thanks;
  return rating === "bad" ? wording.whatIsWrong : wording.noted(trace);
}
