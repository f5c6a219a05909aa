import type { Range } from "../../text/ranges.ts";
import { readText, type Sentence } from "../../import/attribute/read-text.ts";
import { TAGS, type Tag } from "../../import/attribute/tagging/tags.ts";
import type { MarkedArticle, MarkedAttribution } from "./polnear.ts";

/** A sentence with what its tokens are marked as, and whether somebody else says it. */
export type MarkedSentence = {
  readonly sentence: Sentence;
  /** 1 for each token that is part of one. */
  readonly marks: Readonly<Record<Tag, Uint8Array>>;
  /** The words that name who says it, of the attribution that most of it belongs to. */
  readonly speaker: string | undefined;
};

/** A sentence is somebody's words if at least this share of its letters is, cue and speaker left out. */
const SPOKEN_SHARE = 0.5;

export function markedSentences({ paragraphs, attributions }: MarkedArticle): MarkedSentence[] {
  const texts = paragraphs.map(({ text }) => text);
  return readText(texts).map((sentence) => {
    /** Where the article has what is at an offset into the sentence. */
    const placeOf = (offset: number) => {
      const piece = sentence.pieces.findLast(({ from }) => from <= offset);
      if (!piece) return offset;
      return (paragraphs[piece.paragraph]?.start ?? 0) + piece.start + offset - piece.from;
    };
    const inText = ({ start, end }: { start: number; end: number }): Range => [
      placeOf(start),
      placeOf(end - 1) + 1,
    ];
    const range = inText({ start: 0, end: sentence.text.length });
    const near = attributions.filter((attribution) =>
      TAGS.some((tag) => attribution[tag].some((other) => overlap(other, range) > 0)),
    );
    const marksOf = (tag: Tag) =>
      Uint8Array.from(sentence.tokens, (token) =>
        near.some((one) => one[tag].some((other) => overlap(other, inText(token)) > 0)) ? 1 : 0,
      );
    const attribution = attributionOf(sentence.text, range, near);
    return {
      sentence,
      marks: { cue: marksOf("cue"), speaker: marksOf("speaker"), content: marksOf("content") },
      speaker: attribution?.speaker.map((span) => wordsAt(span, paragraphs)).join(" … "),
    };
  });
}

function attributionOf(
  text: string,
  [start, end]: Range,
  attributions: readonly MarkedAttribution[],
): MarkedAttribution | undefined {
  const lettersAt = ([from, to]: Range) =>
    from < end && to > start
      ? lettersIn(text.slice(Math.max(0, from - start), Math.min(end, to) - start))
      : 0;
  const all = lettersIn(text) || 1;
  let most = 0;
  let found: MarkedAttribution | undefined;
  for (const attribution of attributions) {
    const said = sumOf(attribution.content.map(lettersAt));
    const frame = sumOf([...attribution.speaker, ...attribution.cue].map(lettersAt));
    if (said > most && said / Math.max(1, all - frame) >= SPOKEN_SHARE) {
      most = said;
      found = attribution;
    }
  }
  return found;
}

function wordsAt([start, end]: Range, paragraphs: MarkedArticle["paragraphs"]): string {
  const paragraph = paragraphs.findLast((one) => one.start <= start);
  return paragraph?.text.slice(start - paragraph.start, end - paragraph.start) ?? "";
}

function overlap([start, end]: Range, [otherStart, otherEnd]: Range): number {
  return Math.min(end, otherEnd) - Math.max(start, otherStart);
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}_]/gu)?.length ?? 0;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
