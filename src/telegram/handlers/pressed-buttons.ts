import { Composer, type Context } from "grammy";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import { placeOf } from "../chat-place.ts";
import { readCallbackData, referenceTo, type PressedButton } from "../callback/callback-data.ts";
import { openedBy } from "../replies/opened.ts";
import { answerIn, type Talk } from "./questions.ts";
import { fitted } from "../replies/reply.ts";
import { replaceReply } from "../replies/send-reply.ts";
import { wordingFor } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";

/** Carries out what a button asks for; old and forged ones are told that they no longer hold. */
export function pressedButtons(talk: Talk): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query", async (ctx) => {
    const wording = wordingFor(ctx, talk.memory.recall(placeOf(ctx)).context);
    const pressed = readCallbackData(ctx.callbackQuery.data ?? "");
    const act = pressed && actOn(pressed, { ctx, wording, talk });
    // Answered first: the reader's button stops spinning even if what follows fails.
    await ctx.answerCallbackQuery(act ? {} : { text: wording.articleUpdated });
    await act?.();
  });
  return composer;
}

type Act = () => Promise<void>;
type Press = { readonly ctx: Context; readonly wording: Wording; readonly talk: Talk };

/** What a press leads to, or `undefined` where the thing is gone. */
function actOn(pressed: PressedButton, press: Press): Act | undefined {
  const article = press.talk.articles().find(({ slug }) => referenceTo(slug) === pressed.article);
  if (!press.ctx.chat || !article) return undefined;

  switch (pressed.ask) {
    case "question":
      return askAgain(pressed.of, article, press);
    case "brief":
    case "list":
    case "see":
      return openInPlace(pressed, article, press);
    case "stay":
    // Votes and versions have been seen to before.
    case "vote":
    case "version":
      return async () => {};
  }
}

/** The question tells its language; the offers of all of them are looked through. */
function askAgain(of: string, article: Article, { ctx, talk }: Press): Act | undefined {
  const offers = [article, ...article.translations].flatMap((one) => one.suggestedQuestions);
  const question = offers.find((text) => referenceTo(text) === of);
  if (question === undefined) return undefined;
  return () => answerIn(ctx, question, { ...talk, pressed: article });
}

function openInPlace(
  pressed: Extract<PressedButton, { ask: "brief" | "list" | "see" }>,
  article: Article,
  { ctx, wording, talk }: Press,
): Act | undefined {
  const opened = openedBy(pressed, articleIn(article, wording.language), wording);
  if (!opened) return undefined;
  return async () => {
    await replaceReply(ctx, { ...opened.reply, text: fitted(opened.reply.text) });
    const context = { article: article.slug, language: wording.language, ...opened.about };
    talk.memory.remember(placeOf(ctx), { context });
  };
}
