import {
  Composer,
  type Context,
  type Filter,
  InlineKeyboard,
  InlineQueryResultBuilder,
} from "grammy";
import { type Answerer, partsOf, type SingleOutcome } from "../../answer/answer-question.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import { articleIn } from "../../article/translation.ts";
import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { Citation } from "../../answer/answer.ts";
import { wordsOf } from "../../article/voices.ts";
import { snippetOf } from "../../search/snippet.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { passageCard } from "../replies/card/passage-card.ts";
import { capitalise, fitToMessage } from "../replies/reply.ts";
import { startLink, startParameter } from "../callback/start-link.ts";
import { isUnmarked } from "../replies/card/attribution.ts";
import { headlineOf } from "../replies/card/headline.ts";
import { wordingFor, wordingForReader } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";

type InlineDependencies = {
  readonly articles: ArticleLookup;
  readonly answerQuestion: Answerer;
};

const MAX_RESULTS = 8;
/** Articles whose suggested questions are tried: most have several, some have none. */
const MAX_SUGGESTING = 20;
/** Passages below this share of the best score are noise. */
const MIN_SCORE_SHARE = 0.4;
/** Short, because an editor may change the article at any time. */
const CACHE_SECONDS = 60;

type InlineResult = { readonly title: string; readonly hit: Hit; readonly query: Query };
type InlineResults = { readonly found: readonly InlineResult[]; readonly wording: Wording };

/** Answers `@bot words` in any chat with passages to post; without words, with the suggested questions. */
export function inlineQueries({ articles, answerQuestion }: InlineDependencies): Composer<Context> {
  const composer = new Composer();
  composer.on("inline_query", async (ctx) => {
    const query = ctx.inlineQuery.query.trim();
    const { found, wording } =
      query === ""
        ? await suggestedResults(ctx, articles, answerQuestion)
        : await searchResults(ctx, answerQuestion);
    const results = found.slice(0, MAX_RESULTS).map((each) => {
      return resultOf(each, ctx.me.username, wording);
    });
    const [article] = results.length === 0 ? await articles.first(1) : [];
    await ctx.answerInlineQuery(results, {
      cache_time: CACHE_SECONDS,
      // The results depend on the language of the reader's app.
      is_personal: true,
      ...(article && {
        button: { text: wording.replies.nothingInline, start_parameter: startParameter(article) },
      }),
    });
  });
  return composer;
}

/** Each suggested question with the passage that answers it. */
async function suggestedResults(
  ctx: Context,
  articles: ArticleLookup,
  answerQuestion: Answerer,
): Promise<InlineResults> {
  const wording = wordingForReader(ctx);
  const found: InlineResult[] = [];
  for (const article of await articles.first(MAX_SUGGESTING)) {
    for (const question of articleIn(article, wording.language).suggestedQuestions) {
      const { findings } = await answerQuestion(question, {}, article.slug);
      const [hit] = findings.hits;
      // An article that has just been withdrawn is answered from others.
      const isAnswered = hit?.article.slug === article.slug && findings.verdict === "answered";
      if (isAnswered) found.push({ title: question, hit, query: findings.query });
      if (found.length === MAX_RESULTS) return { found, wording };
    }
  }
  return { found, wording };
}

async function searchResults(
  ctx: Filter<Context, "inline_query">,
  answerQuestion: Answerer,
): Promise<InlineResults> {
  const { query, from } = ctx.inlineQuery;
  const clientLanguage = from.language_code;
  const outcome = await answerQuestion(query, {
    ...(clientLanguage !== undefined && { clientLanguage }),
  });
  const parts = partsOf(outcome).map(resultsOf);
  const each = Math.ceil(MAX_RESULTS / parts.length);
  const found = parts.flatMap((results) => results.slice(0, each));
  return { found, wording: wordingFor(outcome.language) };
}

/** The passages worth showing for one question. */
function resultsOf({ findings: { hits, query, verdict } }: SingleOutcome): InlineResult[] {
  const [best] = hits;
  if (!best || verdict === "nothing") return [];
  return hits
    .filter(({ score }) => score >= best.score * MIN_SCORE_SHARE)
    .map((hit) => {
      const snippet = snippetOf(hit.passage, query, hit);
      return { title: headlineOf({ ...hit, snippet }), hit, query };
    });
}

function resultOf({ title, hit, query }: InlineResult, username: string, wording: Wording) {
  const { article, passage } = hit;
  const snippet = snippetOf(passage, query);
  const found = { ...hit, snippet };
  const card = fitToMessage(passageCard(found, wording));
  // Includes the title, because two suggested questions may share a passage.
  const id = referenceTo(`${article.slug}/${passage.id}/${title}`);
  const back = startLink(username, startParameter(article, passage));
  return InlineQueryResultBuilder.article(id, title, {
    description: describe(found),
    reply_markup: new InlineKeyboard().url(wording.buttons.askMore, back),
  }).text(card.text, { entities: card.entities, link_preview_options: { is_disabled: true } });
}

/** The speaker and their own words, even if others speak in the passage too. */
function describe(citation: Citation): string {
  const voice = snippetVoice(citation);
  const words = wordsOf(voice, citation.passage);
  return voice.speaker && !isUnmarked(citation)
    ? `${capitalise(voice.speaker.name)} · ${words}`
    : words;
}
