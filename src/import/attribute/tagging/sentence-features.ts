import type { TaggedSentence } from "./tags.ts";

/** A tagged sentence, and how likely somebody else says it, judging by its words alone. */
export type JudgedSentence = TaggedSentence & {
  /** Of its content, before neighbouring tokens were looked at. */
  readonly firstContent: Float32Array;
  readonly byWords: number;
};

const OWN = [
  "first content",
  "content",
  "letters of content",
  "strongest content",
  "content outside the frame",
  "letters of content outside the frame",
  "strongest cue",
  "cues",
  "strongest speaker",
  "quoted",
  "longest quotation",
  "words",
  "by words",
] as const;

type Own = Record<(typeof OWN)[number], number>;

const OF_THE_ARTICLE = [
  "content of the article",
  "sentences before",
  "sentences",
  "sentences after",
  "first of its paragraph",
] as const;

/** In the order of the features. */
export const SENTENCE_FEATURES: readonly string[] = [...OWN, ...OF_THE_ARTICLE];

/** Features of each sentence, and where it stands in the article. What is beside it has told on its tokens already. */
export function sentenceFeatures(text: readonly JudgedSentence[]): Float64Array[] {
  const own = text.map(ownFeatures);
  const content = own.reduce((sum, features) => sum + features.content, 0) / (own.length || 1);
  return own.map((features, number) =>
    Float64Array.from([
      ...OWN.map((name) => features[name]),
      content,
      number,
      text.length,
      text.length - number,
      text[number]?.sentence.isFirst === true ? 1 : 0,
    ]),
  );
}

/** A token more likely than this is part of what is said. */
const IS_CONTENT = 0.5;

function ownFeatures({ sentence, tags, firstContent, byWords }: JudgedSentence): Own {
  /** Sums over the letters of words; the frame is what says who speaks. */
  const sum = { all: 0, first: 0, content: 0, certain: 0, outside: 0, inside: 0, hard: 0 };
  const most = { content: 0, cue: 0, speaker: 0 };
  let [cues, words] = [0, 0];
  for (const [at, { text, isWord }] of sentence.tokens.entries()) {
    if (!isWord) continue;
    const [content = 0, cue = 0, speaker = 0] = [tags.content[at], tags.cue[at], tags.speaker[at]];
    const outside = text.length * (1 - Math.max(cue, speaker));
    const isContent = content > IS_CONTENT ? 1 : 0;
    sum.all += text.length;
    sum.first += text.length * (firstContent[at] ?? 0);
    sum.content += text.length * content;
    sum.certain += text.length * isContent;
    sum.outside += outside;
    sum.inside += outside * content;
    sum.hard += outside * isContent;
    most.content = Math.max(most.content, content);
    most.cue = Math.max(most.cue, cue);
    most.speaker = Math.max(most.speaker, speaker);
    cues += cue;
    words += 1;
  }
  const [letters, outside] = [sum.all || 1, sum.outside || 1];
  return {
    "first content": sum.first / letters,
    content: sum.content / letters,
    "letters of content": sum.certain / letters,
    "strongest content": most.content,
    "content outside the frame": sum.inside / outside,
    "letters of content outside the frame": sum.hard / outside,
    "strongest cue": most.cue,
    cues,
    "strongest speaker": most.speaker,
    ...quotationFeatures(sentence, letters),
    words,
    "by words": byWords,
  };
}

function quotationFeatures({ tokens }: JudgedSentence["sentence"], letters: number) {
  const lengths = new Map<number, number>();
  let quoted = 0;
  for (const { quotation, isWord, text } of tokens) {
    if (quotation < 0 || !isWord) continue;
    quoted += text.length;
    lengths.set(quotation, (lengths.get(quotation) ?? 0) + 1);
  }
  return { quoted: quoted / letters, "longest quotation": Math.max(0, ...lengths.values()) };
}
