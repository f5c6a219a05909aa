import { scriptOf } from "../../search/analysis/sounds.ts";
import type { Language } from "../../languages/language.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Terms } from "../../languages/terms.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import type { Query } from "../../search/query/parse-query.ts";
import type { QueryWord } from "../../search/query/query-words.ts";
import { foldWord, isAcronym, isCapitalised } from "../../text/words.ts";

/** What the article has instead of a word. */
export type InsteadOf = {
  /** One of another script that sounds like it. */
  readonly hasSoundOf: (word: string) => boolean;
  /** One that is used in the same surroundings. */
  readonly hasNearOf: (word: string) => boolean;
};

/** No question is about more, and comparing sounds takes time. */
const MAX_ABSENT = 10;

const NUMBER = /\p{N}/u;
const LETTER = /\p{L}/u;

/**
 * The words of a question that the article certainly lacks, as the reader wrote them: names, numbers and
 * rare words. Nothing is certain about a question in another language than the article's. `language`: the
 * one that the question is answered in.
 */
export function missingWords(
  query: Query,
  language: Language,
  instead: InsteadOf,
): readonly string[] {
  if (!isInOwnLanguage(query, language)) return [];
  const absent = query.topic.filter(({ isAbsent }) => isAbsent).slice(0, MAX_ABSENT);
  const missing = absent.filter((word) => isTelling(word, query, instead));
  const asWritten = wholeNames(withFirstName(missing, query), query.text);
  const folded = asWritten.map((written) => foldWord(written));
  return asWritten.filter((_, at) => folded.indexOf(folded[at] ?? "") === at);
}

/** The first word of a question is capitalised in any case, and may begin a name: "Wang Yi?" */
function withFirstName(missing: readonly QueryWord[], { topic }: Query): readonly QueryWord[] {
  const [first, second] = topic;
  const isNameOnly =
    first?.isAbsent === true &&
    first.position === 0 &&
    second?.start === first.end + 1 &&
    missing.includes(second) &&
    topic.every(({ word }) => isCapitalised(word));
  if (!isNameOnly) return missing;
  return [{ ...first, isName: true }, ...missing.filter((word) => word !== first)];
}

/** "Wang Yi" is one name. */
function wholeNames(missing: readonly QueryWord[], text: string): readonly string[] {
  const ranges: { start: number; end: number; isName: boolean }[] = [];
  for (const { start, end, isName } of missing) {
    const before = ranges.at(-1);
    const continues = before?.isName === true && isName && before.end === start - 1;
    if (continues && text[before.end] === " ") before.end = end;
    else ranges.push({ start, end, isName });
  }
  return ranges.map(({ start, end }) => text.slice(start, end));
}

function isTelling(word: QueryWord, query: Query, { hasSoundOf, hasNearOf }: InsteadOf): boolean {
  const { likelyPacks, pack } = query;
  if (NUMBER.test(word.word)) return true;
  if (!LETTER.test(word.word)) return false;
  if (likelyPacks.some(({ terms }) => isFunctionWord(word.word, terms))) return false;

  if (hasSoundOf(word.word)) return false;
  const isName = word.isName || isAcronym(word.word);
  const isInserted = scriptOf(word.word) !== pack.script;
  if (isName || isInserted) return true;
  return word.isRare && isTopic(word, pack) && !hasNearOf(word.word);
}

/** "Can't" is no stop word, because it says what is not the case. */
function isFunctionWord(word: string, { read }: Terms): boolean {
  return (read(word).classes & (TOKEN_CLASS.stopWord | TOKEN_CLASS.negation)) !== 0;
}

function isInOwnLanguage({ likelyPacks: [likeliest], pack }: Query, language: Language): boolean {
  return pack.code === language && (likeliest === undefined || likeliest === pack);
}

function isTopic({ word, term }: QueryWord, { words, terms, notNoun }: LanguagePack): boolean {
  const folded = foldWord(word);
  const isOfSpeech =
    words.speech.has(folded) || terms.near(term).some((near) => words.speech.has(near));
  return !isOfSpeech && !words.text.has(folded) && notNoun?.test(folded) !== true;
}
