import type { AnswerFrame } from "./answer-type.ts";
import type { ArchiveForms } from "./archive-forms.ts";
import type { BoilerplateForms } from "./boilerplate.ts";
import type { DateWords } from "./dates/date-words.ts";
import type { ReadDates } from "./dates/read-dates.ts";
import type { DescriptionWords } from "./descriptions.ts";
import type { NumberWords } from "./numbers/number-words.ts";
import type { TimeWords } from "./times/time-words.ts";
import type { AgeForms } from "./ages.ts";
import type { QuantityForms } from "./quantities.ts";
import type { RoleForms, WordForm } from "./roles.ts";
import type { UnitGroups } from "./units.ts";
import type { FrequencyTable, Rarity } from "./rarity.ts";
import type { Romanisation } from "./romanised.ts";
import type { SpellingTable, ScoreSpelling } from "./spelling-weights.ts";
import type { Terms } from "./terms.ts";
import type { TokenClassLists } from "./token-classes.ts";
import type { Inflection } from "./word-forms.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A folded word → its stem. */
export type Stem = (folded: string) => string;

/**
 * Everything specific to a language, as its folder defines it. A list is a string of folded words
 * separated by spaces.
 */
export type LanguageData<Code extends string = string> = {
  /** BCP 47 code of the primary language: "uk". */
  readonly code: Code;
  /** Its English name, for messages to editors. */
  readonly name: string;
  readonly script: Script;
  /** Letters that no other supported language of the script has. */
  readonly ownLetters?: RegExp;
  /** Parts of words that tell this language from related ones; written by `count-words`. */
  readonly spelling?: SpellingTable;

  /** Words that a related language spells alike. Listed in one of the two. */
  readonly sharedWords?: string;
  /** How its letters are typed in Latin ones. */
  readonly romanisation?: Romanisation;

  /** Words that do not help find a passage, folded. */
  readonly stopWords: string;
  /** Exceptions to the stop words, exactly as written: "May" is a month, "may" is not. */
  readonly neverStopWords?: string;
  /** Called once, when the first word is read. */
  readonly createStemmer: () => Stem;
  /** Whether words have so many forms that lists and spelling have to work with stems. */
  readonly isInflected: boolean;
  /** Endings in which forms of one word differ, for telling slips from forms. */
  readonly endings?: string;
  /** How its words change, for looking them up among the concepts. */
  readonly inflection?: Inflection;
  /** A verb, an adverb or an adjective, by its ending: matches a folded word. */
  readonly notNoun?: RegExp;
  /** Its words for each concept of concepts.json. Without them, no question in another language is understood. */
  readonly concepts?: readonly string[];
  /** Groups of words that any text uses interchangeably: "agreement treaty pact". Others are near if of one concept. */
  readonly synonyms?: readonly string[];
  /** How common terms are; written by `count-words`. Without it, all words are equally rare. */
  readonly frequencies?: FrequencyTable;
  /** Reads the vectors of its terms. Without them, no two terms are near. */
  readonly loadWordVectors?: () => WordVectors;
  /** How it writes numbers. Without them, only digits are numbers. */
  readonly numbers?: NumberWords;
  /** "9 a.m.", "noon". Without them, only 9:00 is a time of day. */
  readonly timeWords?: TimeWords;
  readonly units?: UnitGroups;
  /** Months, units, prepositions, negation … Number words are in `numbers`. */
  readonly tokenClasses: TokenClassLists;
  readonly dateWords: DateWords;

  /** Question patterns and what they ask for: a time, a person, a number … */
  readonly answerFrames: readonly AnswerFrame[];
  /** A clause before the question proper: "When the votes were counted, …". Matches the question as typed. */
  readonly clauseBefore?: RegExp;
  /**
   * Words that only ask, as groups: "which (day)". A passage that answers need not have
   * them. Match the question as typed; with the flag `d`.
   */
  readonly askingWords?: readonly RegExp[];
  /** "Name all twelve": several things by name. Matches the question as typed. */
  readonly lists?: ListForms;
  readonly naming?: NamingForms;
  /** Ages, sums of money, shares …: how they are asked for, and how they are written. */
  readonly quantities?: QuantityForms;
  readonly ages?: AgeForms;
  /** Ends where the thing counted begins: "How many | seats". Matches the question as typed. */
  readonly beforeCounted?: RegExp;
  readonly requestWords: RequestWordLists;
  readonly requests: RequestForms;
  readonly followUps: FollowUpForms;
  readonly turns: TurnForms;
  readonly speech: SpeechForms;
  /** Without them, nothing is asked of an archive as a whole. */
  readonly archive?: ArchiveForms;
  /** Without them, nobody is told from whom something is done to. */
  readonly roles?: RoleForms;
  /** A sentence that begins so needs the one before it: "He …", "But this …". */
  readonly hangingStart: RegExp;
  readonly facts: FactForms;
  readonly attribution: AttributionWords;
  /** Without them, nobody is meant by a description. */
  readonly descriptions?: DescriptionWords;
  /** Match whole messages, folded and without punctuation; the first match wins. */
  readonly smallTalk: readonly (readonly [RegExp, SmallTalkTopic])[];
  /** A greeting or thanks before a question. */
  readonly courtesy: RegExp;
  readonly messages: MessageForms;
  /** Questions that import suggests for an article. Without them, only its headings are suggested. */
  readonly ownQuestions?: OwnQuestions;
  /** What news pages say around an article. Without it, an imported page keeps more than its article. */
  readonly boilerplate?: BoilerplateForms;
};

