import type { AttributedSpan, Attribution, Passage, Person } from "../article/article.ts";

/** A person of the text by number, or somebody else; `undefined` for nobody. */
type StoredPerson = number | Person | undefined;

type StoredAttribution<Own extends Attribution> = Omit<Own, "speaker"> & {
  readonly speaker: StoredPerson;
};

/** A passage that is stored apart from the people of its text. */
export type StoredPassage = Omit<StoredAttribution<Passage>, "spans"> & {
  readonly spans?: readonly StoredAttribution<AttributedSpan>[];
};

/** `people`: those of its text, in whose place their numbers are stored. */
export function withNumbers(passage: Passage, people: readonly Person[]): StoredPassage {
  const toStored = <Own extends Attribution>(own: Own): StoredAttribution<Own> => {
    const number = own.speaker ? people.indexOf(own.speaker) : -1;
    return { ...own, speaker: number < 0 ? own.speaker : number };
  };
  const { spans, ...rest } = passage;
  return { ...toStored(rest), ...(spans && { spans: spans.map(toStored) }) };
}

/** The same people stay the same objects. Of JSON, where `undefined` is left out, too. */
export function withSpeakers(stored: StoredPassage, people: readonly Person[]): Passage {
  const speakerOf = ({ speaker }: { readonly speaker?: StoredPerson }) =>
    typeof speaker === "number" ? people[speaker] : speaker;
  // In Node 20, to spread objects of this size takes several times as long as to read them.
  const spans = stored.spans?.map((span) => Object.assign({}, span, { speaker: speakerOf(span) }));
  return Object.assign({}, stored, { speaker: speakerOf(stored) }, spans && { spans });
}
