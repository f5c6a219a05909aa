import type { ResolvedContext } from "./resolve-context.ts";
import type { FollowUpForms } from "../../languages/language-pack.ts";

/** A question with what it leaves out put in from what was said before. */
export type FollowUp = {
  readonly text: string;
  /** What was said before, where the question builds on it. */
  readonly background?: string;
  /** "When?": a question word, asked of what was said before. */
  readonly isBare?: boolean;
  /** No more than an "and" ties it to what was said before: it may as well be a new topic. */
  readonly isLoose?: boolean;
};

/** Holds more words than are looked for. */
const LONGEST_BACKGROUND = 1000;

/** Reads a question in the light of what was said before; with nothing before, as it stands. */
export function resolveFollowUp(
  typed: string,
  before: ResolvedContext,
  forms: FollowUpForms,
): FollowUp {
  const { person, passage } = before;
  // Words that were quoted had no question: what they say is what is spoken of.
  const question = before.isQuoted
    ? passage?.passage.text.slice(0, LONGEST_BACKGROUND)
    : before.question;
  const text = person
    ? typed
        .replace(forms.whoIsIt, person.name)
        .replaceAll(forms.personalPronoun, (pronoun) => forms.nameFor(pronoun, person.name))
    : typed;
  const isBare = forms.bareQuestion.test(typed);
  const isTied = text !== typed || forms.otherPronoun.test(typed) || isBare;
  const said = passage && question;
  if (said === undefined || !(isTied || forms.continues.test(typed))) return { text };
  return { text, background: said, isBare, isLoose: !isTied };
}
