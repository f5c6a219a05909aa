import type { Article, Passage } from "../../article/article.ts";
import { hasSeveralSpeakers } from "../../article/voices.ts";
import type { Steps } from "../../languages/steps.ts";
import { growing32 } from "./growing.ts";
import { speakersIn } from "./indexed-passage.ts";
import { startIn } from "./passage-pool.ts";

/**
 * Where the passages of some articles are, and what is asked about many of them at once. As numbers: most articles of a
 * collection are not read before a question finds one of their passages.
 */
export type Layout = {
  /** By article: the number of its sections, and bits of MARK. */
  readonly sections: Int32Array;
  readonly marks: Uint8Array;
  /** By section of all articles: the number of its passages. */
  readonly sizes: Int32Array;
  /** Numbers of the passages that are key facts. */
  readonly keyFacts: Int32Array;
};

/** Bits. */
export const MARK = {
  /** An editor has marked it up. */
  byEditor: 1,
  severalSpeakers: 2,
};

export function* layOut(articles: readonly Article[]): Steps<Layout> {
  const sizes = growing32();
  const keyFacts = growing32();
  let number = 0;
  for (const { sections } of articles) {
    for (const { passages } of sections) {
      sizes.push(passages.length);
      for (const passage of passages) {
        if (isKeyFact(passage)) keyFacts.push(number);
        number += 1;
      }
    }
    yield;
  }
  return {
    sections: Int32Array.from(articles, ({ sections }) => sections.length),
    marks: Uint8Array.from(articles, marksOf),
    sizes: sizes.toArray(),
    keyFacts: keyFacts.toArray(),
  };
}

/** Marked by an editor, or given a lead: the fact in a few words. */
export function isKeyFact({ isKeyFact: isMarked, lead }: Passage): boolean {
  return isMarked || lead !== undefined;
}

function marksOf(article: Article): number {
  const byEditor = isByEditor(article) ? MARK.byEditor : 0;
  return byEditor | (hasSeveralSpeakers(article) ? MARK.severalSpeakers : 0);
}

/** Leads and keywords are what only an editor writes. */
function isByEditor({ sections }: Article): boolean {
  return sections.some(({ passages }) =>
    passages.some(({ lead, keywords }) => lead !== undefined || keywords.length > 0),
  );
}

/** Who speaks in each passage, as numbers of people. `ends`: by passage, where its part ends. */
export type SpeakersRecord = { readonly ends: Int32Array; readonly people: Int32Array };

export function* recordSpeakers(
  articles: readonly Article[],
  numbers: ReadonlyMap<string, number>,
): Steps<SpeakersRecord> {
  const ends = growing32();
  const people = growing32();
  for (const { sections } of articles) {
    for (const { passages } of sections) {
      for (const passage of passages) {
        for (const id of speakersIn(passage)) {
          const number = numbers.get(id);
          if (number !== undefined) people.push(number);
        }
        ends.push(people.length());
      }
    }
    yield;
  }
  return { ends: ends.toArray(), people: people.toArray() };
}

/** Ids of everybody who speaks in a passage, by its number. */
export function openSpeakers(
  { ends, people }: SpeakersRecord,
  personOf: (number: number) => string,
): (number: number) => readonly string[] {
  return (number) => {
    const own = people.subarray(startIn(ends, number), ends[number] ?? 0);
    return Array.from(own, personOf);
  };
}
