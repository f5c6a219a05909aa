import type { Range } from "./ranges.ts";

/** End marks with closing quotes, then space, then something that can start a sentence; or a line break. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([]*[\p{Lu}\p{N}])|\n+/gu;

/** A dot after these, or after a single capital, is part of the word. */
const ABBREVIATION =
  /(?:^|[\s("“«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Col|Capt|Lt|Maj|Gov|Sen|Rep|No|vs|etc|cf|ca|c|d|b|r|fl|e\.g|i\.e|al|им|г|гг|т\.е|т\.к|р|рр|ст)\.\s+$/u;

export function sentencesIn(text: string): Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(Math.max(start, end - 12), end))) continue;
    sentences.push([start, match.index + match[0].trimEnd().length]);
    start = end;
  }
  if (start < text.length) sentences.push([start, text.length]);
  return sentences;
}
