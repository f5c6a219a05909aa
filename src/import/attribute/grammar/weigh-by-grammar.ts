import type { CueWords } from "../../../languages/language-pack.ts";
import type { Steps } from "../../../languages/steps.ts";
import { areTogether, type Sentence } from "../read-text.ts";
import type { WeighedSentence } from "../tagging/weigh-sentences.ts";
import type { WordTests } from "../word-lists.ts";
import { grammarOf } from "./grammar.ts";
import { readSentence, type Reading } from "./read-sentence.ts";
import { speechTokens } from "./speech-tokens.ts";
import { SPOKEN } from "./spoken.ts";
import type { Stretch } from "./subject-of.ts";

/** Judges each sentence by the verbs, conjunctions and marks in it; for languages that nothing was learned from. */
export function* weighByGrammar(
  sentences: readonly Sentence[],
  cues: CueWords,
  words: WordTests,
): Steps<WeighedSentence[]> {
  const grammar = grammarOf(cues, words);
  const speechBy = speechTokens(sentences, grammar.looksLikeVerb);
  yield;
  const readings: Reading[] = [];
  for (const [number, sentence] of sentences.entries()) {
    readings.push(readSentence(sentence, speechBy[number] ?? [], grammar));
    yield;
  }
  return sentences.map((sentence, number) => {
    const speech = speechBy[number] ?? [];
    const reading = readings[number] ?? { spoken: SPOKEN.none };
    const isToldAfter =
      readings[number + 1]?.isAboutBefore === true && areTogether(sentence, sentences[number + 1]);
    const spoken = Math.max(reading.spoken, isToldAfter ? SPOKEN.beforeAboutThat : 0);
    return { sentence, spoken, speech, tags: tagsOf(speech, reading) };
  });
}

function tagsOf(speech: readonly boolean[], { speaker, cue }: Reading): WeighedSentence["tags"] {
  const within = (stretch: Stretch | undefined) =>
    Float32Array.from(speech, (_, at) =>
      stretch && at >= stretch.from && at < stretch.to ? 1 : 0,
    );
  return {
    speaker: within(speaker),
    cue: within(cue),
    content: Float32Array.from(speech, (isOwn) => (isOwn ? 1 : 0)),
  };
}
