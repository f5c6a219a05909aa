import type { Article, Person } from "../../article/article.ts";
import { voicesIn } from "../../article/voices.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { wordsIn } from "../../text/words.ts";
import { plainField } from "./plain-field.ts";

/** Tells whether the bot answers a question with passages of an article. */
export type AnswersOf = (article: Article) => (question: string) => boolean;

/** As many as readers see with /start. */
const MAX_QUESTIONS = 4;
const MAX_SAID = 2;
const QUESTION = /\?$/u;

/** Questions that an article answers, proved by asking them: its own headings, who says what, who is who. */
export function proposeQuestions(
  article: Article,
  { ownQuestions, terms, hangingStart }: LanguagePack,
  answersOf: AnswersOf,
): string[] {
  const headings = article.sections.flatMap(({ heading = "" }) =>
    QUESTION.test(heading) && !hangingStart.test(heading) ? [heading] : [],
  );
  const speakers = speakersOf(article).filter(({ name }) => isProperName(name, terms));
  const candidates = ownQuestions
    ? [
        ...headings,
        ...speakers.slice(0, MAX_SAID).map(({ name }) => ownQuestions.says(name)),
        ...speakers
          .filter(({ capacity }) => capacity !== undefined)
          .map(({ name }) => ownQuestions.whoIs(name)),
      ]
    : headings;
  if (candidates.length === 0) return [];
  const isAnswered = answersOf(article);
  const proved: string[] = [];
  for (const question of new Set(candidates.flatMap((candidate) => plainField(candidate) ?? []))) {
    if (proved.length === MAX_QUESTIONS) break;
    if (isAnswered(question)) proved.push(question);
  }
  return proved;
}

const CAPITAL_OR_DIGIT = /^[\p{Lu}\p{N}]/u;

/** "Tobias Renn", "Holm Lines", and not "the company": a question about it would not say which. */
function isProperName(name: string, terms: LanguagePack["terms"]): boolean {
  const [first = "", ...others] = wordsIn(name).map(({ text }) => text);
  if (!CAPITAL_OR_DIGIT.test(first) || terms.isStopWord(first)) return false;
  return others.every((word) => CAPITAL_OR_DIGIT.test(word) || terms.isStopWord(word));
}

/** Those who speak, whoever says most first. */
function speakersOf({ sections, source }: Article): Person[] {
  const lengths = new Map<Person, number>();
  for (const passage of sections.flatMap(({ passages }) => passages)) {
    for (const { speaker, ranges } of voicesIn(passage)) {
      if (!speaker || speaker === source.publisher) continue;
      const length = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
      lengths.set(speaker, (lengths.get(speaker) ?? 0) + length);
    }
  }
  return [...lengths].toSorted(([, one], [, other]) => other - one).map(([person]) => person);
}
