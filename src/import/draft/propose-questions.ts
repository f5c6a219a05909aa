import type { Article, Passage, Person, Section } from "../../article/article.ts";
import { voicesIn } from "../../article/voices.ts";
import { languageOfCode } from "../../languages/language.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { wordsIn } from "../../text/words.ts";
import { plainField } from "./plain-field.ts";

/** Tells whether the bot answers a question with passages of an article, and of a section if one is named. */
export type AnswersOf = (article: Article) => (question: string, section?: Section) => boolean;

/** As many as readers see with /start. */
const MAX_QUESTIONS = 4;
const MAX_SAID = 2;
const QUESTION = /\?$/u;

/** Longer headings are what an interviewer says. */
const MAX_QUESTION = 90;
/** "Q: What is next?" */
const LABEL = /^(?:Q|Question|В|Вопрос|Питання|Запитання) ?[:.] ?/u;
const SEVERAL_SENTENCES = /[.!?…] /u;

type Candidate = { readonly question: string; readonly section?: Section };

/** Questions that an article answers, proved by asking them: its own headings, who says what, who is who. */
export function proposeQuestions(
  article: Article,
  pack: LanguagePack,
  answersOf: AnswersOf,
): string[] {
  const candidates = [...article.sections.flatMap(headingOf), ...ownCandidates(article, pack)];
  if (candidates.length === 0) return [];
  const isAnswered = answersOf(article);
  const proved = new Set<string>();
  for (const { question, section } of candidates) {
    if (proved.size === MAX_QUESTIONS) break;
    const asked = plainField(question);
    const canBeRead = asked !== undefined && !pack.hangingStart.test(asked);
    if (canBeRead && isAnswered(asked, section)) proved.add(asked);
  }
  return [...proved];
}

/** A heading that asks something, with its section, which has to have the answer. */
function headingOf(section: Section): Candidate[] {
  const question = (section.heading ?? "").replace(LABEL, "");
  const isShort = question.length <= MAX_QUESTION && !SEVERAL_SENTENCES.test(question);
  return isShort && QUESTION.test(question) ? [{ question, section }] : [];
}

function ownCandidates(article: Article, { ownQuestions, terms }: LanguagePack): Candidate[] {
  if (!ownQuestions || languageOfCode(article.language) === undefined) return [];
  const speakers = speakersOf(article).filter(({ name }) => isProperName(name, terms));
  // What "UK" or "Daily" says is seldom what readers want to know, and seldom theirs.
  const known = speakers.filter(
    ({ name, capacity }) => capacity !== undefined || name.includes(" "),
  );
  const described = speakers.filter(({ capacity }) => capacity !== undefined);
  return [
    ...known.slice(0, MAX_SAID).map(({ name }) => ({ question: ownQuestions.says(name) })),
    ...described.map(({ name }) => ({ question: ownQuestions.whoIs(name) })),
  ];
}

const CAPITAL_OR_DIGIT = /^[\p{Lu}\p{N}]/u;

/** "Tobias Renn", "Holm Lines", and not "the company": a question about it would not say which. */
function isProperName(name: string, terms: LanguagePack["terms"]): boolean {
  const [first = "", ...others] = wordsIn(name).map(({ text }) => text);
  if (!CAPITAL_OR_DIGIT.test(first) || terms.isStopWord(first)) return false;
  return others.every((word) => CAPITAL_OR_DIGIT.test(word) || terms.isStopWord(word));
}

/** Those who speak where import is sure of it, whoever says most first. */
function speakersOf({ sections, source }: Article): Person[] {
  const lengths = new Map<Person, number>();
  for (const passage of sections.flatMap(({ passages }) => passages)) {
    if (needsReview(passage)) continue;
    for (const { speaker, ranges } of voicesIn(passage)) {
      if (!speaker || speaker === source.publisher) continue;
      const length = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
      lengths.set(speaker, (lengths.get(speaker) ?? 0) + length);
    }
  }
  return [...lengths].toSorted(([, one], [, other]) => other - one).map(([person]) => person);
}

function needsReview({ spans = [], ...passage }: Passage): boolean {
  return [passage, ...spans].some((one) => one.needsReview === true);
}
