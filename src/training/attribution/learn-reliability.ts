import type { Reliability } from "../../import/attribute/confidence-of.ts";
import { findSpeakers, IS_SPOKEN } from "../../import/attribute/people/find-speakers.ts";
import type { Way } from "../../import/attribute/people/speaker-of.ts";
import type { WeighedSentence } from "../../import/attribute/tagging/weigh-sentences.ts";
import type { WordTests } from "../../import/attribute/word-lists.ts";
import type { Lesson } from "./learn-attribution.ts";

/** A sentence that somebody is said to say. */
export type Attributed = {
  /** Its number among all sentences. */
  readonly place: number;
  readonly spoken: number;
  readonly way: Way;
  /** Whether somebody else says it. */
  readonly isSpoken: boolean;
  /** Whether the right one does; nobody knows of a speaker that is only a pronoun. */
  readonly isRight: boolean | undefined;
};

/** What is proposed for articles marked by hand, and whether that is right. */
export function attributedIn(
  lessons: readonly Lesson[],
  weighed: readonly (readonly WeighedSentence[])[],
  words: WordTests,
): Attributed[] {
  let place = -1;
  return lessons.flatMap((lesson, article) =>
    findSpeakers(weighed[article] ?? [], words).flatMap(
      ({ spoken, speaker }, number): Attributed[] => {
        place += 1;
        if (!speaker) return [];
        const marked = lesson[number]?.speaker;
        const { name, capacity = "", aliases } = speaker.figure;
        const called = [name, capacity, ...aliases].join(" ");
        const isRight = marked === undefined ? undefined : shareWord(marked, called);
        return [{ place, spoken, way: speaker.way, isSpoken: marked !== undefined, isRight }];
      },
    ),
  );
}

/** Of what no editor has to look at, so much is to be somebody's words indeed. */
const PRECISION = 0.94;
const STEP = 0.01;

export function learnReliability(attributed: readonly Attributed[]): Reliability {
  const share = (way: Way) => rightShare(attributed, way);
  const shares = {
    name: share("name"),
    role: share("role"),
    // Marked by hand as pronouns as well, so that nobody knows whom they mean; a neighbour is found in much the same way.
    pronoun: share("neighbour"),
    description: share("description"),
    neighbour: share("neighbour"),
    apart: share("apart"),
  };
  const reliability = { ...shares, certain: 0 };
  let certain = IS_SPOKEN;
  while (certain < 1 && precisionFrom(certain, attributed, reliability) < PRECISION)
    certain += STEP;
  return { ...shares, certain: Number(certain.toFixed(2)) };
}

function rightShare(attributed: readonly Attributed[], way: Way): number {
  const judged = attributed.filter((one) => one.way === way && one.isRight !== undefined);
  const right = judged.filter(({ isRight }) => isRight === true).length;
  return Number(((right + 1) / (judged.length + 2)).toFixed(3));
}

function precisionFrom(
  certain: number,
  attributed: readonly Attributed[],
  reliability: Reliability,
): number {
  const sure = attributed.filter(({ spoken, way }) => spoken * reliability[way] >= certain);
  return sure.filter(({ isSpoken }) => isSpoken).length / Math.max(1, sure.length);
}

const WORDS = /[\p{L}\p{N}]+/gu;
const NO_NAMES: ReadonlySet<string> = new Set(
  `the a an of and s mr mrs ms in for to at on his her its their
  he she they it who we i him them you that one`.split(/\s+/u),
);

/** As the measurement does: a word in common is enough. Undefined if the speaker is only a pronoun. */
function shareWord(marked: string, called: string): boolean | undefined {
  const wanted = wordsOf(marked);
  if (wanted.length === 0) return undefined;
  const given = new Set(wordsOf(called));
  return wanted.some((word) => given.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(WORDS) ?? []).filter((word) => !NO_NAMES.has(word));
}
