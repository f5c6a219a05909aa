import { Composer, type Context } from "grammy";
import { readCallbackData } from "../callback/callback-data.ts";
import type { ChatMemory } from "../chat-memory.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import type { Feedback } from "../../feedback/feedback.ts";
import type { Rating } from "../../feedback/vote.ts";
import { keyboardAfterVote } from "../replies/card/vote-buttons.ts";
import { wordingForReader } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";

type Voting = { readonly feedback: Feedback; readonly memory: ChatMemory };

/** Takes votes on answers, also on those from before a restart: the button says which one it is. */
export function votes({ feedback, memory }: Voting): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx, next) => {
    const pressed = readCallbackData(ctx.callbackQuery.data);
    if (pressed?.ask !== "vote") return next();

    const wording = wordingForReader(ctx, memory.recall(conversationKeyOf(ctx)).context);
    const { rating, trace, update } = pressed;
    // Ids cannot be made up: a button that this bot did not put into this chat has none.
    if (!ctx.chat || feedback.traceId(ctx.chat.id, update) !== trace) {
      await ctx.answerCallbackQuery(wording.feedback.noLongerCounts);
      return;
    }
    feedback.recordVote({ trace, rating });
    await ctx.answerCallbackQuery(toastOn(rating, trace, wording.feedback));

    const keyboard = ctx.callbackQuery.message?.reply_markup?.inline_keyboard;
    if (!keyboard) return;
    const changed = keyboardAfterVote(keyboard, pressed, wording);
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: changed } });
  });
  return composer;
}

function toastOn(rating: Rating, trace: string, wording: Wording["feedback"]): string {
  if (rating === "good") return wording.thanks;
  return rating === "bad" ? wording.whatIsWrong : wording.noted(trace);
}
