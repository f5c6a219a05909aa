import type { Steps } from "../../languages/steps.ts";
import type { Column } from "./column.ts";
import { startIn, type OpenedPool, type PassagePool } from "./passage-pool.ts";
import type { RecordedArticle } from "./recorded-part.ts";

/** By number in the part: the number in the whole, or NONE as long as it has none. */
export type PartNumbering = {
  readonly terms: Int32Array;
  readonly words: Int32Array;
  readonly people: Int32Array;
};

/** An article, with its passages in the part from `from` up to but not including `to`. */
export type NumberedArticle = RecordedArticle & {
  readonly from: number;
  readonly to: number;
  readonly numbering: PartNumbering;
};

type Ends = (pool: OpenedPool) => Int32Array;
type Numbered = (pool: OpenedPool) => Column<Int32Array>;

/** From passages to what is recorded of them: `ends` of each level. */
type Path = readonly Ends[];

const BY_PASSAGE: Path = [];
const BY_TERM: Path = [({ termEnds }) => termEnds];
const BY_ADDED: Path = [({ addedEnds }) => addedEnds];
const BY_CONTEXT: Path = [({ contextEnds }) => contextEnds];
const BY_MENTION: Path = [({ mentionEnds }) => mentionEnds];
const BY_MEANT: Path = [({ meantEnds }) => meantEnds];
const BY_VOICE_OF_TERM: Path = [({ voiceOfTermEnds }) => voiceOfTermEnds];
const BY_VOICE: Path = [({ voiceEnds }) => voiceEnds];
const BY_VOICE_NAME: Path = [...BY_VOICE, ({ voiceNameEnds }) => voiceNameEnds];

/** The arrays of term ids, in the order in which a passage is recorded. */
export const TERMS: readonly { readonly values: Numbered; readonly path: Path }[] = [
  { values: ({ terms }) => terms, path: BY_TERM },
  { values: ({ addedTerms }) => addedTerms, path: BY_ADDED },
  { values: ({ contextTerms }) => contextTerms, path: BY_CONTEXT },
  { values: ({ meantTerms }) => meantTerms, path: BY_MEANT },
  { values: ({ voiceNames }) => voiceNames, path: BY_VOICE_NAME },
];

/** Where what is recorded of some passages begins and ends. */
export function rangeIn(pool: OpenedPool, from: number, to: number, path: Path): [number, number] {
  let range: [number, number] = [from, to];
  for (const ends of path) range = [startIn(ends(pool), range[0]), startIn(ends(pool), range[1])];
  return range;
}

type Values = Int32Array | Uint16Array | Uint8Array;

const int32 = (length: number) => new Int32Array(length);
const int16 = (length: number) => new Uint16Array(length);
const int8 = (length: number) => new Uint8Array(length);

export function* mergePools(sources: readonly NumberedArticle[]): Steps<PassagePool> {
  /** Values as they are. */
  function* copied<Kind extends Values>(
    create: (length: number) => Kind,
    values: (pool: OpenedPool) => Column<Kind>,
    path: Path,
  ): Steps<Kind> {
    const ranges = sources.map(({ part, from, to }) => rangeIn(part.pool, from, to, path));
    const all = create(ranges.reduce((sum, [from, to]) => sum + to - from, 0));
    let next = 0;
    for (const [number, { part }] of sources.entries()) {
      const own = values(part.pool).subarray(...(ranges[number] ?? [0, 0]));
      all.set(own, next);
      next += own.length;
      yield;
    }
    return all;
  }

  /** Values as `change` makes them. */
  function* changed(
    values: Numbered,
    path: Path,
    change: (source: NumberedArticle) => (value: number) => number,
  ): Steps<Int32Array> {
    const all = yield* copied(int32, values, path);
    let next = 0;
    for (const source of sources) {
      const [from, to] = rangeIn(source.part.pool, source.from, source.to, path);
      const end = next + to - from;
      const changeOne = change(source);
      for (; next < end; next += 1) all[next] = changeOne(all[next] ?? 0);
      yield;
    }
    return all;
  }
  const numbered = (values: Numbered, path: Path, of: "terms" | "people") =>
    changed(
      values,
      path,
      ({ numbering }) =>
        (own) =>
          numbering[of][own] ?? 0,
    );

  /** Ends in what `target` leads to. */
  function ends(values: Ends, path: Path, target: Path): Steps<Int32Array> {
    let before = 0;
    return changed(values, path, ({ part, from, to }) => {
      const [first, end] = rangeIn(part.pool, from, to, target);
      const offset = before - first;
      before += end - first;
      return (own) => own + offset;
    });
  }

  return {
    lengths: yield* copied(int32, ({ lengths }) => lengths, BY_PASSAGE),
    sentences: yield* copied(int16, ({ sentences }) => sentences, BY_PASSAGE),
    termEnds: yield* ends(({ termEnds }) => termEnds, BY_PASSAGE, BY_TERM),
    terms: yield* numbered(({ terms }) => terms, BY_TERM, "terms"),
    classes: yield* copied(int16, ({ classes }) => classes, BY_TERM),
    sentenceOf: yield* copied(int8, ({ sentenceOf }) => sentenceOf, BY_TERM),
    addedEnds: yield* ends(({ addedEnds }) => addedEnds, BY_PASSAGE, BY_ADDED),
    addedTerms: yield* numbered(({ addedTerms }) => addedTerms, BY_ADDED, "terms"),
    addedFirst: yield* copied(int32, ({ addedFirst }) => addedFirst, BY_ADDED),
    addedLast: yield* copied(int32, ({ addedLast }) => addedLast, BY_ADDED),
    headingEnds: yield* ends(({ headingEnds }) => headingEnds, BY_PASSAGE, BY_CONTEXT),
    contextEnds: yield* ends(({ contextEnds }) => contextEnds, BY_PASSAGE, BY_CONTEXT),
    contextTerms: yield* numbered(({ contextTerms }) => contextTerms, BY_CONTEXT, "terms"),
    mentionEnds: yield* ends(({ mentionEnds }) => mentionEnds, BY_PASSAGE, BY_MENTION),
    mentioned: yield* numbered(({ mentioned }) => mentioned, BY_MENTION, "people"),
    mentionSentences: yield* copied(int8, (pool) => pool.mentionSentences, BY_MENTION),
    mentionVoices: yield* copied(int32, ({ mentionVoices }) => mentionVoices, BY_MENTION),
    meantEnds: yield* ends(({ meantEnds }) => meantEnds, BY_PASSAGE, BY_MEANT),
    meantTerms: yield* numbered(({ meantTerms }) => meantTerms, BY_MEANT, "terms"),
    meantSentences: yield* copied(int8, ({ meantSentences }) => meantSentences, BY_MEANT),
    voiceOfTermEnds: yield* ends((pool) => pool.voiceOfTermEnds, BY_PASSAGE, BY_VOICE_OF_TERM),
    voiceOfTerm: yield* copied(int8, ({ voiceOfTerm }) => voiceOfTerm, BY_VOICE_OF_TERM),
    voiceEnds: yield* ends(({ voiceEnds }) => voiceEnds, BY_PASSAGE, BY_VOICE),
    voiceNameEnds: yield* ends(({ voiceNameEnds }) => voiceNameEnds, BY_VOICE, BY_VOICE_NAME),
    voiceNames: yield* numbered(({ voiceNames }) => voiceNames, BY_VOICE_NAME, "terms"),
  };
}
