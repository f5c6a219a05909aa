import type { Kind, Quoted } from "../../article/article.ts";
import type { Language } from "../../languages/language.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import { weighByGrammar } from "./grammar/weigh-by-grammar.ts";
import { kindOf } from "./kind-of.ts";
import { findSpeakersInSteps } from "./people/find-speakers.ts";
import { keyOfInflected } from "./people/key-of-inflected.ts";
import { nominativeOf } from "./people/nominative-of.ts";
import { proposePeople, type ProposedPerson } from "./people/propose-people.ts";
import { isFrame } from "./is-frame.ts";
import { quotedOf, type SentenceQuoted } from "./quoted-of.ts";
import { readTextInSteps, type Sentence } from "./read-text.ts";
import { confidenceOf, isDoubtful } from "./confidence-of.ts";
import { learnedModel, type AttributionModel } from "./tagging/attribution-model.ts";
import { weighSentences, type WeighedSentence } from "./tagging/weigh-sentences.ts";
import { wordTests, type WordTests } from "./word-lists.ts";

/** `speaker`: a person's id; null for the publication's own narration. */
export type ProposedSentence = {
  readonly text: string;
  readonly speaker: string | null;
  readonly kind: Kind;
  readonly quoted: SentenceQuoted;
  /** 0 to 1: how often a proposal like this one is right. */
  readonly confidence: number;
  /** Whether an editor is asked to look. */
  readonly review: boolean;
  /** It only says who speaks next: "Owen Price told reporters:". */
  readonly isFrame?: true;
};

/** A paragraph; its sentences are all of its text, in order. With several speakers, it has none of its own. */
export type AttributedParagraph = {
  readonly speaker: string | null;
  readonly kind: Kind;
  readonly quoted: Quoted;
  readonly sentences: readonly ProposedSentence[];
};

export type AttributedSpeech = {
  readonly people: readonly ProposedPerson[];
  /** One for each paragraph, in order. */
  readonly passages: readonly AttributedParagraph[];
};

/** Proposes who says which sentence. */
export function attributeSpeech(
  paragraphs: readonly string[],
  language: Language,
): AttributedSpeech {
  return runSteps(attributeSpeechInSteps(paragraphs, language));
}

export function* attributeSpeechInSteps(
  paragraphs: readonly string[],
  language: Language,
): Steps<AttributedSpeech> {
  const pack = packFor(language);
  const { attribution, terms, facts } = pack;
  const words = wordTests(attribution, terms.isStopWord);
  const model = learnedModel();
  yield;
  const { cues } = attribution;
  const keyOf = cues && keyOfInflected;
  const sentences = yield* readTextInSteps(paragraphs);
  yield;
  const weighed = yield* weigh(sentences, pack, { words, model });
  const attributed = yield* findSpeakersInSteps(weighed, words, keyOf);
  yield;
  const people = proposePeople(
    attributed.map(({ speaker }) => speaker?.figure),
    (name) => (cues ? nominativeOf(name, cues.genitive, words) : name),
  );

  const byParagraph = paragraphs.map((): ProposedSentence[] => []);
  for (const said of attributed) {
    const figure = said.speaker?.figure;
    for (const piece of said.sentence.pieces) {
      byParagraph[piece.paragraph]?.push({
        text: piece.text,
        speaker: (figure && people.get(figure)?.id) ?? null,
        kind: kindOf(piece.text, figure, facts, words),
        quoted: figure ? quotedOf(said, piece) : "none",
        confidence: confidenceOf(said, model.reliability),
        review: isDoubtful(said, model.reliability),
        ...(figure && isFrame(said, piece) && { isFrame: true }),
      });
    }
  }
  return { people: [...people.values()], passages: byParagraph.map(paragraphOf) };
}

/** Nothing was learned from articles in a language that has a list of cues. */
function* weigh(
  sentences: readonly Sentence[],
  pack: LanguagePack,
  { words, model }: { readonly words: WordTests; readonly model: AttributionModel },
): Steps<WeighedSentence[]> {
  const { cues } = pack.attribution;
  if (cues) return yield* weighByGrammar(sentences, cues, words);
  return yield* weighSentences(sentences, model, pack);
}

function paragraphOf(sentences: readonly ProposedSentence[]): AttributedParagraph {
  const said = sentences.filter(({ isFrame: introduces }) => introduces !== true);
  const [first] = said;
  const isOneVoice = first && said.every(({ speaker }) => speaker === first.speaker);
  if (!isOneVoice || first.speaker === null) {
    return { speaker: null, kind: "report", quoted: "retold", sentences };
  }
  return {
    speaker: first.speaker,
    kind: kindTogether(said),
    quoted: together(said),
    sentences,
  };
}

/** One opinion makes the passage an opinion. */
function kindTogether(sentences: readonly ProposedSentence[]): Kind {
  return sentences.some(({ kind }) => kind === "opinion") ? "opinion" : "announcement";
}

function together(sentences: readonly ProposedSentence[]): Quoted {
  if (sentences.every(({ quoted }) => quoted === "direct")) return "direct";
  return sentences.every(({ quoted }) => quoted === "indirect") ? "retold" : "mixed";
}
