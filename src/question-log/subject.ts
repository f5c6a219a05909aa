import { packFor, packsAfter } from "../languages/packs.ts";
import { answerTypeOf, type AnswerType } from "../languages/answer-type.ts";
import type { Steps } from "../languages/steps.ts";
import { foldWord, wordsIn } from "../text/words.ts";
import { commonSpellings } from "./common-spellings.ts";

/** What a question asks for: its terms with their weights, and the answer type. */
export type Subject = {
  readonly language: string;
  readonly wants: AnswerType;
  readonly terms: ReadonlyMap<string, number>;
};

/** Takes questions in one language. A typo in one is corrected to the spelling used in the others. */
export function* subjectsIn(language: string, questions: readonly string[]): Steps<Subject[]> {
  const pack = packFor(language);
  const { terms, rarity } = pack;
  const packs = packsAfter(pack);
  const words: string[][] = [];
  for (const question of questions) {
    const all = wordsIn(question).map(({ text }) => text);
    words.push(all.filter((word) => !terms.isStopWord(word)).map(foldWord));
    yield;
  }
  const spellings = yield* commonSpellings(words.flat(), (word) => rarity.isWord(terms.of(word)));

  const subjects: Subject[] = [];
  for (const [number, question] of questions.entries()) {
    const own = (words[number] ?? []).map((word) => terms.of(spellings.get(word) ?? word));
    const weights = new Map(own.map((term) => [term, rarity.of(term)]));
    subjects.push({ language, wants: answerTypeOf(question, packs), terms: weights });
    yield;
  }
  return subjects;
}