export type ListForms = {
  readonly asks: RegExp;
  /** What joins several things in a text: a comma, an "and". */
  readonly items: RegExp;
};

/** How a language asks for names; what they are of follows. Patterns match the question as typed. */
export type NamingForms = {
  /** "What is the name of the | gunman?", "Who is the | mayor?" */
  readonly asksForName: RegExp;
  /** "Which | documents?" */
  readonly asksWhich: RegExp;
  /** Before a name, as folded words: "called", "as"; "is". */
  readonly names: WordForm;
  readonly is: WordForm;
  /** Between a thing and what it is of or from. */
  readonly of: WordForm;
  /** Before one that was told of before, as a folded word: "their", "other". */
  readonly toldBefore: WordForm;
};

export type Script = "Latin" | "Cyrillic";

/** A language's data with lookups that are built when they are first used. */
export type LanguagePack<Code extends string = string> = LanguageData<Code> & {
  readonly terms: Terms;
  readonly rarity: Rarity;
  readonly wordVectors: WordVectors;
  readonly datesIn: ReadDates;
  readonly words: RequestWords;
  readonly scoreSpelling: ScoreSpelling;
  readonly shared: ReadonlySet<string>;
  /** Its stop words in Latin letters, in the spelling that `romanisedLanguage()` compares. */
  readonly romanised: ReadonlySet<string>;
};

/** Words that readers use in requests, by what they ask for. */
export type RequestWordLists = {
  /** The text as a whole. */
  readonly overview: string;
  /** What the text says, point by point. */
  readonly mainPoint: string;
  readonly fact: string;
  readonly date: string;
  readonly people: string;
  readonly source: string;
  /** Words that link the nouns of a topic: "the history of the bridge". */
  readonly linking: string;
  /** Words for the text itself: "article", "story". */
  readonly text: string;
  /** Words that add nothing to any of these. */
  readonly filler: string;
  /** Verbs and nouns of saying and thinking. */
  readonly speech: string;
  /** Verbs of saying and thinking, in forms that are no nouns. */
  readonly reportingVerb: string;
  /** Those that do something by saying it, such as promising: a passage has to report that. */
  readonly speechAct: string;
  /** Words that ask for everything a person says. */
  readonly point: string;
  /** Words that ask who a person is: "name", "job". */
  readonly identity: string;
  /** Words by which readers choose what to buy or to like: "best", "cheap". */
  readonly judgement: string;
};

type OwnQuestions = {
  readonly says: (name: string) => string;
  readonly whoIs: (name: string) => string;
};

/** Words, looked up in any form and spelling. */
export type WordSet = { readonly has: (word: string) => boolean };

/** The lists as sets, and the stop words. */
export type RequestWords = Readonly<Record<keyof RequestWordLists | "stopWord", WordSet>>;

