import type { Article } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { analyseText, type AnalysedWord } from "../../search/analysis/analyse-text.ts";
import type { Snippet } from "../../search/snippet.ts";
import { isCapitalised, MAX_WORD_LENGTH } from "../../text/words.ts";
import type { Citation, MenuAnswer, PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { citationsOf } from "../citations.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { answerWithCitation } from "./passage-answer.ts";

/** More would need scrolling. */
const MAX_CHOICES = 6;

/**
 * What an article says of a name that no editor listed under its people: the sentences with the name, if
 * the question is the name and nothing else.
 */
export function answerAboutName(
  question: SearchedQuestion,
  library: ArticleLibrary,
): MenuAnswer | PassageAnswer | undefined {
  const { query, hits, confidence, verdict } = question.findings;
  const article = question.article ?? hits[0]?.article;
  if (!article || query.people.length > 0) return undefined;

  const isNameOnly = isTopicOnly(query, question.pack);
  if (!isNameOnly && !asksWho(question)) return undefined;

  const terms = query.words.map(({ term }) => term);
  const found = sentencesNaming(terms, article);
  if (!isNameOnly && !hasNamesakes(found)) return undefined;

  const rankOf = ({ passage }: Citation) => {
    const rank = hits.findIndex((hit) => hit.passage === passage);
    return rank < 0 ? hits.length : rank;
  };
  const named = found.toSorted((one, other) => rankOf(one) - rankOf(other));
  const [first, ...others] = named;
  if (!first) return undefined;
  if (others.length === 0) {
    return verdict === "answered" ? undefined : answerWithCitation(first, question, library);
  }
  return {
    kind: "menu",
    article,
    choices: named.slice(0, MAX_CHOICES),
    confidence,
    nextQuestions: library.suggest(article, { question: question.text, passage: first.passage.id }),
  };
}

/** "Who is Marsh?": a name after the question and nothing else. */
function asksWho({ text, findings, pack: { requests } }: SearchedQuestion): boolean {
  const { words } = findings.query;
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return requests.asksWho.test(text.slice(0, start)) && requests.nothingAfter.test(text.slice(end));
}

const FIRST_NAME = /(?:^|[^\p{L}])(\p{Lu}[\p{L}\p{M}'’-]*) $/u;

/** "Jan Marsh" and "Ann Marsh": the sentences have different first names before the name. */
function hasNamesakes(found: readonly NamingCitation[]): boolean {
  const firstNames = found.flatMap(({ passage, snippet }) => {
    const [name] = snippet.highlights;
    return FIRST_NAME.exec(passage.text.slice(0, name?.[0]).slice(-MAX_WORD_LENGTH))?.[1] ?? [];
  });
  return new Set(firstNames).size > 1;
}

type NamingCitation = Citation & { readonly snippet: Snippet };

/** The first sentence with the name in each passage; none if the words are no name. */
function sentencesNaming(terms: readonly string[], article: Article): NamingCitation[] {
  const pack = packFor(article.language);
  let isSurelyName = false;
  const found = citationsOf(article).flatMap((citation) => {
    const { words, sentences } = analyseText(citation.passage.text, pack.terms);
    const at = words.findIndex((_, place) => isNameAt(place, words, terms));
    const [first, last] = [words[at], words[at + terms.length - 1]];
    const sentence = sentences[first?.sentence ?? -1];
    if (!first || !last || !sentence) return [];
    isSurelyName ||= words.some(
      (word, place) => (word.classes & TOKEN_CLASS.name) > 0 && isNameAt(place, words, terms),
    );
    const name = [first.word.start, last.word.end] as const;
    return [{ ...citation, snippet: { sentence, highlights: [name] } }];
  });
  return isSurelyName ? found : [];
}

const NO_NAME = TOKEN_CLASS.number | TOKEN_CLASS.time;

function isNameAt(
  place: number,
  words: readonly AnalysedWord[],
  terms: readonly string[],
): boolean {
  return (
    terms.length > 0 &&
    terms.every((term, offset) => {
      const word = words[place + offset];
      return word?.term === term && isCapitalised(word.word.text) && (word.classes & NO_NAME) === 0;
    })
  );
}
