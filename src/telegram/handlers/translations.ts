import { Composer, type Context } from "grammy";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import { readCallbackData } from "../callback/callback-data.ts";
import { toggledCard } from "../replies/card/translation-toggle.ts";
import { wordingFor } from "../wording/wording-for.ts";
import { waitForPress } from "./wait-for-press.ts";

/** Switches a card between the original passage and its translation. */
export function translations({
  articles,
}: {
  readonly articles: ArticleLookup;
}): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query:data", async (ctx, next) => {
    const pressed = readCallbackData(ctx.callbackQuery.data);
    if (pressed?.ask !== "version") return next();

    const { message } = ctx.callbackQuery;
    const wording = wordingFor(pressed.language);
    const looking = articles.byReference(pressed.article);
    const { found: article, answer } = await waitForPress(ctx, wording, looking);
    const card = message?.text === undefined ? undefined : toggledCard(pressed, message, article);
    await answer(card ? undefined : wording.replies.articleUpdated);
    if (!card) return;
    await ctx.editMessageText(card.text.text, {
      entities: card.text.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: card.keyboard },
    });
  });
  return composer;
}
