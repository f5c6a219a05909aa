import type { FollowUpForms } from "../../languages/language-pack.ts";
import type { ResolvedContext } from "./resolve-context.ts";

/** A question with its pronouns resolved, and the earlier words that it builds on. */
export type FollowUp = {
  readonly text: string;
  /** The earlier words that a follow-up builds on; missing for an independent question. */
  readonly background?: string;
  /** What the reader says beside a question that leans on it. */
  readonly said?: string;
  /** "When?": a question word alone. */
  readonly isBare?: boolean;
  /** Only an "and" ties it to the earlier turns: it may just as well be a new topic. */
  readonly isLoose?: boolean;
};

/** More text than a search makes use of. */
const MAX_BACKGROUND_LENGTH = 1000;

/** Replaces pronouns with the person they mean, and tells a follow-up from an independent question. */
export function resolveFollowUp(
  question: string,
  {
    person,
    passage,
    isQuoted,
    question: earlier,
    said,
  }: ResolvedContext & { said?: string | undefined },
  forms: FollowUpForms,
): FollowUp {
  const text = person
    ? question
        .replace(forms.whoIsIt, person.name)
        .replaceAll(forms.personalPronoun, (pronoun) => forms.nameFor(pronoun, person.name))
    : question;
  const isBare = forms.bareQuestion.test(question);
  const isTied = text !== question || forms.otherPronoun.test(question) || isBare;
  // A quotation has no question: its own words are the background.
  const leansOn = isTied && said !== undefined ? { said } : {};
  const background = isQuoted ? passage?.passage.text.slice(0, MAX_BACKGROUND_LENGTH) : earlier;
  if (!passage || !background || !(isTied || forms.continues.test(question)))
    return { text, ...leansOn };
  return { text, background, isBare: isBare && said === undefined, isLoose: !isTied, ...leansOn };
}