/** Patterns of requests, matched against a whole question or the text around a name in it. */
export type RequestForms = {
  /** "What is this about?", "tell me about the article": the text as a whole. */
  readonly aboutNothingElse: RegExp;
  /** "Which articles are there?", "another article": the list of all. */
  readonly otherArticles: RegExp;
  readonly whereFrom: RegExp;
  readonly byWhom: RegExp;
  /** "When did what happen?": all that the text dates. */
  readonly whatWhen: RegExp;
  /** "More", "what else?": the next passage. */
  readonly asksForMore: RegExp;
  /** Before a name: asks who that is. */
  readonly asksWho: RegExp;
  /** After a name that comes first: "Tom, who is that?" */
  readonly asksWhoAfter: RegExp;
  readonly asksWhat: RegExp;
  /** After a name: the question asks nothing else, or goes on with another question. */
  readonly nothingAfter: RegExp;
  /** All that stands between two names that belong together: "Ann | and | Bob". */
  readonly between: RegExp;
  /** Before a name with nothing else: "and Tom", "what about Tom". */
  readonly onlyNames: RegExp;
  readonly whatAbout: RegExp;
  /** Before a name: "why did", "when will". The question presumes that the person did something. */
  readonly beforeDoer: RegExp;
  /** Before a topic: "about the | promise". */
  readonly beforeTopic: RegExp;
  /** The question without its lead-in and politeness: "can you tell me …, please". */
  readonly direct: (question: string) => string;
  /** "What about" and the like: a topic follows. */
  readonly leadIn: RegExp;
};

/** Patterns that tie a question to the conversation before it. */
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

/** Patterns of questions about who says something, or what somebody says. */
export type SpeechForms = {
  /** Asks for somebody's words, up to the verb: "What did Ann say". Matches the question as typed. */
  readonly asksWhatIsSaid: RegExp;
  /** One that may stand for whoever speaks, as a whole word: "she", "they". */
  readonly speakerPronoun: RegExp;
  /** The opening of "Who says that …", "Whose opinion is it that …". */
  readonly asksForSpeaker: RegExp;
  /** Who says all this: "Whose opinions are these?", "Who says what?" */
  readonly asksForAll: RegExp;
  /** Whether a name is a speaker's, judging by the text around it. */
  readonly isSpeaker: (before: string, name: string, after: string) => boolean;
  /** "Says that …": a claim follows. */
  readonly claim: RegExp;
};

/** Lists of words in small letters; `*` is any ending. */
export type AttributionWords = {
  /** Before a name: "Mr", "President". */
  readonly titles: string;
  readonly femaleTitles: string;
  readonly maleTitles: string;
  /** What people are: "spokesman", "expert". */
  readonly roles: string;
  /** Whoever has one speaks for a body, or decides: "minister", "spokeswoman", "judge". */
  readonly offices: string;
  /** What somebody says something in: "Ann's statement" is Ann's word. */
  readonly writings: string;
  /** Part of the name of an organisation: "Department", "University". */
  readonly bodies: string;
  readonly pronouns: Readonly<Record<"he" | "she" | "they" | "who" | "own", string>>;
  /** Written with a capital letter, but nobody's name. */
  readonly notNames: string;
  /** Within a name, in small letters: "van", "de". */
  readonly particles: string;
  /** Within the name of an organisation: "of". */
  readonly ofBody: string;
  /** What a description of somebody already told of begins with: "the". */
  readonly known: string;
  /** … of somebody new: "a". */
  readonly unknown: string;
  readonly prepositions: string;
  /** Those of a place or time: "at the port". */
  readonly places: string;
  /** "And", "or". */
  readonly joining: string;
  /** Verbs that name the listener next: "told". */
  readonly told: string;
  /** "As" in "as Ann says": a name behind it is the subject. */
  readonly asSays: string;
  /** First names. */
  readonly femaleNames: string;
  readonly maleNames: string;
  /** For a language whose articles nothing was learned from: how it says that somebody speaks. */
  readonly cues?: CueWords;
};

