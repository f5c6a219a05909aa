import type { Person } from "../../article/article.ts";
import type { NamedPerson } from "../../search/query/parse-query.ts";
import type { SpeechForms } from "../../languages/language-pack.ts";

/** The look-behind starts the search once a run, not at each of its marks. */
const AROUND_WORDS = /^[\s,:]+|(?<![\s?!.])[\s?!.]+$/gu;

/**
 * What is left of a question that asks who says something ("" for "who says that?"), or `undefined`
 * where a question asks for something else.
 */
export function askedOfSpeaker(question: string, forms: SpeechForms): string | undefined {
  const match = forms.asksForSpeaker.exec(question);
  return match ? question.slice(match[0].length).replace(AROUND_WORDS, "") : undefined;
}

/** Whose words or thoughts a question is about: "What does A say about B?" is about A's. */
export function speakerAskedAbout(
  question: string,
  mentions: readonly NamedPerson[],
  forms: SpeechForms,
): Person | undefined {
  return speakerMention(question, mentions, forms)?.person;
}

/** What tells a speaker stands beside the name; with many names, all before each would be read again. */
const BESIDE_NAME = 100;

/** Where that person is named. */
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
