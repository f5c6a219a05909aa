import { packFor } from "../languages/packs.ts";
import type { Steps } from "../languages/steps.ts";
import { foldWord, wordsIn } from "../text/words.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import { subjectsIn, type Subject } from "./subject.ts";

/** Answers whose questions have the same words. */
type Wording = { readonly question: string; readonly answers: RatedAnswer[] };
export type QuestionGroup = { readonly subject: Subject; readonly wordings: Wording[] };

/**
 * Answers in one language, grouped by what their questions ask for. Each question is compared only with a
 * group's most frequent wording, so a chain of similar questions cannot join different ones.
 */
export function* groupQuestions(answers: readonly RatedAnswer[]): Steps<QuestionGroup[]> {
  const wordings = yield* wordingsOf(answers);
  const language = answers[0]?.trace.language ?? "";
  const questions = wordings.map(({ question }) => question);
  const groups: QuestionGroup[] = [];
  const groupsByTerm = new Map<string, QuestionGroup[]>();

  const subjects = yield* subjectsIn(language, questions);
  for (const [number, subject] of subjects.entries()) {
    yield;
    const own = wordings.slice(number, number + 1);
    const candidates = termsToTry(subject).flatMap((term) => groupsByTerm.get(term) ?? []);
    const group = candidates.find((known) => isSimilar(known.subject, subject));
    if (group) {
      group.wordings.push(...own);
      continue;
    }
    const newGroup = { subject, wordings: own };
    groups.push(newGroup);
    for (const term of indexedTerms(subject)) {
      groupsByTerm.set(term, [...(groupsByTerm.get(term) ?? []), newGroup]);
    }
  }
  return groups;
}

/** Most frequent first; ties in the order they were asked. */
function* wordingsOf(answers: readonly RatedAnswer[]): Steps<Wording[]> {
  const wordings = new Map<string, Wording>();
  for (const answer of answers) {
    yield;
    const { question } = answer.trace;
    const words = wordsIn(question).map(({ text }) => foldWord(text));
    const wording = wordings.get(words.join(" ")) ?? { question, answers: [] };
    wording.answers.push(answer);
    wordings.set(words.join(" "), wording);
  }
  return [...wordings.values()].toSorted((one, other) => {
    return other.answers.length - one.answers.length;
  });
}

/** The key for questions without terms, such as "when?". */
const NO_TERM = "";

function indexedTerms({ terms }: Subject): string[] {
  return terms.size === 0 ? [NO_TERM] : [...terms.keys()];
}

function termsToTry(subject: Subject): string[] {
  const { near } = packFor(subject.language).terms;
  return indexedTerms(subject).flatMap((term) => [term, ...near(term)]);
}

/** Two questions that share this much of their weight ask the same thing. */
const MIN_SHARED_WEIGHT = 0.6;

function isSimilar(one: Subject, other: Subject): boolean {
  const isSameType = one.wants === other.wants;
  if (one.terms.size === 0 || other.terms.size === 0) {
    return isSameType && one.terms.size === other.terms.size;
  }
  if (!isSameType && one.wants !== "anything" && other.wants !== "anything") return false;

  const shared = weightShared(one, other) + weightShared(other, one);
  return (
    shared >= MIN_SHARED_WEIGHT * (weightOf(one.terms.values()) + weightOf(other.terms.values()))
  );
}

function weightShared({ terms, language }: Subject, other: Subject): number {
  const { near } = packFor(language).terms;
  const shared = [...terms].filter(([term]) =>
    [term, ...near(term)].some((same) => other.terms.has(same)),
  );
  return weightOf(shared.map(([, weight]) => weight));
}

function weightOf(weights: Iterable<number>): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}
