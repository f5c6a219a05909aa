import type { Passage } from "../../article/article.ts";
import { lengthWithin, voicesIn } from "../../article/voices.ts";
import type { Trace } from "../../feedback/trace.ts";
import type { DatedAnswer } from "../../question-log/summarize-log.ts";
import type { Range } from "../../text/ranges.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { type AnswerNow, answerNow, type Current, passageIn } from "./answer-now.ts";
import { betweenReaders } from "./between-readers.ts";

/** A sentence of an article that readers say is somebody else's. */
export type VotedSentence = {
  readonly slug: string;
  /** Id of the passage, and where the sentence is in it. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Who says it according to the article; "" if nobody. */
  readonly speaker: string;
  /** Ids of the answers that were voted so. */
  readonly traces: readonly string[];
};

/** Those that the articles still have, most votes first; of translations, the sentence of the original. */
export async function votedSentences(
  answers: readonly DatedAnswer[],
  current: Current,
): Promise<VotedSentence[]> {
  const wrong = answers.filter(({ rating }) => rating === "wrong-person");
  const found = await betweenReaders(wrong, ({ trace }) => findSentence(trace, current));
  const voted = new Map<string, VotedSentence>();
  for (const one of found) {
    if (!one) continue;
    const { trace, slug, passage, sentence } = one;
    const { id } = passage;
    const [start, end] = sentence;
    const key = `${slug}/${id}/${start}`;
    const text = passage.text.slice(start, end);
    const speaker = speakerOf(passage, sentence);
    const traces = [...(voted.get(key)?.traces ?? []), trace.id];
    voted.set(key, { slug, passage: id, start, end, text, speaker, traces });
  }
  return [...voted.values()].toSorted((one, other) => other.traces.length - one.traces.length);
}

/** `undefined` if the article or the passage is gone. */
async function findSentence(trace: Trace, current: Current) {
  const [slug = "", id = ""] = trace.shown[0]?.split("/") ?? [];
  const [article] = await current.articles.bySlugs([slug]);
  const passage = article && passageIn(article, id);
  if (!passage) return undefined;
  const sentence = sentenceOf(passage, await answerNow(trace.question, slug, current));
  return { trace, slug, passage, sentence };
}

/** The log says which passage was shown, not which sentence: it is the one that answers the question now. */
function sentenceOf(passage: Passage, now: AnswerNow | undefined): Range {
  const all = sentencesIn(passage.text);
  const first = all[0] ?? [0, passage.text.length];
  const citation = now?.shown.find((one) => one.passage.id === passage.id);
  const shown = citation?.snippet?.sentence;
  if (!citation || !shown) return first;
  // A translation has its own offsets, but the same sentences in the same order.
  const inItsLanguage = sentencesIn(citation.passage.text);
  const at = inItsLanguage.findIndex(([, end]) => end > shown[0]);
  return (inItsLanguage.length === all.length ? all[at] : undefined) ?? first;
}

function speakerOf(passage: Passage, sentence: Range): string {
  const [first, ...others] = voicesIn(passage);
  let most = first;
  for (const voice of others) {
    if (lengthWithin(voice, sentence) > lengthWithin(most, sentence)) most = voice;
  }
  return most.speaker?.name ?? "";
}
