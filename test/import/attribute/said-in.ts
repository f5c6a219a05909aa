import { attributeSpeech } from "../../../src/import/attribute/attribute-speech.ts";
import type { Language } from "../../../src/languages/language.ts";

/** By sentence: who says it, by name, and in whose words. */
export function saidIn(language: Language, ...paragraphs: readonly string[]) {
  const { people, passages } = attributeSpeech(paragraphs, language);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return passages.flatMap(({ sentences }) =>
    sentences.map(({ speaker, quoted }) => [speaker === null ? null : names.get(speaker), quoted]),
  );
}
