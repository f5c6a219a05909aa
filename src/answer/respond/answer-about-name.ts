import type { Article } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import type { Steps } from "../../languages/steps.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { AnalysedWord } from "../../search/analysis/analyse-text.ts";
import { analyseKnownText } from "../../search/analysis/known-texts.ts";
import type { Snippet } from "../../search/snippet.ts";
import { isCapitalised, MAX_WORD_LENGTH } from "../../text/words.ts";
import type { Citation, MenuAnswer, PassageAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { citationsOf } from "../citations.ts";
import { isTopicOnly } from "../intent/topic-only.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { answerWithCitation, passageAnswer } from "./passage-answer.ts";

/** Two are shown one below the other. */
const MIN_CHOICES = 3;
/** More would need scrolling. */
const MAX_CHOICES = 6;

/**
 * What an article says of a name that no editor listed under its people: the sentences with the name, if
 * the question is the name and nothing else.
 */
export function* answerAboutName(
  question: SearchedQuestion,
  library: ArticleLibrary,
): Steps<MenuAnswer | PassageAnswer | undefined> {
  const { query, hits, confidence } = question.findings;
  const article = question.article ?? hits[0]?.article;
  if (!article || query.people.length > 0) return undefined;

  const isNameOnly = isTopicOnly(query, question.pack);
  if (!isNameOnly && !asksWho(question)) return undefined;

  const terms = query.words.map(({ term }) => term);
  // Reading a whole article takes a while, and one of the first hits has the name if it is there.
  const own = hits.filter((hit) => hit.article === article);
  if (!own.some((hit) => readFor(terms, hit).places.length > 0)) return undefined;
  const found = yield* sentencesNaming(terms, article);
  if (!isNameOnly && !hasNamesakes(found)) return undefined;

  const rankOf = ({ passage }: Citation) => {
    const rank = hits.findIndex((hit) => hit.passage === passage);
    return rank < 0 ? hits.length : rank;
  };
  const named = found.toSorted((one, other) => rankOf(one) - rankOf(other));
  const [first, ...others] = named;
  if (!first) return undefined;
  if (named.length >= MIN_CHOICES || hasNamesakes(named)) {
    return {
      kind: "menu",
      article,
      choices: named.slice(0, MAX_CHOICES),
      confidence,
      nextQuestions: library.suggest(article, {
        question: question.text,
        passage: first.passage.id,
      }),
    };
  }
  const best = passageAnswer(question, library);
  const isFound = best.kind === "answered" && best.passage === first.passage;
  const answer = isFound ? best : answerWithCitation(first, question, library);
  return { ...answer, neighbours: others };
}

/** "Who is Marsh?": a name after the question and nothing else. */
export function asksWho({ text, findings, pack: { requests } }: SearchedQuestion): boolean {
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

/**
 * The first sentence with the name in each passage; none if the words are no name: if they stand in small
 * letters anywhere, or in capitals only where a sentence begins.
 */
function* sentencesNaming(terms: readonly string[], article: Article): Steps<NamingCitation[]> {
  const read: ReturnType<typeof readFor>[] = [];
  for (const citation of citationsOf(article)) {
    read.push(readFor(terms, citation));
    yield;
  }
  const written = read.flatMap(({ words, places }) => places.flatMap((at) => words[at] ?? []));
  const isName =
    written.every(({ word }) => isCapitalised(word.text)) &&
    written.some(({ classes }) => (classes & TOKEN_CLASS.name) > 0);
  if (!isName) return [];

  return read.flatMap(({ citation, words, sentences, places: [at = -1] }) => {
    const [first, last] = [words[at], words[at + terms.length - 1]];
    const sentence = sentences[first?.sentence ?? -1];
    if (!first || !last || !sentence) return [];
    const name = [first.word.start, last.word.end] as const;
    return [{ ...citation, snippet: { sentence, highlights: [name] } }];
  });
}

function readFor(terms: readonly string[], citation: Citation) {
  const pack = packFor(citation.article.language);
  const { words, sentences } = analyseKnownText(citation.passage.text, pack.terms);
  return { citation, words, sentences, places: placesOf(terms, words) };
}

/** A loop: every word of the article is looked at for every question that is only a name. */
function placesOf(terms: readonly string[], words: readonly AnalysedWord[]): number[] {
  const places: number[] = [];
  for (let place = 0; place < words.length; place += 1) {
    if (standsAt(place, words, terms)) places.push(place);
  }
  return places;
}

const NO_NAME = TOKEN_CLASS.number | TOKEN_CLASS.time;

function standsAt(
  place: number,
  words: readonly AnalysedWord[],
  terms: readonly string[],
): boolean {
  return (
    words[place]?.term === terms[0] &&
    terms.every((term, offset) => {
      const word = words[place + offset];
      return word?.term === term && (word.classes & NO_NAME) === 0;
    })
  );
}
