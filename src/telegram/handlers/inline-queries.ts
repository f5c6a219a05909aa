import {
  Composer,
  type Context,
  type Filter,
  InlineKeyboard,
  InlineQueryResultBuilder,
} from "grammy";
import type { AnswerQuestion } from "../../answer/answer-question.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { Citation } from "../../answer/answer.ts";
import { wordsOf } from "../../article/voices.ts";
import { snippetOf } from "../../search/snippet.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { referenceTo } from "../callback/callback-data.ts";
import { passageCard } from "../replies/card/passage-card.ts";
import { capitalise, fitToMessage } from "../replies/reply.ts";
import { startLink, startParameter } from "../callback/start-link.ts";
import { headlineOf } from "../replies/card/headline.ts";
import { wordingFor, wordingForReader } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";

type AnswerDependencies = {
  readonly articles: () => readonly Article[];
  readonly answerQuestion: AnswerQuestion;
};

const MOST_RESULTS = 8;
/** A passage worth less than this part of the best one is noise in a list to choose from. */
const WORTH_SHOWING = 0.4;
/** An editor may save the article anew; until then Telegram need not ask again. */
const CACHE_SECONDS = 60;

type Found = { readonly title: string; readonly hit: Hit; readonly query: Query };
type Results = { readonly found: readonly Found[]; readonly wording: Wording };

/** Answers `@bot words` in any chat with passages to post; without words, with the suggested questions. */
export function inlineQueries({ articles, answerQuestion }: AnswerDependencies): Composer<Context> {
  const composer = new Composer();
  composer.on("inline_query", async (ctx) => {
    const query = ctx.inlineQuery.query.trim();
    const { found, wording } =
      query === "" ? suggested(ctx, articles(), answerQuestion) : onQuery(ctx, answerQuestion);
    const results = found.slice(0, MOST_RESULTS).map((each) => {
      return resultOf(each, ctx.me.username, wording);
    });
    const [article] = articles();
    await ctx.answerInlineQuery(results, {
      cache_time: CACHE_SECONDS,
      // What is found depends on the language of the reader's app.
      is_personal: true,
      ...(results.length === 0 &&
        article && {
          button: { text: wording.replies.nothingInline, start_parameter: startParameter(article) },
        }),
    });
  });
  return composer;
}

/** Each suggested question with the passage that answers it. */
function suggested(
  ctx: Context,
  articles: readonly Article[],
  answerQuestion: AnswerQuestion,
): Results {
  const wording = wordingForReader(ctx);
  const found = articles.flatMap((article) =>
    articleIn(article, wording.language).suggestedQuestions.flatMap((question) => {
      const { findings } = answerQuestion(question, {}, article.slug);
      const [hit] = findings.hits;
      const isAnswered = hit && findings.verdict === "answered";
      return isAnswered ? [{ title: question, hit, query: findings.query }] : [];
    }),
  );
  return { found, wording };
}

function onQuery(ctx: Filter<Context, "inline_query">, answerQuestion: AnswerQuestion): Results {
  const { query, from } = ctx.inlineQuery;
  const clientLanguage = from.language_code;
  const { findings, language } = answerQuestion(query, {
    ...(clientLanguage !== undefined && { clientLanguage }),
  });
  const [best] = findings.hits;
  const isFound = best && findings.verdict !== "not-covered";
  const worthShowing = isFound
    ? findings.hits.filter(({ score }) => score >= best.score * WORTH_SHOWING)
    : [];
  const found = worthShowing.map((hit) => {
    const snippet = snippetOf(hit.passage, findings.query);
    return { title: headlineOf({ ...hit, snippet }), hit, query: findings.query };
  });
  return { found, wording: wordingFor(language) };
}

function resultOf({ title, hit, query }: Found, username: string, wording: Wording) {
  const { article, passage } = hit;
  const snippet = snippetOf(passage, query);
  const found = { ...hit, snippet };
  const card = fitToMessage(passageCard(found, wording));
  // The question is a part of it: two suggested questions may have one passage.
  const id = referenceTo(`${article.slug}/${passage.id}/${title}`);
  const back = startLink(username, startParameter(article, passage));
  return InlineQueryResultBuilder.article(id, title, {
    description: describe(found),
    reply_markup: new InlineKeyboard().url(wording.buttons.askMore, back),
  }).text(card.text, { entities: card.entities, link_preview_options: { is_disabled: true } });
}

/** A name and the words that are that person's, whoever else speaks in the passage. */
function describe(citation: Citation): string {
  const voice = snippetVoice(citation);
  const words = wordsOf(voice, citation.passage);
  return voice.speaker ? `${capitalise(voice.speaker.name)} · ${words}` : words;
}
