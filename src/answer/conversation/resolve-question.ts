import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import type { SearchQuestion } from "../../search/query/parse-question.ts";
import type { Citation, Context } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { withoutCourtesies } from "../intent/small-talk.ts";
import { statementAskedAbout } from "../intent/speaker-asked-about.ts";
import { hasSeveralSpeakers } from "../respond/citations.ts";
import { resolveFollowUp, type FollowUp } from "./follow-up.ts";
import { EMPTY_CONTEXT, resolveContext, type ResolvedContext } from "./resolve-context.ts";
import { acceptSuggestion, pickFromList, rewriteQuestion } from "./rewrite-question.ts";

/** A message, understood in its conversation. Nothing has been searched for yet. */
export type ResolvedQuestion = FollowUp & {
  /** As the reader typed it, cleaned; the suggested question if they said yes to it. */
  readonly typed: string;
  /** The words by which one asks in the question's language. */
  readonly pack: LanguagePack;
  readonly context: ResolvedContext;
  /** The passage that it picks from the last list. */
  readonly picked?: Citation;
  /** The article asked about; none if several are known and none was mentioned. */
  readonly article?: Article;
  /** "Who says that …": the statement, empty if the last passage shown is meant. */
  readonly statement?: string;
  /** What to search for. */
  readonly search: SearchQuestion;
  /** The same message as a first question, for all articles: readers change articles without a word. */
  readonly elsewhere?: ResolvedQuestion;
};

type Circumstances = {
  readonly context: Context;
  /** Slug of the only article in scope. */
  readonly within: string | undefined;
  readonly library: ArticleLibrary;
};

/** `message`: cleaned. */
export function resolveQuestion(
  message: string,
  { context: earlier, within, library }: Circumstances,
): ResolvedQuestion {
  const pack = packFor(library.language);
  const context = resolveContext(earlier, library.articles);
  const typed = acceptSuggestion(message, context, pack);
  const question = withoutCourtesies(typed, pack);
  const direct = pack.requests.direct(question);
  const onlyArticle =
    library.articles.find(({ slug }) => slug === within) ?? onlyArticleOf(library);
  const article = onlyArticle ?? context.article;

  const parse = (text: string) => library.parse({ text }, article);
  const rewritten = rewriteQuestion(direct, { context, pack, parse });
  const followUp = resolveFollowUp(rewritten, context, pack.followUps);
  const picked = pickFromList(question, context, pack);
  const resolved = withSearch(
    {
      ...followUp,
      typed,
      pack,
      context,
      ...(picked && { picked }),
      ...(article && { article }),
    },
    library,
  );
  if (!article || onlyArticle) return resolved;
  return { ...resolved, elsewhere: asFirstQuestion(direct, resolved, library) };
}

/** In form it stays a follow-up: "and Ann?" asks for anything on Ann, not who she is. */
function asFirstQuestion(
  text: string,
  { typed, pack, background }: ResolvedQuestion,
  library: ArticleLibrary,
): ResolvedQuestion {
  const first = withSearch({ typed, pack, context: EMPTY_CONTEXT, text }, library);
  return { ...first, ...(background !== undefined && { background }) };
}

function onlyArticleOf({ articles: [first, ...others] }: ArticleLibrary): Article | undefined {
  return others.length === 0 ? first : undefined;
}

function withSearch(
  question: Omit<ResolvedQuestion, "search">,
  library: ArticleLibrary,
): ResolvedQuestion {
  const { text, background, isBare, context, article, pack } = question;
  if (isBare) return { ...question, search: { text: `${text} ${context.question ?? ""}` } };

  const statement = statementAskedAbout(text, pack.speech);
  const articles = article ? [article] : library.articles;
  const searched = statement && articles.some(hasSeveralSpeakers) ? statement : text;
  return {
    ...question,
    ...(statement !== undefined && { statement }),
    search: { text: searched, ...(background !== undefined && { background }) },
  };
}
