/** Words, asked for in any form and spelling. */
export type WordSet = { readonly has: (word: string) => boolean };

/** The words by which one asks in a language. */
export type RequestWords = {
  /** Those that carry no meaning: an article in another language does not know them as such. */
  readonly small: WordSet;
  /** What says that a text as a whole is meant. */
  readonly overview: WordSet;
  readonly fact: WordSet;
  readonly date: WordSet;
  readonly people: WordSet;
  readonly source: WordSet;
  /** What may stand between the nouns of a topic. */
  readonly linking: WordSet;
  /** What names the text itself. */
  readonly text: WordSet;
  /** What may stand beside any of these and adds nothing. */
  readonly filler: WordSet;
  /** Verbs and nouns of saying and thinking. */
  readonly speech: WordSet;
  /** What may be asked of what a person says, as a whole. */
  readonly point: WordSet;
  /** What may be asked of a person besides their name. */
  readonly identity: WordSet;
};

/** Forms of a request, tried on a whole question, or on what stands around a name in it. */
export type RequestForms = {
  /** "What is this about?" and "tell me about the article", with nothing named that it could be about. */
  readonly aboutNothingElse: RegExp;
  readonly whereFrom: RegExp;
  readonly byWhom: RegExp;
  /** "More", "what else?": the passage behind is meant. */
  readonly goesOn: RegExp;
  /** Before a name: who that is. */
  readonly asksWho: RegExp;
  /** Behind a name that comes first: "Tom, who is that?" */
  readonly asksWhoBehind: RegExp;
  readonly asksWhat: RegExp;
  /** Behind a name: nothing more is asked of them. */
  readonly nothingBehind: RegExp;
  /** Before a name that is all there is: "and Tom", "what about Tom". */
  readonly onlyNames: RegExp;
  readonly whatAbout: RegExp;
  /** Before a name: when, where or why they did something, as if they did. */
  readonly beforeDoer: RegExp;
  /** A question without the words that only lead to it: "can you tell me …, please". */
  readonly direct: (question: string) => string;
  /** "What about" and its like: what comes behind is a topic. */
  readonly leadIn: RegExp;
};

/** Forms by which a question builds on what was said before. */
export type FollowUpForms = {
  readonly personalPronoun: RegExp;
  /** The "that" of "who is that?": a person. */
  readonly whoIsIt: RegExp;
  readonly otherPronoun: RegExp;
  readonly continues: RegExp;
  /** "When?", "why so?": a question word with nothing to ask it of. */
  readonly bareQuestion: RegExp;
  /** What to write instead of a personal pronoun. */
  readonly nameFor: (pronoun: string, name: string) => string;
};

/** Forms of asking for somebody's words. */
export type SpeechForms = {
  /** "Who says that …", "Whose opinion is it that …": the part that says no more than this. */
  readonly asksForSpeaker: RegExp;
  /** Whether a name is that of who speaks or thinks, by what stands around it. */
  readonly isSpeaker: (before: string, name: string, behind: string) => boolean;
  /** "Says that …": the words put into somebody's mouth follow. */
  readonly claim: RegExp;
};

/** Forms of a turn that is no question by itself: it takes up, mends or goes on with one before. */
export type TurnForms = {
  /** "Yes please": the question that was offered is asked. Of a whole message, folded. */
  readonly yes: RegExp;
  /** "No, I meant …": what was meant follows. */
  readonly correction: RegExp;
  /** "And …", "and about …": what follows takes the place of something in the question before. */
  readonly and: RegExp;
  /** "What about …": the same, or a topic of its own. */
  readonly whatAbout: RegExp;
  /** "The second one", of a whole message, folded: 2; the last of a list is -1. */
  readonly ordinal: (folded: string) => number | undefined;
  /** "The previous one". */
  readonly previous: RegExp;
  /** A name to write instead of another as that was written. */
  readonly inPlaceOf: (other: string, name: string) => string;
  /** The question what somebody says about something. */
  readonly saysAbout: (name: string, topic: string) => string;
};

/** All that readers say in one language apart from what they ask for. */
export type LanguagePack = {
  readonly words: RequestWords;
  readonly requests: RequestForms;
  readonly followUps: FollowUpForms;
  readonly turns: TurnForms;
  readonly speech: SpeechForms;
  /** Whole messages, folded and without punctuation; the first that fits is what is meant. */
  readonly smallTalk: readonly (readonly [RegExp, SmallTalkTopic])[];
  /** A greeting or thanks before a question. */
  readonly courtesy: RegExp;
  /** A month, a weekday, a year or a day in figures. */
  readonly date: RegExp;
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
