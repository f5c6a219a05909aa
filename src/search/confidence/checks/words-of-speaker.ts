import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import type { RankedPassage } from "../../ranking/ranking.ts";
import { queryTermsWhere } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/**
 * "What does Marlow say about rust?" takes words of Marlow's: a passage that Marlow speaks, or a verb of saying with
 * Marlow beside it, or with a pronoun, and nobody else between.
 */
export const hasWordsOfWhoIsAsked: AnswerabilityCheck = (first, compiled) => {
  const asked = speakersAskedFor(compiled);
  if (asked === 0 || isSpokenBy(asked, first, compiled)) return true;
  const { passage, article } = first.indexed;
  const { terms, words } = compiled.query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const text: Spoken = {
    text: passage.text,
    words: analyseKnownText(passage.text, terms, published).words,
    asked: new Set(
      first.matches.termMatches.flatMap(({ queryTerm, at }) =>
        (asked & (1 << queryTerm)) === 0 ? [] : [at],
      ),
    ),
    pronoun: compiled.query.pack.speech.speakerPronoun,
  };
  const { isSpeaker } = compiled.query.pack.speech;
  return text.words.some(({ word: { text: word, start, end } }, at) => {
    if (text.asked.has(at)) {
      return isSpeaker(passage.text.slice(0, start), word, passage.text.slice(end));
    }
    if (words.reportingVerb.has(word)) {
      return isBeside(at, -1, NEAR_VERB, text) || isBeside(at, 1, NEAR_VERB, text);
    }
    // "Notes" may be a noun: only a name right before it counts.
    return words.speech.has(word) && isBeside(at, -1, NEXT_TO_VERB, text);
  });
};

/** Whether its text, or a sentence in it, is said by whoever is asked about, as the article's mark-up has it. */
function isSpokenBy(
  asked: number,
  { indexed: { article, speakers }, matches }: RankedPassage,
  { queryTerms }: CompiledQuery,
): boolean {
  const { publisher } = article.source;
  if (speakers.every((id) => id === publisher?.id)) return false;
  const people = new Set(queryTerms.flatMap((term, n) => (asked & (1 << n) ? term.people : [])));
  if (speakers.some((id) => people.has(id))) return true;
  // A speaker's role is context of what they say, and a plan or a law has no name: "What does the council say?"
  const names = queryTermsWhere(queryTerms, ({ isName }) => isName);
  const isInContext = (asked & matches.anywhere & ~matches.inText) !== 0;
  return people.size === 0 && (isInContext || (asked & names) === 0);
}

/** The words between "what does" and "say", as query terms. */
function speakersAskedFor({ query, queryTerms }: CompiledQuery): number {
  const [asking = query.pack] = query.likelyPacks;
  const [asks = ""] = asking.speech.asksWhatIsSaid.exec(query.text) ?? [];
  if (asks === "") return 0;
  const before = new Set(
    query.words.flatMap(({ start, word, term }) =>
      start < asks.length && !asking.words.speech.has(word) ? [term] : [],
    ),
  );
  return queryTermsWhere(queryTerms, ({ term }) => before.has(term));
}

type Spoken = {
  readonly text: string;
  readonly words: readonly AnalysedWord[];
  /** Numbers of the words that stand for whoever is asked about. */
  readonly asked: ReadonlySet<number>;
  readonly pronoun: RegExp;
};

/** In words: "Marlow, the baker from Pelly, said"; "she later said". */
const NEAR_VERB = 8;
const NEXT_TO_VERB = 2;
const QUOTE = /["“”«»„]/u;

/**
 * Whether they are beside the verb, in front of it or behind: names of others only after a preposition, none right after the
 * verb ("said of Marlow"), and no quotation mark between ("… by Marlow," Pelly said). `reach` in words.
 */
function isBeside(
  verb: number,
  step: -1 | 1,
  reach: number,
  { text, words, asked, pronoun }: Spoken,
): boolean {
  const sentence = words[verb]?.sentence;
  let isInName = false;
  for (let distance = 1; distance <= reach; distance += 1) {
    const at = verb + step * distance;
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) return false;
    const [left, right] = step < 0 ? [word, words[at + 1]] : [words[at - 1], word];
    if (QUOTE.test(text.slice(left?.word.end, right?.word.start))) return false;
    if (asked.has(at)) return true;
    if (distance <= NEXT_TO_VERB && pronoun.test(word.word.text)) return true;

    const { classes } = word;
    const isName = (classes & TOKEN_CLASS.name) !== 0;
    const isPreposition = (classes & TOKEN_CLASS.preposition) !== 0;
    if (step > 0 && distance === 1 && isPreposition) return false;
    if (isInName && !isName && !isPreposition) return false;
    isInName = isName;
  }
  return false;
}
