import { foldWord } from "../../../text/words.ts";
import type { WeighedSentence } from "../tagging/weigh-sentences.ts";
import type { WordTests } from "../word-lists.ts";
import type { Figure, KeyOf } from "./people-of.ts";
import { speakerIn, type FigureMention, type FoundSpeaker } from "./speaker-of.ts";
import { speakerSpan, type Span } from "./speaker-span.ts";

/** A speaker that a sentence names itself, and the words that do. */
export type OwnSpeaker = { readonly speaker: FoundSpeaker; readonly span: Span };

/** By sentence: the speaker that it names itself. */
export function ownSpeakers(
  text: readonly WeighedSentence[],
  mentionsBy: readonly (readonly FigureMention[])[],
  { words, keyOf }: { readonly words: WordTests; readonly keyOf: KeyOf | undefined },
): (OwnSpeaker | undefined)[] {
  const describe = describedFigures();
  let recent: readonly Figure[] = [];
  let lastSpeaker: Figure | undefined;
  const tellOf = (figure: Figure) => {
    recent = [figure, ...recent.filter((other) => other !== figure)].slice(0, REMEMBERED);
  };
  return text.map(({ sentence, tags, spoken }, at) => {
    const mentions = mentionsBy[at] ?? [];
    const span = speakerSpan(sentence.tokens, tags.speaker, words);
    const before = mentions.filter(({ to }) => span && to <= span.from).map(({ figure }) => figure);
    const told = {
      recent: [...before, ...recent],
      lastSpeaker,
      describe,
      keyOf: keyOf ?? foldWord,
      hasArticles: keyOf === undefined,
      cue: tags.cue,
      isGenitive:
        span !== undefined &&
        (tags.cue[span.from - 2] ?? 0) === CERTAIN &&
        !words.asSays(sentence.tokens[span.from - 2]?.lower ?? ""),
    };
    const speaker = span && speakerIn(sentence, span, mentions, told, words);
    // The first one told of in a sentence is what it is about.
    for (const { figure } of mentions.toReversed()) tellOf(figure);
    if (!span || !speaker) return undefined;
    if (spoken > SETS_SPEAKER.spoken || span.likelihood > SETS_SPEAKER.speaker) {
      lastSpeaker = speaker.figure;
      tellOf(speaker.figure);
    }
    return { speaker, span };
  });
}

/** Two words of a cue before the speaker: "за словами". */
const CERTAIN = 1;
/** A pronoun means none of those told of before so many others. */
const REMEMBERED = 30;

/** A sentence this likely to be spoken, or a speaker this plain, tells who speaks next. */
const SETS_SPEAKER = { spoken: 0.3, speaker: 0.5 } as const;

const ARTICLE = /^(?:the|an?|some)\s+/iu;

/** Speakers without a name, by their description: "French officials". */
function describedFigures(): (text: string) => Figure {
  const figures = new Map<string, Figure>();
  return (text) => {
    const name = text.replace(ARTICLE, "");
    const key = name.toLowerCase();
    const figure: Figure = figures.get(key) ?? {
      name,
      words: key.split(" "),
      isBody: true,
      gender: undefined,
      capacity: undefined,
      aliases: new Set(),
    };
    figures.set(key, figure);
    return figure;
  };
}
