import type { Person } from "../../article/article.ts";
import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { type Snippet, snippetOf } from "../../search/snippet.ts";
import type { Citation, NearPassage, NotCovered, PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { distinctChoices } from "./distinct-choices.ts";
import { missingWords } from "./missing-words.ts";

/** Answers with the passages found, as the verdict says, or says that nothing is near. */
export function passageAnswer(
  question: SearchedQuestion,
  library: ArticleLibrary,
): PassageAnswer | NotCovered {
  const { query, hits, confidence, verdict } = question.findings;
  const [best] = hits;
  if (!best || verdict === "nothing") return notCovered(question, library);

  const shown = {
    ...citeHit(best, query),
    confidence,
    asksFor: "passage",
    nextQuestions: library.suggest(best.article, {
      question: question.text,
      passage: best.passage.id,
      seen: question.context.seen,
    }),
  } as const;
  if (verdict === "answered") return { kind: "answered", ...shown };
  if (verdict === "closest") {
    const choices = firstAndOthers(shown, citationsFor(othersClose(hits), query));
    const [, ...others] = distinctChoices(choices, MAX_CLOSEST);
    return { kind: "unsure", verdict, ...shown, others };
  }
  return { kind: "unsure", verdict, ...shown, unknownWords: missingIn(question, library) };
}

/** With the first. More would have to be read rather than looked through. */
const MAX_CLOSEST = 3;

/** A passage less than a twentieth as likely as the first is hardly ever the right one. */
const MIN_RELATIVE_LIKELIHOOD = 0.05;

/** Ranking weights are learned under a softmax: a score is the logarithm of a likelihood. */
function othersClose([first, ...others]: readonly Hit[]): readonly Hit[] {
  const isClose = ({ article, score }: Hit) =>
    article === first?.article && Math.exp(score - first.score) >= MIN_RELATIVE_LIKELIHOOD;
  return others.filter(isClose);
}

/** The passage, as one that does not say what is asked, or (`notSaidBy`) not in that person's words. */
export function asNear(
  answer: PassageAnswer,
  question: SearchedQuestion,
  library: ArticleLibrary,
  notSaidBy?: Person,
): NearPassage {
  const { article, section, passage, by, snippet, alsoIn } = answer;
  const { confidence, asksFor, nextQuestions } = answer;
  return {
    kind: "unsure",
    verdict: "near",
    article,
    section,
    passage,
    snippet,
    confidence,
    asksFor,
    nextQuestions,
    ...(by !== undefined && { by }),
    ...(alsoIn && { alsoIn }),
    unknownWords: missingIn(question, library),
    ...(notSaidBy && { notSaidBy }),
  };
}

/** Turns a hit into a citation, with the snippet that answers the query. */
export function citeHit(hit: Hit, query: Query): Citation & { readonly snippet: Snippet } {
  const { article, section, passage, by, alsoIn } = hit;
  const snippet = snippetOf(passage, query, hit);
  return {
    article,
    section,
    passage,
    snippet,
    ...(by !== undefined && { by }),
    ...(alsoIn && { alsoIn: alsoIn.map((copy) => citeHit(copy, query)) }),
  };
}

/** One by one, since making a snippet takes a while. */
export function* citationsFor(
  hits: readonly Hit[],
  query: Query,
): Generator<ReturnType<typeof citeHit>> {
  for (const hit of hits) yield citeHit(hit, query);
}

function* firstAndOthers<Value>(first: Value, others: Iterable<Value>): Generator<Value> {
  yield first;
  yield* others;
}

/** Says that the article does not answer, which words it never uses, and what to ask instead. */
export function notCovered(question: SearchedQuestion, library: ArticleLibrary): NotCovered {
  const { article, text, context, findings } = question;
  const { hits, confidence } = findings;
  const nearest = article ?? hits[0]?.article;
  return {
    kind: "not-covered",
    reason: "not-said",
    unknownWords: missingIn(question, library),
    ...(nearest && { article: nearest }),
    confidence,
    nextQuestions: nearest ? library.suggest(nearest, { question: text, seen: context.seen }) : [],
  };
}

function missingIn(
  { findings, article }: SearchedQuestion,
  { language, hasSoundOf, hasNearOf }: ArticleLibrary,
): readonly string[] {
  return missingWords(findings.query, language, {
    hasSoundOf: (word) => hasSoundOf(word, article?.slug),
    hasNearOf: (word) => hasNearOf(word, article?.slug),
  });
}

/** Answers with a passage that the conversation points to, regardless of what the search found. */
export function answerWithCitation(
  citation: Citation,
  { text, context, findings }: SearchedQuestion,
  { suggest }: ArticleLibrary,
  query: Query = findings.query,
): PassageAnswer {
  const { article, passage } = citation;
  return {
    kind: "answered",
    ...citation,
    snippet: citation.snippet ?? snippetOf(passage, query, citation),
    confidence: 1,
    asksFor: "passage",
    nextQuestions: suggest(article, { question: text, passage: passage.id, seen: context.seen }),
  };
}
