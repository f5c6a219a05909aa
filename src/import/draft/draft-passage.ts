import type { AttributedSpan, Passage, Person, Quoted } from "../../article/article.ts";
import type { ProposedSentence } from "../attribute/attribute-speech.ts";
import type { ProposedPassage } from "../propose-article.ts";
import { placeSentences, type PlacedSentence } from "./place-sentences.ts";

export type DraftPeople = {
  readonly byId: ReadonlyMap<string, Person>;
  readonly publisher: Person | undefined;
};

/** A passage as import proposes it, without its id. */
export type DraftPassage = Omit<Passage, "id">;

/** A proposal as a passage: sentences of another speaker than the passage's become spans. */
export function draftPassage(proposed: ProposedPassage, people: DraftPeople): DraftPassage {
  const { text, lead, isKeyFact = false } = proposed;
  const speaker = speakerOf(proposed.speaker, people);
  const own = speaker
    ? proposed
    : { ...proposed, kind: "report" as const, quoted: "retold" as const };
  const sentences = placeSentences(proposed.sentences, text);
  const isOwn = ({ sentence }: PlacedSentence) =>
    sentence.isFrame === true || speakerOf(sentence.speaker, people) === speaker;
  const spans = runsOf(sentences.filter((one) => !isOwn(one))).map((run) => spanOf(run, people));
  const needsReview = sentences.some((one) => isOwn(one) && one.sentence.review);
  const isAttributed = speaker !== people.publisher || lead !== undefined || isKeyFact;
  return {
    text,
    speaker: speaker ?? people.publisher,
    kind: own.kind,
    quoted: own.quoted,
    ...(spans.length > 0 && { spans }),
    isKeyFact,
    ...(lead !== undefined && { lead }),
    keywords: [],
    ...((isAttributed || needsReview) && { isProposed: true }),
    ...(needsReview && { needsReview }),
  };
}

function speakerOf(id: string | null, { byId, publisher }: DraftPeople): Person | undefined {
  return id === null ? publisher : (byId.get(id) ?? publisher);
}

/** Sentences that follow each other with the same attribution. */
function runsOf(sentences: readonly PlacedSentence[]): PlacedSentence[][] {
  const runs: PlacedSentence[][] = [];
  for (const one of sentences) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isNext = last?.at === one.at - 1 && last.sentence.speaker === one.sentence.speaker;
    const isAlike =
      last?.sentence.quoted === one.sentence.quoted && last.sentence.kind === one.sentence.kind;
    if (run && isNext && isAlike) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

const QUOTED: Readonly<Record<ProposedSentence["quoted"], Quoted>> = {
  direct: "direct",
  mixed: "mixed",
  indirect: "retold",
  none: "retold",
};

function spanOf(run: readonly PlacedSentence[], people: DraftPeople): AttributedSpan {
  const [first] = run;
  const speaker = speakerOf(first?.sentence.speaker ?? null, people);
  return {
    start: first?.start ?? 0,
    end: run.at(-1)?.end ?? 0,
    speaker,
    kind: speaker === people.publisher ? "report" : (first?.sentence.kind ?? "opinion"),
    quoted: QUOTED[first?.sentence.quoted ?? "none"],
    isProposed: true,
    ...(run.some(({ sentence }) => sentence.review) && { needsReview: true }),
  };
}
