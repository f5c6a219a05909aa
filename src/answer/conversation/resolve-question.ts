import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import {
  mainQuery,
  type ParsedQuestion,
  type SearchQuestion,
} from "../../search/query/parse-question.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { Citation, Context } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { withoutCourtesies } from "../intent/small-talk.ts";
import type { MessageQuestion } from "../message/questions-among.ts";
import { statementAskedAbout } from "../intent/speaker-asked-about.ts";
import { hasSeveralSpeakers } from "../../article/voices.ts";
import { speakersNamed } from "../archive/answer-with-statements.ts";
import type { ArticleScope } from "../../article/article-scope.ts";
import { articleScope } from "../archive/article-scope.ts";
import { dayOfIso } from "../archive/day-range.ts";
import { statementsRequest, type StatementsRequest } from "../archive/statements-request.ts";
import { resolveFollowUp, type FollowUp } from "./follow-up.ts";
import { EMPTY_CONTEXT, resolveContext, type ResolvedContext } from "./resolve-context.ts";
import { acceptSuggestion, pickFromList, rewriteQuestion } from "./rewrite-question.ts";

/** A message interpreted in its conversation. Nothing has been searched for yet. */
export type ResolvedQuestion = FollowUp & {
  /** The cleaned message, or the suggested question if the reader said yes to it. */
  readonly typed: string;
  /** The pack of the question's language. */
  readonly pack: LanguagePack;
  readonly context: ResolvedContext;
  /** The passage that the message picks from the last list. */
  readonly picked?: Citation;
  /** The message has nothing but links and names. */
  readonly isAddress?: boolean;
  /** The article asked about; missing if there are several and none has been chosen. */
  readonly article?: Article;
  /** The articles that it is asked of, if it says so; `isList`: and asks nothing else. */
  readonly scope?: {
    readonly asked: ArticleScope;
    readonly articles: readonly Article[];
    readonly isList: boolean;
  };
  /** It asks what was said about something over time. */
  readonly statements?: StatementsRequest;
  /** "Who says that …": the statement, empty if the last passage shown is meant. */
  readonly statement?: string;
  /** What to search for. */
  readonly search: SearchQuestion;
  /** The message as a first question to all articles: readers change articles without saying so. */
  readonly elsewhere?: ResolvedQuestion;
};

type Circumstances = {
  readonly context: Context;
  /** Slug of the only article in scope. */
  readonly within: string | undefined;
  readonly library: ArticleLibrary;
};

/** A question that says of which articles it is asked has nothing to do with what the chat was about. */
export function resolveQuestion(
  question: MessageQuestion,
  circumstances: Circumstances,
): ResolvedQuestion {
  const { context, within, library } = circumstances;
  const isOfOne = within !== undefined || library.articles.length === 1;
  const pack = packFor(library.language);
  const today = dayOfIso(context.today ?? "");
  const { catalogue } = library;
  const scoped = isOfOne ? undefined : articleScope(question.text, { catalogue, pack, today });
  if (!scoped) return resolveUnscoped(question, circumstances);

  const { scope: asked, rest } = scoped;
  const inScope = catalogue.inScope(asked);
  const isList = asksNothing(rest, pack);
  const repeats = isList && context.asked !== undefined && pack.turns.and.test(question.text);
  const text = repeats ? (context.asked ?? rest) : rest;
  const [only, ...others] = inScope;
  const resolved = resolveUnscoped(
    { ...question, text },
    {
      context: withoutSubject(context),
      within: others.length === 0 ? only?.slug : undefined,
      library,
    },
  );
  const scope = { asked, articles: inScope, isList: isList && !repeats };
  return { ...resolved, typed: question.text, scope };
}

function withoutSubject({ language, clientLanguage, today }: Context): Context {
  return {
    ...(language !== undefined && { language }),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(today !== undefined && { today }),
  };
}

