import { Composer, type Context } from "grammy";
import type { Article } from "../article/article.ts";
import { articleReply } from "./article-reply.ts";
import { readCallbackData, referenceTo, type PressedButton } from "./callback-data.ts";
import { answerIn, type Talk } from "./questions.ts";
import { listReply } from "./list-reply.ts";
import { fitted, type Reply } from "./reply.ts";
import { replaceReply } from "./send-reply.ts";
import { seeReply } from "./see-reply.ts";
import { passagesIn, type PassageSequence, type SequencePlace } from "./sequence.ts";
import { wordingFor } from "./wording-for.ts";
import type { Wording } from "./wording/wording.ts";

type ArticleTalk = Talk & { readonly articles: () => readonly Article[] };

/** Carries out what a button asks for; old and forged ones are told that they no longer hold. */
export function pressedButtons(talk: ArticleTalk): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query", async (ctx) => {
    const pressed = readCallbackData(ctx.callbackQuery.data ?? "");
    const act = pressed && actOn(pressed, ctx, talk);
    // Answered first: the reader's button stops spinning even if what follows fails.
    await ctx.answerCallbackQuery(act ? {} : { text: wordingFor(ctx).articleUpdated });
    await act?.();
  });
  return composer;
}

type Act = () => Promise<void>;

/** What a press leads to, or `undefined` where the thing is gone. */
function actOn(pressed: PressedButton, ctx: Context, talk: ArticleTalk): Act | undefined {
  // Votes have been taken before.
  if (pressed.ask === "stay" || pressed.ask === "vote") return async () => {};
  const { chat } = ctx;
  const article = talk.articles().find(({ slug }) => referenceTo(slug) === pressed.article);
  if (!chat || !article) return undefined;

  if (pressed.ask === "question") {
    const question = article.suggestedQuestions.find((text) => referenceTo(text) === pressed.of);
    if (question === undefined) return undefined;
    talk.memory.remember(chat.id, { context: { article: article.slug } });
    return () => answerIn(ctx, question, { ...talk, isPressed: true });
  }
  const shown = replyTo(pressed, article, wordingFor(ctx));
  if (!shown) return undefined;
  return async () => {
    await replaceReply(ctx, { ...shown.reply, text: fitted(shown.reply.text) });
    talk.memory.remember(chat.id, { context: { article: article.slug, ...shown.about } });
  };
}

type Shown = {
  readonly reply: Reply;
  readonly about: { readonly passage?: string; readonly person?: string };
};

function replyTo(
  pressed: Exclude<PressedButton, { ask: "stay" | "vote" | "question" }>,
  article: Article,
  wording: Wording,
): Shown | undefined {
  switch (pressed.ask) {
    case "brief":
      return { reply: articleReply(article, pressed.at, wording), about: {} };
    case "list":
    case "see": {
      const sequence = findSequence(pressed, article);
      const show = pressed.ask === "list" ? listOf : passageOf;
      return sequence && show(article, { ...sequence, at: pressed.at }, wording);
    }
  }
}

function listOf(article: Article, place: SequencePlace, wording: Wording): Shown {
  const about = place.sequence === "person" ? { person: place.of } : {};
  return { reply: listReply(article, place, wording), about };
}

function passageOf(article: Article, place: SequencePlace, wording: Wording): Shown | undefined {
  const reply = seeReply(article, place, wording);
  const passage = passagesIn(article, place)[place.at]?.passage;
  return reply && passage && { reply, about: { passage: passage.id, person: passage.speaker.id } };
}

function findSequence(
  { sequence, of }: Extract<PressedButton, { ask: "see" | "list" }>,
  { sections, people }: Article,
): PassageSequence | undefined {
  const ids = { section: sections, person: people, facts: [{ id: "" }], dates: [{ id: "" }] };
  const found = ids[sequence].find(({ id }) => referenceTo(id) === of);
  return found && { sequence, of: found.id };
}
