import type { SpeechForms } from "./vocabulary.ts";

/** Forms that are verbs wherever they stand. */
const SAYS =
  "says|said|saying|tells|told|thinks|thought|believes|believed|claimed|argues|argued|stated|mentions|mentioned|commented|announces|announced|predicts|predicted|warns|warned|expects|expected|called|promised|stresses|stressed|reported|agrees|agreed|disagrees|disagreed|denies|denied|say|think|believe|tell|argue";
/** Forms that may be nouns or adjectives as well: a verb behind "does A", "will A". */
const SAY =
  "claims?|states?|mention|comments?|announce|predict|warn|expect|calls?|promises?|stress|reports?|agree|disagree|deny";
const SAYING = `${SAYS}|${SAY}`;
const OPINION =
  "opinions?|views?|words|statements?|claims?|assessments?|points?|ideas?|predictions?|quotes?";

const ASKS_FOR_SPEAKER = new RegExp(
  `^(?:and |so |but |ok |okay )?(?:who(?: has| was it that| is it that|['’]s)? (?:${SAYING})\\b(?: (?:it|so|this))?|says who|who (?:is|was)(?: it)? (?:saying|quoted|claiming)|whose (?:${OPINION})(?: (?:is|was|are|were))?(?: (?:it|this|that|these|those))?|according to wh(?:om|o)|is (?:it|this|that)(?: just)?(?: really)? (?:an? )?(?:fact|opinion)(?: or (?:an?|somebody['’]s|someone['’]s) (?:opinion|fact))?|who told)[ ,:]*(?:that\\b)?`,
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

export const SPEECH: SpeechForms = {
  asksForSpeaker: ASKS_FOR_SPEAKER,
  isSpeaker: (before, name, behind) =>
    SURE_VERB_BEHIND.test(behind) ||
    (VERB_BEHIND.test(behind) && AUXILIARY_BEFORE.test(before)) ||
    (POSSESSIVE.test(name) && NOUN_BEHIND.test(behind)) ||
    OWNER_BEFORE.test(before),
  claim: /\bthat\b.*\w/iu,
};
