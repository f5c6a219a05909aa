import { voicesIn } from "../../article/voices.ts";
import { NO_VOICE, type ShelvedPassage, type VoicesRecord } from "../index/shelved-passage.ts";

/**
 * A passage as no more than what one of the people says in it: what others say there is no statement
 * of theirs, and what editors add is about the words of whose passage it is. `undefined` where they
 * say nothing.
 */
export function spokenBy(shelved: ShelvedPassage, person: string): ShelvedPassage | undefined {
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
  ShelvedPassage,
  "terms" | "kinds" | "sentenceOf" | "length" | "around" | "namings"
>;

function keepOnly(
  theirs: ReadonlySet<number | undefined>,
  { terms, kinds, sentenceOf, heading, namings }: ShelvedPassage,
  { ofTerm, names }: VoicesRecord,
): Words {
  const isTheirs = (_: number, at: number) => theirs.has(ofTerm[at]);
  const around = names.flatMap((ids, voice) => (theirs.has(voice) ? [...ids] : []));
  return {
    terms: terms.filter(isTheirs),
    kinds: kinds.filter(isTheirs),
    sentenceOf: sentenceOf.filter(isTheirs),
    length: ofTerm.filter((voice) => voice !== NO_VOICE && theirs.has(voice)).length,
    around: Int32Array.from(new Set([...heading, ...around])),
    namings: namings.filter(({ voice }) => theirs.has(voice)),
  };
}
