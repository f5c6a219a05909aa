import type { AnswerFrame } from "./answer-type.ts";
import type { FrequencyTable, Rarity } from "./rarity.ts";
import type { SpellingTable, SpellingWeights } from "./spelling-weights.ts";
import type { Terms } from "./terms.ts";
import type { TokenClassLists } from "./token-classes.ts";

/** A folded word → its stem. */
export type Stem = (folded: string) => string;

/** All that is particular to a language, as its folder writes it down. Lists are text: words with spaces between. */
export type LanguageData<Code extends string = string> = {
  /** BCP 47 code of the primary language: "uk". */
  readonly code: Code;
  /** Its English name, for messages to editors. */
  readonly name: string;
  readonly script: Script;
  /** Letters that no other language of the script here has. */
  readonly ownLetters?: RegExp;
  /** How much parts of words speak for this language, beside related ones; written by `count-words`. */
  readonly spelling?: SpellingTable;

  /** Words that do not help to find a passage, folded. */
  readonly stopWords: string;
  /** Words that are no stop words when written exactly so: "May" is a month, "may" is not. */
  readonly neverStopWords?: string;
  /** Called once, when the first word is read. */
  readonly createStemmer: () => Stem;
  /** Words have so many forms that lists and spelling go by their stems. */
  readonly isInflected: boolean;
  /** Groups of words that news texts use for one another: "agreement treaty pact". */
  readonly synonyms: readonly string[];
  /** How common terms are; written by `count-words`. Without it, all words are equally rare. */
  readonly frequencies?: FrequencyTable;
  /** Number words, months, units, prepositions, denial …: what a word stands for by itself. */
  readonly tokenClasses: TokenClassLists;
  /** A month, a weekday, a year or a day in figures. */
  readonly date: RegExp;

  /** Forms of questions and what they ask for: a time, a person, a number … */
  readonly answerFrames: readonly AnswerFrame[];
  /** A clause before the question proper: "When the votes were counted, …". Of the question as typed. */
  readonly clauseBefore?: RegExp;
  /** Ends where the thing counted begins: "How many | seats". Of the question as typed. */
  readonly beforeCounted?: RegExp;
  readonly requestWords: RequestWordLists;
  readonly requests: RequestForms;
  readonly followUps: FollowUpForms;
  readonly turns: TurnForms;
  readonly speech: SpeechForms;
  /** Whole messages, folded and without punctuation; the first that fits is what is meant. */
  readonly smallTalk: readonly (readonly [RegExp, SmallTalkTopic])[];
  /** A greeting or thanks before a question. */
  readonly courtesy: RegExp;
};

export type Script = "Latin" | "Cyrillic";

/** A language's data with what is built from them, each when it is first needed. */
export type LanguagePack<Code extends string = string> = LanguageData<Code> & {
  readonly terms: Terms;
  readonly rarity: Rarity;
  readonly words: RequestWords;
  readonly spellingWeights: SpellingWeights;
};

/** Words of requests by what they ask for. */
export type RequestWordLists = {
  /** The text as a whole. */
  readonly overview: string;
  readonly fact: string;
  readonly date: string;
  readonly people: string;
  readonly source: string;
  /** What may stand between the nouns of a topic. */
  readonly linking: string;
  /** The text itself. */
  readonly text: string;
  /** What may stand beside any of these and adds nothing. */
  readonly filler: string;
  /** Verbs and nouns of saying and thinking. */
  readonly speech: string;
  /** What a person says, as a whole. */
  readonly point: string;
  /** What a person is, besides the name. */
  readonly identity: string;
};

/** Words, looked up in any form and spelling. */
export type WordSet = { readonly has: (word: string) => boolean };

/** The lists as sets, and the stop words. */
export type RequestWords = Readonly<Record<keyof RequestWordLists | "small", WordSet>>;

/** Forms of a request, tried on a whole question, or on what stands around a name in it. */
export type RequestForms = {
  /** "What is this about?", "tell me about the article": the text as a whole. */
  readonly aboutNothingElse: RegExp;
  readonly whereFrom: RegExp;
  readonly byWhom: RegExp;
  /** "More", "what else?": asks for the next passage. */
  readonly goesOn: RegExp;
  /** Before a name: asks who that is. */
  readonly asksWho: RegExp;
  /** After a name that comes first: "Tom, who is that?" */
  readonly asksWhoBehind: RegExp;
  readonly asksWhat: RegExp;
  /** After a name: nothing more is asked. */
  readonly nothingBehind: RegExp;
  /** Before a name with nothing else: "and Tom", "what about Tom". */
  readonly onlyNames: RegExp;
  readonly whatAbout: RegExp;
  /** Before a name: "why did", "when will". The question presumes that the person did something. */
  readonly beforeDoer: RegExp;
  /** The question without its lead-in and politeness: "can you tell me …, please". */
  readonly direct: (question: string) => string;
  /** "What about" and its like: a topic follows. */
  readonly leadIn: RegExp;
};

/** Forms by which a question refers to the conversation before it. */
export type FollowUpForms = {
  readonly personalPronoun: RegExp;
  /** The "that" of "who is that?": a person. */
  readonly whoIsIt: RegExp;
  readonly otherPronoun: RegExp;
  readonly continues: RegExp;
  /** "When?", "why so?": a question word alone. */
  readonly bareQuestion: RegExp;
  /** What replaces a personal pronoun. */
  readonly nameFor: (pronoun: string, name: string) => string;
};

/** Forms of asking for somebody's words. */
export type SpeechForms = {
  /** The opening of "Who says that …", "Whose opinion is it that …". */
  readonly asksForSpeaker: RegExp;
  /** Whether a name is that of a speaker, judging by the text around it. */
  readonly isSpeaker: (before: string, name: string, behind: string) => boolean;
  /** "Says that …": a claim follows. */
  readonly claim: RegExp;
};

/** Forms of a message that answers, corrects or continues the turn before it. */
export type TurnForms = {
  /** "Yes please": accepts the question that was offered. Of a whole message, folded. */
  readonly yes: RegExp;
  /** "No, I meant …": what was meant follows. */
  readonly correction: RegExp;
  /** "And …", "and about …": what follows replaces something in the question before. */
  readonly and: RegExp;
  /** "What about …": the same, or a new topic. */
  readonly whatAbout: RegExp;
  /** "The second one", of a whole message, folded: 2; the last of a list is -1. */
  readonly ordinal: (folded: string) => number | undefined;
  /** "The previous one". */
  readonly previous: RegExp;
  /** A name in the form of the one that it replaces: with its article, in its case. */
  readonly inPlaceOf: (other: string, name: string) => string;
  /** The question what somebody says about a topic. */
  readonly saysAbout: (name: string, topic: string) => string;
};

/** What a message is about that asks nothing of an article. */
export type SmallTalkTopic =
  | "greeting"
  | "thanks"
  | "goodbye"
  | "identity"
  | "abilities"
  | "feelings"
  | "agreement"
  | "no-words";
