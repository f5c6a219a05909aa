import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import { queryTermsWhere } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";

/**
 * "What does Marlow say about rust?" takes words of Marlow's: a verb of saying with Marlow beside it, or with a pronoun,
 * and nobody else between.
 */
export const hasWordsOfWhoIsAsked: AnswerabilityCheck = (first, compiled) => {
  const asked = speakersAskedFor(compiled);
  const { passage, article, speakers } = first.indexed;
  const isSomebodys = speakers.some((id) => id !== article.source.publisher?.id);
  if (asked === 0 || isSomebodys) return true;
  const { terms, words } = compiled.query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const text: Spoken = {
    words: analyseKnownText(passage.text, terms, published).words,
    asked: new Set(
      first.matches.termMatches.flatMap(({ queryTerm, at }) =>
        (asked & (1 << queryTerm)) === 0 ? [] : [at],
      ),
    ),
    pronoun: compiled.query.pack.speech.speakerPronoun,
  };
  const isSaid = text.words.some(
    ({ word }, verb) =>
      words.speech.has(word.text) && (isBeside(verb, -1, text) || isBeside(verb, 1, text)),
  );
  return isSaid;
};

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
  readonly words: readonly AnalysedWord[];
  /** Numbers of the words that stand for whoever is asked about. */
  readonly asked: ReadonlySet<number>;
  readonly pronoun: RegExp;
};

/** In words: "Marlow, the baker from Pelly, said"; "she later said". */
const NEAR_VERB = 8;
const NEXT_TO_VERB = 2;

/** Whether they are beside the verb: names of others only after a preposition, and none right after the verb ("said of Marlow"). */
function isBeside(verb: number, step: -1 | 1, { words, asked, pronoun }: Spoken): boolean {
  const sentence = words[verb]?.sentence;
  let isInName = false;
  for (let distance = 1; distance <= NEAR_VERB; distance += 1) {
    const at = verb + step * distance;
    const word = words[at];
    if (word?.sentence !== sentence) return false;
    if (asked.has(at)) return true;
    if (distance <= NEXT_TO_VERB && pronoun.test(word?.word.text ?? "")) return true;

    const classes = word?.classes ?? 0;
    const isName = (classes & TOKEN_CLASS.name) !== 0;
    const isPreposition = (classes & TOKEN_CLASS.preposition) !== 0;
    if (step > 0 && distance === 1 && isPreposition) return false;
    if (isInName && !isName && !isPreposition) return false;
    isInName = isName;
  }
  return false;
}