/** "What's in …?", "show me …" */
function asksNothing(text: string, { words }: LanguagePack): boolean {
  const lists = [words.stopWord, words.filler, words.text, words.overview, words.mainPoint];
  return wordsIn(text).every((word) => lists.some((list) => list.has(foldWord(word.text))));
}

function resolveUnscoped(
  { text: message, said, isAddress = false }: MessageQuestion,
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

  const statements = statementsAsked(direct, { earlier, onlyArticle, library, pack });
  if (statements) {
    const asked = {
      typed,
      text: direct,
      pack,
      context,
      statements,
      search: { text: statements.text },
    };
    return { ...asked, ...(onlyArticle && { article: onlyArticle }) };
  }
  const parse = (text: string) => library.parse({ text }, article);
  const rewritten = rewriteQuestion(direct, { context, pack, parse });
  const followUp = resolveFollowUp(rewritten, besideIt(said, context, parse), pack.followUps);
  const isListShown = context.listed.length > 0;
  const statement = isListShown ? statementAskedAbout(followUp.text, pack.speech) : undefined;
  const picked = pickFromList(statement ?? question, context, pack);
  const resolved = withSearch(
    {
      ...followUp,
      typed,
      pack,
      context,
      ...(picked && { picked }),
      ...(isAddress && { isAddress }),
      ...(article && { article }),
    },
    library,
  );
  if (!article || onlyArticle) return resolved;
  return { ...resolved, elsewhere: asFirstQuestion(direct, resolved, library) };
}

type Asking = Pick<Circumstances, "library"> & {
  readonly earlier: Context;
  readonly onlyArticle: Article | undefined;
  readonly pack: LanguagePack;
};

/** "Who said what about it?" is asked of all articles; of one person's words, if somebody has the name. */
function statementsAsked(
  question: string,
  { earlier, onlyArticle, library, pack }: Asking,
): StatementsRequest | undefined {
  const today = dayOfIso(earlier.today ?? "");
  const hasSeveral = onlyArticle === undefined;
  const request = statementsRequest(question, { pack, hasSeveral, today });
  const isOfNobody = request?.isOfPerson && speakersNamed(request.text, library).length === 0;
  return isOfNobody ? undefined : request;
}

/** Its wording stays that of a follow-up: "and Ann?" asks for anything about Ann, not who she is. */
function asFirstQuestion(
  text: string,
  { typed, pack, background, said, isAddress = false }: ResolvedQuestion,
  library: ArticleLibrary,
): ResolvedQuestion {
  const beside = { ...(said !== undefined && { said }), isAddress };
  const first = withSearch({ typed, pack, context: EMPTY_CONTEXT, text, ...beside }, library);
  return { ...first, ...(background !== undefined && { background }) };
}

/** "Ann runs the harbour. What does she say?": whom the reader has just named is meant. */
function besideIt(
  said: string | undefined,
  context: ResolvedContext,
  parse: (text: string) => ParsedQuestion,
) {
  if (said === undefined) return context;
  const person = mainQuery(parse(said)).people.at(-1) ?? context.person;
  return { ...context, said, ...(person && { person }) };
}

function onlyArticleOf({ articles: [first, ...others] }: ArticleLibrary): Article | undefined {
  return others.length === 0 ? first : undefined;
}

function withSearch(
  question: Omit<ResolvedQuestion, "search">,
  library: ArticleLibrary,
): ResolvedQuestion {
  const { text, background, said, isBare, context, article, pack } = question;
  if (isBare) return { ...question, search: { text: `${text} ${context.question ?? ""}` } };

  const statement = statementAskedAbout(text, pack.speech);
  const hasSeveral = () => (article ? hasSeveralSpeakers(article) : library.hasSeveralSpeakers());
  const searched = statement && hasSeveral() ? statement : text;
  const earlier = [background, said].filter((words) => words !== undefined).join(" ");
  return {
    ...question,
    ...(statement !== undefined && { statement }),
    search: { text: searched, ...(earlier !== "" && { background: earlier }) },
  };
}
