import { areTogether } from "../read-text.ts";
import type { TaggedSentence } from "./context-features.ts";

/** A tagged sentence, and how likely somebody else says it, judging by its words alone. */
export type JudgedSentence = TaggedSentence & {
  /** Of its content, before neighbouring tokens were looked at. */
  readonly firstContent: Float32Array;
  readonly byWords: number;
};

/** Of one sentence; those of the sentences beside it are features as well. */
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
  "quotations",
  "first person",
  "second person",
  "modal verbs",
  "words",
  "begins quoted",
  "ends quoted",
  "question",
  "by words",
  "same paragraph",
] as const;

type Own = Record<(typeof OWN)[number], number>;

const NEIGHBOURS = [0, -1, 1] as const;

const OF_THE_ARTICLE = [
  "content of the article",
  "sentences before",
  "sentences",
  "sentences after",
  "first of its paragraph",
] as const;

/** In the order of the features. */
export function sentenceFeatureNames(): string[] {
  const own = NEIGHBOURS.flatMap((away) =>
    OWN.map((name) => (away === 0 ? name : `${name} ${away}`)),
  );
  return [...own, ...OF_THE_ARTICLE];
}

/** Features of each sentence: its own, those of the sentences beside it, and where it stands in the article. */
export function sentenceFeatures(text: readonly JudgedSentence[]): Float64Array[] {
  const own = text.map(ownFeatures);
  const content = own.reduce((sum, features) => sum + features.content, 0) / (own.length || 1);
  return text.map(({ sentence }, number) => {
    const row = NEIGHBOURS.flatMap((away) => {
      const features = own[number + away];
      if (!features) return OWN.map(() => -1);
      const other = text[number + away]?.sentence;
      const same = areTogether(other, sentence) || areTogether(sentence, other) ? 1 : 0;
      return OWN.map((name) => (name === "same paragraph" ? same : features[name]));
    });
    return Float64Array.from([
      ...row,
      content,
      number,
      text.length,
      text.length - number,
      sentence.isFirst ? 1 : 0,
    ]);
  });
}

const FIRST_PERSON: ReadonlySet<string> = new Set(
  "i we my our me us i'm we're i've we've".split(" "),
);
const SECOND_PERSON: ReadonlySet<string> = new Set("you your you're".split(" "));
const MODALS: ReadonlySet<string> = new Set("would could should will might must may".split(" "));
/** A token more likely than this is part of what is said. */
const IS_CONTENT = 0.5;

function ownFeatures({ sentence, tags, firstContent, byWords }: JudgedSentence): Own {
  const { tokens } = sentence;
  const sums = {
    letters: 0,
    first: 0,
    content: 0,
    certain: 0,
    outside: 0,
    inside: 0,
    hard: 0,
    quoted: 0,
  };
  const strongest = { content: 0, cue: 0, speaker: 0 };
  const counts = { cues: 0, words: 0, first: 0, second: 0, modals: 0 };
  const quotations = new Map<number, number>();
  for (const [at, { text, lower, isWord, quotation }] of tokens.entries()) {
    if (!isWord) continue;
    const content = tags.content[at] ?? 0;
    const cue = tags.cue[at] ?? 0;
    const speaker = tags.speaker[at] ?? 0;
    const outside = text.length * (1 - Math.max(cue, speaker));
    sums.letters += text.length;
    sums.first += text.length * (firstContent[at] ?? 0);
    sums.content += text.length * content;
    sums.certain += content > IS_CONTENT ? text.length : 0;
    sums.outside += outside;
    sums.inside += outside * content;
    sums.hard += content > IS_CONTENT ? outside : 0;
    strongest.content = Math.max(strongest.content, content);
    strongest.cue = Math.max(strongest.cue, cue);
    strongest.speaker = Math.max(strongest.speaker, speaker);
    counts.cues += cue;
    counts.words += 1;
    counts.first += FIRST_PERSON.has(lower) ? 1 : 0;
    counts.second += SECOND_PERSON.has(lower) ? 1 : 0;
    counts.modals += MODALS.has(lower) ? 1 : 0;
    if (quotation < 0) continue;
    sums.quoted += text.length;
    quotations.set(quotation, (quotations.get(quotation) ?? 0) + 1);
  }
  const letters = sums.letters || 1;
  const outside = sums.outside || 1;
  return {
    "first content": sums.first / letters,
    content: sums.content / letters,
    "letters of content": sums.certain / letters,
    "strongest content": strongest.content,
    "content outside the frame": sums.inside / outside,
    "letters of content outside the frame": sums.hard / outside,
    "strongest cue": strongest.cue,
    cues: counts.cues,
    "strongest speaker": strongest.speaker,
    quoted: sums.quoted / letters,
    "longest quotation": Math.max(0, ...quotations.values()),
    quotations: quotations.size,
    "first person": counts.first,
    "second person": counts.second,
    "modal verbs": counts.modals,
    words: counts.words,
    "begins quoted": (tokens[0]?.quotation ?? -1) >= 0 ? 1 : 0,
    "ends quoted": (tokens.at(-1)?.quotation ?? -1) >= 0 ? 1 : 0,
    question: tokens.at(-1)?.text === "?" ? 1 : 0,
    "by words": byWords,
    "same paragraph": 1,
  };
}
