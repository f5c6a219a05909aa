import type { Person } from "../article/article.ts";
import type { NamedPerson } from "../search/question.ts";
import type { SpeechForms } from "./vocabulary/vocabulary.ts";

/**
 * What is left of a question that asks who says something ("" for "who says that?"), or `undefined`
 * where a question asks for something else.
 */
export function askedOfSpeaker(question: string, forms: SpeechForms): string | undefined {
  const match = forms.asksForSpeaker.exec(question);
  return match ? question.slice(match[0].length).replace(/^[\s,:]+|[\s?!.]+$/gu, "") : undefined;
}

/** Whose words or thoughts a question is about: "What does A say about B?" is about A's. */
export function speakerAskedAbout(
  question: string,
  mentions: readonly NamedPerson[],
  forms: SpeechForms,
): Person | undefined {
  return speakerMention(question, mentions, forms)?.person;
}

/** Where that person is named. */
export function speakerMention(
  question: string,
  mentions: readonly NamedPerson[],
  { isSpeaker }: SpeechForms,
): NamedPerson | undefined {
  return mentions.find(({ start, end }) =>
    isSpeaker(question.slice(0, start), question.slice(start, end), question.slice(end)),
  );
}
