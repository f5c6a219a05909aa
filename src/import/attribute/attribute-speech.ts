import type { Kind, Quoted } from "../../article/article.ts";
import type { Language } from "../../languages/language.ts";
import { sentencesIn } from "../../text/sentences.ts";

/** Somebody who speaks in an article, with all the ways it calls them. */
export type ProposedPerson = {
  /** Lower-case Latin letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** In what role they speak, if the article says so. */
  readonly capacity?: string;
  readonly aliases: readonly string[];
};

/** `speaker`: a person's id; null for the publication's own narration. */
type ProposedSentence = {
  readonly text: string;
  readonly speaker: string | null;
  readonly quoted: "direct" | "mixed" | "indirect" | "none";
  /** 0 to 1: how often a proposal like this one is right. */
  readonly confidence: number;
  /** Whether an editor is asked to look. */
  readonly review: boolean;
};

/** A paragraph; its sentences are all of its text, in order. */
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
  _language: Language,
): AttributedSpeech {
  return { people: [], passages: paragraphs.map(narration) };
}

function narration(paragraph: string): AttributedParagraph {
  const sentences = sentencesIn(paragraph).map(([start, end]): ProposedSentence => ({
    text: paragraph.slice(start, end),
    speaker: null,
    quoted: "none",
    confidence: 1,
    review: false,
  }));
  return { speaker: null, kind: "report", quoted: "retold", sentences };
}
