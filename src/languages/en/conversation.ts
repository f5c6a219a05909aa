import { ordinalReader } from "../ordinals.ts";
import type { FollowUpForms, TurnForms } from "../language-pack.ts";

const POSSESSIVE_PRONOUN = /^(?:his|her)$/iu;

export const ENGLISH_FOLLOW_UPS: FollowUpForms = {
  personalPronoun: /\b(?:he|him|his|she|her)\b/giu,
  otherPronoun: /\b(?:it|its|this|that|these|those|they|them|their|there|then)\b/iu,
  continues: /^(?:and|but|so|also|what about|how about|then)\b/iu,
  bareQuestion:
    /^(?:and |but |so |ok )?(?:who|when|where|why|how|how (?:many|much|long|come|so)|whom|which|which (?:ones?|one of them)|since when|until when|what for|why not|(?:why|when|where|how) (?:is|was) (?:that|this|it))(?: exactly| so| then)?\W*$/iu,
  whoIsIt:
    /(?<=^(?:and |so )?who (?:is|was|are) )(?:that|this|it|they)(?=(?: (?:guy|man|woman|person|exactly))?\W*$)/iu,
  nameFor: (pronoun, name) => (POSSESSIVE_PRONOUN.test(pronoun) ? `${name}'s` : name),
};

const ORDINALS = [
  "first|1st|one",
  "second|2nd|two",
  "third|3rd|three",
  "fourth|4th|four",
  "fifth|5th|five",
  "sixth|6th|six",
  "seventh|7th|seven",
  "eighth|8th|eight",
  "ninth|9th|nine",
  "tenth|10th|ten",
];
const PREFIX =
  "(?:and |ok |what about |how about |show (?:me )?|open |(?:tell me )?more (?:about|on) |tell me about )?";
const SUFFIX = "(?: (?:one|point|passage|item|fact|statement|please|pls))*";
const COUNTED = ORDINALS.map(
  (words) => new RegExp(`^${PREFIX}(?:the |number |no |point |item )?(?:${words})${SUFFIX}$`, "u"),
);
const FIGURE = new RegExp(
  `^${PREFIX}(?:number |no |point |item |passage )?(\\d{1,2})${SUFFIX}$`,
  "u",
);
const LAST = new RegExp(`^${PREFIX}(?:the )?last${SUFFIX}$`, "u");

const POSSESSIVE = /['’]s?$/u;

export const ENGLISH_TURNS: TurnForms = {
  yes: /^(?:(?:yes|yeah|yep|yup|sure|ok|okay|please|of course|go ahead|why not|do|do it|tell me|i do|i would|that one) ?)+$/u,
  correction:
    /^(?:(?:no|nope|nah|sorry|oops|wait|actually|not that)\W+)*(?:i|we) (?:mean|meant|was asking about|am asking about|asked about)\b[,:]?(?: to (?:ask|say|write)\b)?\s*/iu,
  and: /^(?:and|but|so|ok|then)(?: (?:about|on|of|with))?\b[,:]?\s*/iu,
  whatAbout: /^(?:(?:and|but|so|ok|then),? )?(?:what|how) about\b\s*/iu,
  ordinal: ordinalReader({ counted: COUNTED, last: LAST, figure: FIGURE }),
  previous:
    /^(?:(?:and|the|go|show|me|one|please) ?)*(?:previous|back|before that|earlier)(?: one)?$/u,
  // The question keeps the article of the other name.
  inPlaceOf: (other, name) => `${name.replace(/^the /iu, "")}${POSSESSIVE.exec(other)?.[0] ?? ""}`,
  saysAbout: (name, topic) => `What does ${name} say about ${topic}`,
};

/** "This year" and "those who" need nothing before them. */
export const ENGLISH_HANGING_START =
  /^["“‘«(\s]*(?:he|she|it|they|his|her|its|their|him|them|the (?:latter|former)|(?:this|that|these|those)(?! (?:year|month|week|morning|evening|spring|summer|autumn|fall|winter|who)\b)|and|but|so|yet|or|nor|then|still|also|thus|hence|however|moreover|besides|meanwhile|therefore|instead|otherwise|nevertheless|nonetheless|furthermore|likewise|in (?:addition|turn|contrast|response)|for (?:example|instance)|as a result|at the same time|on the other hand|by contrast)\b/iu;
