import { Composer, type Context } from "grammy";
import type { Article } from "../../article/article.ts";
import { readCallbackData } from "../callback/callback-data.ts";
import { toggledCard } from "../replies/card/translation-toggle.ts";
import { wordingFor } from "../wording/wording-for.ts";

/** Switches a card between the original passage and its translation. */
export function translations({
  articles,
}: {
  readonly articles: () => readonly Article[];
}): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx, next) => {
    const pressed = readCallbackData(ctx.callbackQuery.data);
    if (pressed?.ask !== "version") return next();

    const { message } = ctx.callbackQuery;
    const card =
      message?.text === undefined ? undefined : toggledCard(pressed, message, articles());
    await ctx.answerCallbackQuery(
      card ? {} : { text: wordingFor(pressed.language).replies.articleUpdated },
    );
    if (!card) return;
    await ctx.editMessageText(card.text.text, {
      entities: card.text.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: card.keyboard },
    });
  });
  return composer;
}