export type CueWords = {
  /** Verbs of saying, thinking and planning. */
  readonly verbs: string;
  /** Those that say without more that somebody speaks. */
  readonly plain: string;
  /** Pattern source of the endings that tell a verb from a noun of the same root. */
  readonly verbEnding: string;
  readonly notVerbs: string;
  /** Verbs that with a "not" before them tell that nobody speaks: "did not answer". */
  readonly answers: string;
  readonly not: string;
  /** Beside a subject or a verb, but part of neither: "also", "later". */
  readonly adverbs: string;
  /** Begin what is said: "that", "whether". */
  readonly that: string;
  /** Pattern source: "according to", before a source. */
  readonly accordingTo: string;
  /** The same, source included: "in her words". */
  readonly ownAccordingTo: string;
  /** Pattern source: "This was said by": the sentence before is what is said. */
  readonly aboutThat: string;
  /** Of names. */
  readonly genitive: GenitiveEndings;
};

/** Endings in the genitive and in the nominative, longest first. */
type NameEndings = {
  readonly given: readonly (readonly [genitive: string, nominative: string])[];
  readonly family: readonly (readonly [genitive: string, nominative: string])[];
};

export type GenitiveEndings = { readonly he: NameEndings; readonly she: NameEndings };

/** Words that tell facts from views; matched against a sentence of an article. */
export type FactForms = {
  /** Somebody decided or did something: "approved", "signed". */
  readonly decision: RegExp;
  /** A view, a guess or a wish: "believes", "perhaps", "should". */
  readonly hedge: RegExp;
  /** Opens words that only say when, why or how something is so: "As shown in", "Following a trial". */
  readonly aside: RegExp;
  /** A heading, without its colon, above a list of what matters most: "Key points". */
  readonly keyHeading: RegExp;
};

/** Patterns of messages that answer, correct or continue the previous turn. */
export type TurnForms = {
  /** "Yes please": accepts the suggested question. Matches a whole message, folded. */
  readonly yes: RegExp;
  /** "No, I meant …": what was meant follows. */
  readonly correction: RegExp;
  /** "And …", "and about …": what follows replaces something in the previous question. */
  readonly and: RegExp;
  /** "What about …": the same, or a new topic. */
  readonly whatAbout: RegExp;
  /** "The second one" → 2; the last of a list → -1. Takes a whole message, folded. */
  readonly ordinal: (folded: string) => number | undefined;
  /** "The previous one". */
  readonly previous: RegExp;
  /** A name in the form of the one that it replaces: with its article or possessive ending. */
  readonly inPlaceOf: (other: string, name: string) => string;
  /** Asks what somebody says about a topic. */
  readonly saysAbout: (name: string, topic: string) => string;
};

/** Patterns that tell the questions of a message from what stands around them. */
export type MessageForms = {
  /** The opening of a sentence that ends with a question mark and asks a question of its own. */
  readonly opens: RegExp;
  /** The opening of a question without a question mark. */
  readonly asks: RegExp;
  /** Two questions in one sentence: "When is it and who is coming?" */
  readonly joined: {
    /** The opening of the first. */
    readonly first: RegExp;
    /** The "and" before the second. */
    readonly and: RegExp;
    /** Another one in the first makes both parts of a longer question. Global. */
    readonly questionWord: RegExp;
  };
  /** A sentence that asks the article nothing: "Can I ask you something?" Folded, without punctuation. */
  readonly aside: RegExp;
  /** The opening of a closing formula: "Best regards". A name may follow. */
  readonly closing: RegExp;
  /** What a device or program adds: "Sent from my iPhone". Matches the rest of a line. */
  readonly device: RegExp;
  /** "P.S." at the beginning of a sentence. */
  readonly postscript: RegExp;
};

/** Topics of messages that ask nothing about an article. */
export type SmallTalkTopic =
  | "greeting"
  | "thanks"
  | "goodbye"
  | "identity"
  | "abilities"
  | "feelings"
  | "agreement"
  /** "That's wrong", and worse. */
  | "complaint"
  /** Nothing but links and names. */
  | "address"
  /** What no article answers: the time now, a joke, sums, the bot's likes. */
  | "elsewhere"
  | "no-words";
