import { slugify } from "../article/slug.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { inLatinLetters } from "../languages/romanised.ts";
import type { AttributedSpeech } from "./attribute/attribute-speech.ts";

/** The same speech with ids that an editor can read: `lena-forsberh` for “Лена Форсберг”, which has no Latin letter. */
export function withLatinIds(
  { people, passages }: AttributedSpeech,
  { romanisation }: LanguagePack,
): AttributedSpeech {
  if (romanisation === undefined) return { people, passages };
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of people) {
    const derived = slugify(inLatinLetters(name, romanisation));
    let free = derived;
    for (let count = 2; taken.has(free); count += 1) free = `${derived}-${count}`;
    taken.add(free);
    ids.set(id, free);
  }
  const renamed = <Said extends { readonly speaker: string | null }>(said: Said): Said => ({
    ...said,
    speaker: said.speaker === null ? null : (ids.get(said.speaker) ?? said.speaker),
  });
  return {
    people: people.map((person) => ({ ...person, id: ids.get(person.id) ?? person.id })),
    passages: passages.map((passage) => ({
      ...renamed(passage),
      sentences: passage.sentences.map(renamed),
    })),
  };
}
