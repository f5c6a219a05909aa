import type { NamingForms } from "../../../languages/language-pack.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import type { RankedPassage } from "../../ranking/ranking.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";
import { RECOGNISABLE } from "./time-or-number.ts";

/**
 * "What is the name of the gunman?" is not answered by "a lone gunman", nor "Which documents were taken?" by "took documents
 * with them": whatever is asked for has a name beside it that the question lacks. A passage that does not mention it may
 * name it in other words, and passes.
 */
export const hasNameAskedFor: AnswerabilityCheck = (first, compiled) => {
  const { query } = compiled;
  if (RECOGNISABLE[query.answerType] !== undefined) return true;
  const [asking = query.pack] = query.likelyPacks;
  const name = asking.naming?.asksForName.exec(query.text);
  const asks = name ?? asking.naming?.asksWhich.exec(query.text);
  const { naming } = query.pack;
  if (!asks || !naming) return true;
  const passage = wordsOf(first, compiled);
  const { common, names } = mentionsOf(asks.index + asks[0].length, first, compiled, passage);
  const mentions = name ? common : [...common, ...names];
  return (
    mentions.length === 0 ||
    mentions.some(
      (at) =>
        hasNameBeside(at, -1, passage, naming) ||
        hasNameBeside(at, 1, passage, naming) ||
        (!name && isTold(at, passage, naming)),
    )
  );
};

/** The words of a passage, and the positions of those that the question has. */
type PassageWords = {
  readonly text: string;
  readonly words: readonly AnalysedWord[];
  readonly asked: ReadonlySet<number>;
};

function wordsOf({ indexed, matches }: RankedPassage, { query }: CompiledQuery): PassageWords {
  const { passage, article } = indexed;
  const { terms } = query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const { words } = analyseKnownText(passage.text, terms, published);
  const exact = matches.termMatches.filter(({ isExact }) => isExact);
  return { text: passage.text, words, asked: new Set(exact.map(({ at }) => at)) };
}

/** "Cuban Americans", "Colorado town": a name may stand before whatever is asked for. */
const MAX_WORDS = 3;

/** Positions of a common noun, or only of names: "which Cuban Americans". */
type Mentions = { readonly common: readonly number[]; readonly names: readonly number[] };

/** Where the passage has what the question asks a name of; its words begin at an offset of the question. */
function mentionsOf(
  start: number,
  { matches }: RankedPassage,
  { query, queryTerms }: CompiledQuery,
  { words }: PassageWords,
): Mentions {
  const from = query.words.findIndex((word) => word.start >= start);
  const asked = from < 0 ? [] : query.words.slice(from, from + MAX_WORDS);
  let names: readonly number[] = [];
  for (const [number, word] of asked.entries()) {
    if (word.position !== (asked[0]?.position ?? 0) + number) break;
    const term = queryTerms.findIndex((one) => one.term === word.term);
    const found = matches.termMatches
      .filter(({ queryTerm, isExact, at }) => queryTerm === term && isExact && words[at])
      .map(({ at }) => at);
    const common = found.filter((at) => !isName(words[at]));
    if (common.length > 0 || found.length === 0) return { common, names: [] };
    names = found;
  }
  return { common: [], names };
}

function isName(word: AnalysedWord | undefined): boolean {
  const classes = word?.classes ?? 0;
  return (classes & TOKEN_CLASS.name) !== 0 && (classes & TOKEN_CLASS.time) === 0;
}

/** In words: "the mayor of Pelly, a baker, Ann Marl". */
const NEAR = 5;
/** What is beyond is told of something else. */
const BREAK = /["“”«»„—–;!?]/u;
/** "The spot “Danger”", "groups: …" */
const TITLE = /(?:^|\s)["“«„]$|:\s*$/u;

/** Names, titles and terms: "known as orientalism" has no capital letter. */
function hasNameBeside(
  mention: number,
  step: -1 | 1,
  { text, words, asked }: PassageWords,
  naming: NamingForms,
): boolean {
  const sentence = words[mention]?.sentence;
  let last = NEAR;
  for (let distance = 1; distance <= last; distance += 1) {
    const at = mention + step * distance;
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) return false;
    const [left, right] = step < 0 ? [word, words[at + 1]] : [words[at - 1], word];
    const gap = text.slice(left?.word.end, right?.word.start);
    if (step > 0 && TITLE.test(gap)) return true;
    if (BREAK.test(gap)) return false;
    if ((isName(word) || naming.names.test(word.folded)) && !asked.has(at)) return true;
    if (step > 0 && naming.is.test(word.folded)) last = distance + NEAR;
  }
  return false;
}

/**
 * A word of its own tells which: "the coastal road", "the road of shells". Or it is one of those told of before: "their
 * company", "other groups".
 */
function isTold(mention: number, { words, asked }: PassageWords, naming: NamingForms): boolean {
  const [before, behind, owner] = [words[mention - 1], words[mention + 1], words[mention + 2]];
  const isOwned = naming.of.test(behind?.folded ?? "") && behind?.sentence === owner?.sentence;
  if (isOwned && owner && !owner.isStopWord && !asked.has(mention + 2)) return true;
  if (!before || before.sentence !== words[mention]?.sentence) return false;
  if (naming.toldBefore.test(before.folded)) return true;
  const isNumber = (before.classes & TOKEN_CLASS.number) !== 0;
  return !before.isStopWord && !isNumber && !asked.has(mention - 1);
}
