import { voicesIn } from "../../article/voices.ts";
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
  "terms" | "classes" | "sentenceOf" | "added" | "length" | "contextTerms" | "personMentions"
>;

function keepOnly(
  own: ReadonlySet<number | undefined>,
  { terms, classes, sentenceOf, added, heading, personMentions }: IndexedPassage,
  { ofTerm, names }: VoicesRecord,
): Words {
  const isOwn = (_: number, at: number) => own.has(ofTerm[at]);
  const contextTerms = names.flatMap((ids, voice) => (own.has(voice) ? [...ids] : []));
  return {
    terms: terms.filter(isOwn),
    classes: classes.filter(isOwn),
    sentenceOf: sentenceOf.filter(isOwn),
    added: keepAdded(added, ofTerm, own),
    length: ofTerm.filter((voice) => voice !== NO_VOICE && own.has(voice)).length,
    contextTerms: Int32Array.from(new Set([...heading, ...contextTerms])),
    personMentions: personMentions.filter(({ voice }) => own.has(voice)),
  };
}

/** The added terms whose words are all kept, at the positions that these have then. */
function keepAdded(
  { terms, first, last }: AddedTermsRecord,
  ofTerm: Uint8Array,
  own: ReadonlySet<number | undefined>,
): AddedTermsRecord {
  const keptBefore = [0];
  for (const voice of ofTerm) keptBefore.push((keptBefore.at(-1) ?? 0) + (own.has(voice) ? 1 : 0));
  const movedTo = (at: number) => keptBefore[at] ?? 0;
  const isKept = (_: number, number: number) => {
    const [from, upTo] = [first[number] ?? 0, (last[number] ?? 0) + 1];
    return movedTo(upTo) - movedTo(from) === upTo - from;
  };
  return {
    terms: terms.filter(isKept),
    first: first.filter(isKept).map(movedTo),
    last: last.filter(isKept).map(movedTo),
  };
}
