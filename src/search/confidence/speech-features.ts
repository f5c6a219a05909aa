import { TOKEN_CLASS } from "../../languages/token-classes.ts";
import { analyseKnownText } from "../analysis/known-texts.ts";
import type { CompiledQuery } from "../query/compile-query.ts";
import type { RankedPassage } from "../ranking/ranking.ts";

/** Whether the question asks for words, and the passage has somebody's: of whoever the question names, or of others. */
export const SPEECH_FEATURES = [
  "asksForSpeech",
  "hasSpeech",
  "saidByNamed",
  "quotesNamed",
] as const;

type SpeechFeature = (typeof SPEECH_FEATURES)[number];

const NO_SPEECH = { asksForSpeech: 0, hasSpeech: 0, saidByNamed: 0, quotesNamed: 0 } as const;

const QUOTE = /["“”«»„]/u;

export function speechFeaturesOf(
  first: RankedPassage | undefined,
  { query }: CompiledQuery,
): Readonly<Record<SpeechFeature, number>> {
  const [asking = query.pack] = query.likelyPacks;
  if (!first || !query.written.some(({ text }) => asking.words.speech.has(text))) return NO_SPEECH;

  const { passage, article, by } = first.indexed;
  const isQuoted = QUOTE.test(passage.text);
  if (by !== undefined) return featuresFor({ hasVerb: true, isSaid: true, isQuoted });

  const { terms, words } = query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const verbs = analyseKnownText(passage.text, terms, published).words.flatMap(({ word }, at) =>
    words.speech.has(word.text) ? [at] : [],
  );
  const isSaid = namesIn(first).some((name) =>
    verbs.some((at) => Math.abs(at - name) <= NEAR_VERB),
  );
  return featuresFor({ hasVerb: verbs.length > 0, isSaid, isQuoted });
}

function featuresFor({
  hasVerb,
  isSaid,
  isQuoted,
}: Readonly<Record<"hasVerb" | "isSaid" | "isQuoted", boolean>>) {
  return {
    asksForSpeech: 1,
    hasSpeech: isQuoted || hasVerb ? 1 : 0,
    saidByNamed: isSaid ? 1 : 0,
    quotesNamed: isSaid && isQuoted ? 1 : 0,
  };
}

/** In words: "Marlow, the baker, said". */
const NEAR_VERB = 3;

/** Positions of the capitalised words that the question has too. */
function namesIn({ indexed, matches }: RankedPassage): number[] {
  return matches.termMatches
    .filter(({ at }) => ((indexed.classes[at] ?? 0) & TOKEN_CLASS.name) !== 0)
    .map(({ at }) => at);
}
