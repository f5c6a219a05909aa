import type { Person } from "../../article/article.ts";
import type { SpeechForms } from "../../languages/language-pack.ts";
import type { NamedPerson } from "../../search/query/query-words.ts";

/** Whose words or thoughts a question asks for: "What does A say about B?" asks for A's. */
export function speakerAskedAbout(
  question: string,
  mentions: readonly NamedPerson[],
  forms: SpeechForms,
): Person | undefined {
  return speakerMention(question, mentions, forms)?.person;
}

/** A speaker is recognised by the words around the name; the limit keeps questions with many names fast. */
const BESIDE_NAME = 100;

/** The mention of that person in the question. */
export function speakerMention(
  question: string,
  mentions: readonly NamedPerson[],
  { isSpeaker }: SpeechForms,
): NamedPerson | undefined {
  return mentions.find(({ start, end }) =>
    isSpeaker(
      question.slice(Math.max(0, start - BESIDE_NAME), start),
      question.slice(start, end),
      question.slice(end, end + BESIDE_NAME),
    ),
  );
}

/** The look-behind makes the search start once per run of marks, not at each mark. */
const MARKS_AROUND = /^[\s,:]+|(?<![\s?!.])[\s?!.]+$/gu;

/**
 * The statement whose speaker a question asks for: empty for "who says that?", `undefined` for any other
 * question.
 */
export function statementAskedAbout(question: string, forms: SpeechForms): string | undefined {
  const match = forms.asksForSpeaker.exec(question);
  return match ? question.slice(match[0].length).replace(MARKS_AROUND, "") : undefined;
}
