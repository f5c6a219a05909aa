/** What we know: the shape of an article once it has been read and checked. */

/** In what way a passage speaks: a person's view, an official statement, or the publisher's narration. */
export type Kind = "opinion" | "announcement" | "report";

/** Somebody or some body that an article names; the publisher is one of them, where it is given. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** In what role they speak or appear, by the article: "political expert, head of …". */
  readonly capacity: string;
  /** Other ways to call them: "the expert", "Washington". */
  readonly aliases: readonly string[];
  /** Names and aliases in the article's other languages: to be found by, never shown. */
  readonly otherNames?: readonly string[];
};

/** Whether words are the speaker's own, partly the speaker's own, or retold. */
type Quoted = "direct" | "mixed" | "retold";

/** Who says something, in what way, and whose the words are. */
export type Attribution = {
  /** `undefined` where the article tells it and names no publisher. */
  readonly speaker: Person | undefined;
  readonly kind: Kind;
  readonly quoted: Quoted;
};

/** Words within a passage with an attribution of their own; UTF-16 offsets into its text. */
export type AttributedSpan = Attribution & { readonly start: number; readonly end: number };

/** The smallest piece that is indexed, found and quoted; its own attribution is that of the words outside `spans`. */
export type Passage = Attribution & {
  /** Unique within its article and stable over edits: it stands in buttons and deep links. */
  readonly id: string;
  /** The article's words as plain text, one line. */
  readonly text: string;
  /** In order, not overlapping. */
  readonly spans?: readonly AttributedSpan[];
  /** True where an editor marked the passage for lists of key facts. */
  readonly isKeyFact: boolean;
  /** The fact itself in a few words, shown first: "20–22 March". */
  readonly lead?: string;
  /** An editor's remark, shown as a note, never as the article's words. */
  readonly note?: string;
  /** Editors' extra words by which the passage may be found. */
  readonly keywords: readonly string[];
  /** Of a passage in translation: what it is a translation of. */
  readonly original?: Passage;
};

/** A headed part of an article. */
export type Section = {
  readonly id: string;
  /** None above passages that no heading stands over. */
  readonly heading?: string;
  /** What the section is about in one line, for overviews. */
  readonly summary?: string;
  readonly passages: readonly Passage[];
};

/** Where an article was published. */
export type Source = {
  readonly publisher?: Person;
  /** The headline as published. */
  readonly title: string;
  readonly url?: string;
  readonly author?: string;
  /** As the source gives it: "14 March 2023". */
  readonly publishedOn?: string;
};

/** A published text the bot knows. */
export type Article = {
  /** Names the article in links and commands: `a–z0–9-`, from its file name. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47 code of the text's language. */
  readonly language: string;
  /** `digest` retells the source in the editors' words, `verbatim` gives the source's own. */
  readonly text: "digest" | "verbatim";
  readonly source: Source;
  /** Everybody the article names, the publisher included. */
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
  /** Questions that the editors offer to readers. */
  readonly suggestedQuestions: readonly string[];
  /** The same article in the editors' translations: same ids, same order, other words. */
  readonly translations: readonly Article[];
  /** Of a translation: the article as published, without its translations. */
  readonly original?: Article;
};
