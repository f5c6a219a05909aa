/** The article model: what parsing produces and all other folders read. */
import type { Steps } from "../languages/steps.ts";

/** What kind of statement a passage is: a person's view, an official statement, or narration. */
export type Kind = "opinion" | "announcement" | "report";

/** A person or organisation named in the article, including its publisher. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Their role according to the article: "political expert, head of …". None for a publisher given only by name. */
  readonly capacity?: string;
  /** Other names for them: "the expert", "Washington". */
  readonly aliases: readonly string[];
  /** Names and aliases in the article's other languages: searched, never shown. */
  readonly otherNames?: readonly string[];
};

/** Whether the words are the speaker's own, partly so, or retold. */
export type Quoted = "direct" | "mixed" | "retold";

/** Who says something, what kind of statement it is, and whose words are used. */
export type Attribution = {
  /** `undefined` for the article's own narration if it names no publisher. */
  readonly speaker: Person | undefined;
  readonly kind: Kind;
  readonly quoted: Quoted;
};

/** What import proposed, until an editor confirms it by removing the mark. */
type Proposal = {
  readonly isProposed?: true;
  /** Import was not sure, so that an editor is asked to look. */
  readonly needsReview?: true;
};

/** Words within a passage that have their own attribution; UTF-16 offsets into its text. */
export type AttributedSpan = Attribution &
  Proposal & { readonly start: number; readonly end: number };

/** The smallest unit that is indexed, found and quoted. Its attribution covers the words outside `spans`. */
export type Passage = Attribution &
  Proposal & {
    /** Unique within its article and stable across edits: buttons and deep links contain it. */
    readonly id: string;
    /** The article's words as plain text, one line. */
    readonly text: string;
    /** In order, not overlapping. */
    readonly spans?: readonly AttributedSpan[];
    /** Whether an editor marked it as a key fact. */
    readonly isKeyFact: boolean;
    /** The fact itself in a few words, shown first: "20–22 March". */
    readonly lead?: string;
    /** An editor's remark, shown as a note, never as the article's words. */
    readonly note?: string;
    /** Extra search terms from the editors. */
    readonly keywords: readonly string[];
    /** The passage that this one translates. */
    readonly original?: Passage;
  };

/** A headed part of an article. */
export type Section = {
  readonly id: string;
  /** Missing for passages before the first heading. */
  readonly heading?: string;
  /** What the section is about in one line, for overviews. */
  readonly summary?: string;
  /** Import proposed the summary. */
  readonly isProposed?: true;
  readonly passages: readonly Passage[];
};

/** Where an article was published. */
export type Source = {
  readonly publisher?: Person;
  /** The headline as published. */
  readonly title: string;
  readonly url?: string;
  readonly author?: string;
  /** The section of the paper that it appeared in: "Sport". */
  readonly section?: string;
  /** As printed in the source: "14 March 2023". */
  readonly publishedOn?: string;
  /** When its words were last corrected, in the same form. */
  readonly updatedOn?: string;
};

/** Which passages have somebody's words; they are given by id. */
export type OthersWords = {
  readonly has: (passage: string) => boolean;
  /** Finds out step by step what `has` would find out at once, if that is not known yet. */
  readonly prepare: (passage: string) => Steps<void>;
};

/** A published text the bot knows. */
export type Article = {
  /** Identifies the article in links and commands: `a–z0–9-`, from its file name. */
  readonly slug: string;
  readonly title: string;
  /** Other articles were loaded with it, so that readers have to be told which one it is. */
  readonly isOneOfSeveral?: boolean;
  /** BCP 47 code of the text's language. */
  readonly language: string;
  /** `digest` retells the source in the editors' words; `verbatim` quotes it. */
  readonly text: "digest" | "verbatim";
  readonly source: Source;
  /** Not to be published before: an ISO 8601 time, or a day. */
  readonly embargo?: string;
  /** Everybody the article names, the publisher included. */
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
  /** Questions suggested to readers: the editors', then those that import proposed. */
  readonly suggestedQuestions: readonly string[];
  /** The last of them, as import proposed them. */
  readonly proposedQuestions?: readonly string[];
  /** No editor has said yet who speaks: nothing in the file is anybody's, and import has not seen it. */
  readonly lacksSpeakers?: true;
  /** Then: which of its passages have words of somebody's all the same. */
  readonly othersWords?: OthersWords;
  /** What import wrote, as short hashes: tells on the next import what editors changed. */
  readonly imported?: string;
  /** The same article in the editors' translations: same ids, same order, other words. */
  readonly translations: readonly Article[];
  /** The article that this one translates, without its translations. */
  readonly original?: Article;
};
