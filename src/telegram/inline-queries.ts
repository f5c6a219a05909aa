import { Composer, type Context, InlineKeyboard, InlineQueryResultBuilder } from "grammy";
import type { AnswerQuestion } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import type { Hit } from "../search/findings.ts";
import type { Query } from "../search/question.ts";
import { tellingSnippet } from "../search/snippet.ts";
import { referenceTo } from "./callback-data.ts";
import { passageCard } from "./passage-card.ts";
import { capitalised, fitted, topicOf } from "./reply.ts";
import { startLink, startParameter } from "./start-link.ts";
import { wordingFor } from "./wording-for.ts";
import type { Wording } from "./wording/wording.ts";

type Talk = {
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
};

const MOST_RESULTS = 8;
/** A passage worth less than this part of the best one is noise in a list to choose from. */
const WORTH_SHOWING = 0.4;
/** An editor may save the article anew; until then Telegram need not ask again. */
const CACHE_SECONDS = 60;

type Found = {
  readonly title: string;
  readonly hit: Hit;
  readonly query: Query;
};

/** Answers `@bot words` in any chat with passages to post; without words, with the suggested questions. */
export function inlineQueries({ articles, answerQuestion }: Talk): Composer<Context> {
  const composer = new Composer();
  composer.on("inline_query", async (ctx) => {
    const wording = wordingFor(ctx);
    const query = ctx.inlineQuery.query.trim();
    const found =
      query === "" ? suggested(articles(), answerQuestion) : passagesOn(query, answerQuestion);
    const results = found
      .slice(0, MOST_RESULTS)
      .map((each) => resultOf(each, ctx.me.username, wording));
    const [article] = articles();
    await ctx.answerInlineQuery(results, {
      cache_time: CACHE_SECONDS,
      ...(results.length === 0 &&
        article && {
          button: { text: wording.nothingInline, start_parameter: startParameter(article) },
        }),
    });
  });
  return composer;
}

/** Each suggested question with the passage that answers it. */
function suggested(articles: readonly Article[], answerQuestion: AnswerQuestion): Found[] {
  return articles.flatMap(({ slug, suggestedQuestions }) =>
    suggestedQuestions.flatMap((question) => {
      const { findings } = answerQuestion(question, {}, slug);
      const [hit] = findings.hits;
      return hit && findings.verdict === "answered"
        ? [{ title: question, hit, query: findings.query }]
        : [];
    }),
  );
}

function passagesOn(query: string, answerQuestion: AnswerQuestion): Found[] {
  const { findings } = answerQuestion(query);
  const [best] = findings.hits;
  if (!best || findings.verdict === "not-covered") return [];
  return findings.hits
    .filter(({ score }) => score >= best.score * WORTH_SHOWING)
    .map((hit) => ({
      title: topicOf(hit.passage),
      hit,
      query: findings.query,
    }));
}

function resultOf({ title, hit, query }: Found, username: string, wording: Wording) {
  const { article, passage } = hit;
  const snippet = tellingSnippet(passage, query);
  const card = fitted(passageCard({ ...hit, snippet }, wording));
  // The question is a part of it: two suggested questions may have one passage.
  const id = referenceTo(`${article.slug}/${passage.id}/${title}`);
  const back = startLink(username, startParameter(article, passage));
  return InlineQueryResultBuilder.article(id, title, {
    description: `${capitalised(passage.speaker.name)} · ${passage.text}`,
    reply_markup: new InlineKeyboard().url(wording.buttons.askMore, back),
  }).text(card.text, { entities: card.entities, link_preview_options: { is_disabled: true } });
}
