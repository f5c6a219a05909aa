import type { SpeechForms } from "../language-pack.ts";

/** Forms that are verbs wherever they stand. */
const SAYS =
  "says|said|saying|tells|told|thinks|thought|believes|believed|claimed|argues|argued|stated|mentions|mentioned|commented|announces|announced|predicts|predicted|warns|warned|expects|expected|called|promised|stresses|stressed|reported|agrees|agreed|disagrees|disagreed|denies|denied|say|think|believe|tell|argue";
/** Forms that may be nouns or adjectives as well: a verb behind "does A", "will A". */
const SAY =
  "claims?|states?|mention|comments?|announce|predict|warn|expect|calls?|promises?|stress|reports?|agree|disagree|deny";
const SAYING = `${SAYS}|${SAY}`;
const OPINION =
  "opinions?|views?|words|statements?|claims?|assessments?|points?|ideas?|predictions?|quotes?";

const IT = "(?:it|this|that)";
const ASKING_FOR_SPEAKER = [
  `who(?: has| else| was it that| is it that|['’]s)? (?:${SAYING})\\b(?: (?:you|us|me|them))?(?: (?:it|so|this))?`,
  "says who",
  "who (?:is|was)(?: it)? (?:saying|quoted|claiming)",
  `whose (?:${OPINION})(?: (?:is|was|are|were))?(?: (?:it|this|that|these|those))?`,
  "according to wh(?:om|o)",
  `is ${IT}(?: just)?(?: really)? (?:an? )?(?:fact|opinion)(?: or (?:an?|somebody['’]s|someone['’]s) (?:opinion|fact))?`,
  `(?:is|was) ${IT} (?:an? |his |her |their )(?:(?:direct|exact|literal|own) )*(?:quote|quotation|words)`,
  // Of what was shown, and of that alone: who says it is all there is to tell.
  `(?:really|are you sure(?: about ${IT})?|is ${IT} (?:really )?(?:true|right|correct|certain|so)|(?:does|did) (?:the article|the text|it|he|she|they) (?:really |actually )?(?:say|state|claim) ${IT})(?=\\W*$)`,
];
const ASKS_FOR_SPEAKER = new RegExp(
  `^(?:and |so |but |ok |okay )?(?:${ASKING_FOR_SPEAKER.join("|")})[ ,:]*(?:that\\b)?`,
  "iu",
);

const ADVERBS = "(?: (?:also|really|actually|himself|herself|itself|now|ever|just|else))*";
const SURE_VERB_BEHIND = new RegExp(`^${ADVERBS} (?:${SAYS})\\b`, "iu");
const VERB_BEHIND = new RegExp(`^${ADVERBS} (?:${SAYING})\\b`, "iu");
const AUXILIARY_BEFORE =
  /\b(?:do|does|did|will|would|can|could|should|might|may|has|have|had) (?:the )?$/iu;
const NOUN_BEHIND = new RegExp(`^(?: (?:main|key|own|personal))* (?:${OPINION})\\b`, "iu");
const OWNER_BEFORE = new RegExp(
  `(?:according to|in the (?:eyes|opinion|view) of|\\b(?:${OPINION}) (?:of|by|from))(?: the)? ?$`,
  "iu",
);
const POSSESSIVE = /['’]s?$/u;

export const ENGLISH_SPEECH: SpeechForms = {
  asksForSpeaker: ASKS_FOR_SPEAKER,
  isSpeaker: (before, name, behind) =>
    SURE_VERB_BEHIND.test(behind) ||
    (VERB_BEHIND.test(behind) && AUXILIARY_BEFORE.test(before)) ||
    (POSSESSIVE.test(name) && NOUN_BEHIND.test(behind)) ||
    OWNER_BEFORE.test(before),
  claim: /\bthat\b.*\w/iu,
};
