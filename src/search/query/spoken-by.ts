import { voicesIn } from "../../article/voices.ts";
import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import {
  NO_VOICE,
  type AddedTermsRecord,
  type IndexedPassage,
  type VoicesRecord,
} from "../index/indexed-passage.ts";

/**
 * A passage reduced to what one person says in it, without other people's words; what editors add belongs
 * to the passage's own speaker. `undefined` if the person says nothing.
 */
export function spokenBy(indexed: IndexedPassage, person: string): IndexedPassage | undefined {
  const { speakers, passage, voices } = indexed;
  if (!speakers.includes(person)) return undefined;
  if (!voices) return { ...indexed, by: person };

  const own = new Set<number | undefined>();
  for (const [number, { speaker }] of voicesIn(passage).entries()) {
    if (speaker?.id === person) own.add(number);
  }
  if (passage.speaker?.id === person) own.add(NO_VOICE);
  return { ...indexed, ...keepOnly(own, indexed, voices), speakers: [person], by: person };
}

type Words = Pick<
  IndexedPassage,
  "terms" | "classes" | "added" | "length" | "contextTerms" | "personMentions"
>;

/** The number of no term: where others' words stand. */
export const NO_TERM = -1;

/** What others say is blanked out rather than taken out, so that every word stays where it is in the text. */
function keepOnly(
  own: ReadonlySet<number | undefined>,
  { terms, classes, added, heading, personMentions }: IndexedPassage,
  { ofTerm, names }: VoicesRecord,
): Words {
  const isOwn = (at: number) => own.has(ofTerm[at]);
  const contextTerms = names.flatMap((ids, voice) => (own.has(voice) ? [...ids] : []));
  return {
    terms: terms.map((term, at) => (isOwn(at) ? term : NO_TERM)),
    classes: classes.map((bits, at) => (isOwn(at) ? bits : TOKEN_CLASS.stopWord)),
    added: keepAdded(added, isOwn),
    length: ofTerm.filter((voice) => voice !== NO_VOICE && own.has(voice)).length,
    contextTerms: Int32Array.from(new Set([...heading, ...contextTerms])),
    personMentions: personMentions.filter(({ voice }) => own.has(voice)),
  };
}

/** The added terms whose words are all kept. */
function keepAdded(
  { terms, first, last }: AddedTermsRecord,
  isOwn: (at: number) => boolean,
): AddedTermsRecord {
  const isKept = (_: number, number: number) => {
    for (let at = first[number] ?? 0; at <= (last[number] ?? 0); at += 1) {
      if (!isOwn(at)) return false;
    }
    return true;
  };
  return { terms: terms.filter(isKept), first: first.filter(isKept), last: last.filter(isKept) };
}
