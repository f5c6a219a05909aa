import type { Article, Person } from "../article/article.ts";
import type { Citation, Context } from "./answer.ts";
import { citationsOf } from "./citations.ts";

/** A question with what it leaves out put in from what was said before. */
export type FollowUp = {
  readonly text: string;
  /** What was said before, where the question builds on it. */
  readonly background?: string;
};

const PERSONAL_PRONOUN = /\b(?:he|him|his|she|her)\b/giu;
const POSSESSIVE_PRONOUN = /^(?:his|her)$/iu;
const OTHER_PRONOUN = /\b(?:it|its|this|that|these|those|they|them|their|there|then)\b/iu;
const CONTINUES = /^(?:and|but|so|also|what about|how about|then)\b/iu;
/** "When?", "why so?": a question word with nothing to ask it of. */
const BARE_QUESTION =
  /^(?:and |but |so )?(?:who|when|where|why|how|how many|how long|whom)(?: exactly| so)?\W*$/iu;

/** Reads a question in the light of what was said before; with nothing before, as it stands. */
export function readFollowUp(typed: string, { person, passage, question }: Remembered): FollowUp {
  const text = person
    ? typed.replaceAll(PERSONAL_PRONOUN, (pronoun) => nameFor(pronoun, person))
    : typed;
  const isBare = BARE_QUESTION.test(typed);
  const refersBack = text !== typed || OTHER_PRONOUN.test(typed) || CONTINUES.test(typed) || isBare;

  const said = passage && (isBare ? `${question ?? ""} ${passage.passage.text}` : question);
  return refersBack && said !== undefined ? { text, background: said } : { text };
}

/** A context with its ids looked up; ids of what is gone are forgotten. */
export type Remembered = {
  readonly article?: Article;
  readonly question?: string;
  readonly passage?: Citation;
  readonly person?: Person;
};

export function remember(context: Context, articles: readonly Article[]): Remembered {
  const article = articles.find(({ slug }) => slug === context.article);
  if (!article) return {};

  const passage = citationsOf(article).find((one) => one.passage.id === context.passage);
  const person = article.people.find(({ id }) => id === context.person);
  return {
    article,
    ...(context.question !== undefined && { question: context.question }),
    ...(passage && { passage }),
    ...(person && { person }),
  };
}

function nameFor(pronoun: string, { name }: Person): string {
  return POSSESSIVE_PRONOUN.test(pronoun) ? `${name}'s` : name;
}
