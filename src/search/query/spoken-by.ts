import { voicesIn } from "../../article/voices.ts";
import { NO_VOICE, type IndexedPassage, type VoicesRecord } from "../index/indexed-passage.ts";

/**
 * A passage as no more than what one of the people says in it: what others say there is no statement
 * of theirs, and what editors add is about the words of whose passage it is. `undefined` where they
 * say nothing.
 */
export function spokenBy(shelved: IndexedPassage, person: string): IndexedPassage | undefined {
  const { speakers, passage, voices } = shelved;
  if (!speakers.includes(person)) return undefined;
  if (!voices) return { ...shelved, by: person };

  const theirs = new Set<number | undefined>();
  for (const [number, { speaker }] of voicesIn(passage).entries()) {
    if (speaker?.id === person) theirs.add(number);
  }
  if (passage.speaker?.id === person) theirs.add(NO_VOICE);
  return { ...shelved, ...keepOnly(theirs, shelved, voices), speakers: [person], by: person };
}

type Words = Pick<
  IndexedPassage,
  "terms" | "classes" | "sentenceOf" | "length" | "contextTerms" | "personMentions"
>;

function keepOnly(
  theirs: ReadonlySet<number | undefined>,
  { terms, classes, sentenceOf, heading, personMentions }: IndexedPassage,
  { ofTerm, names }: VoicesRecord,
): Words {
  const isTheirs = (_: number, at: number) => theirs.has(ofTerm[at]);
  const contextTerms = names.flatMap((ids, voice) => (theirs.has(voice) ? [...ids] : []));
  return {
    terms: terms.filter(isTheirs),
    classes: classes.filter(isTheirs),
    sentenceOf: sentenceOf.filter(isTheirs),
    length: ofTerm.filter((voice) => voice !== NO_VOICE && theirs.has(voice)).length,
    contextTerms: Int32Array.from(new Set([...heading, ...contextTerms])),
    personMentions: personMentions.filter(({ voice }) => theirs.has(voice)),
  };
}
