import type { Article, Person } from "../article/article.ts";
import type { Citation, Context } from "./answer.ts";
import { citationsOf } from "./citations.ts";
import type { FollowUpForms } from "./vocabulary/vocabulary.ts";

/** A question with what it leaves out put in from what was said before. */
export type FollowUp = {
  readonly text: string;
  /** What was said before, where the question builds on it. */
  readonly background?: string;
};

/** Reads a question in the light of what was said before; with nothing before, as it stands. */
export function readFollowUp(typed: string, before: Remembered, forms: FollowUpForms): FollowUp {
  const { person, passage } = before;
  // Words that were quoted had no question: what they say is what is spoken of.
  const question = before.isQuoted ? passage?.passage.text : before.question;
  const text = person
    ? typed.replaceAll(forms.personalPronoun, (pronoun) => forms.nameFor(pronoun, person.name))
    : typed;
  const isBare = forms.bareQuestion.test(typed);
  const refersBack =
    text !== typed || forms.otherPronoun.test(typed) || forms.continues.test(typed) || isBare;

  const said = passage && (isBare ? `${question ?? ""} ${passage.passage.text}` : question);
  return refersBack && said !== undefined ? { text, background: said } : { text };
}

/** A context with its ids looked up; ids of what is gone are forgotten. */
export type Remembered = {
  readonly article?: Article;
  readonly question?: string;
  readonly passage?: Citation;
  readonly person?: Person;
  readonly isQuoted?: boolean;
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
    ...(passage && context.isQuoted && { isQuoted: true }),
  };
}
