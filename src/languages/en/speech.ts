import { anyOf } from "../pattern.ts";
import type { SpeechForms } from "../language-pack.ts";
import { ENGLISH_REPORTING_VERBS } from "./reporting-verbs.ts";

const { claims, finite, base, ing } = ENGLISH_REPORTING_VERBS;
const CLAIMS = anyOf(`${claims} agree agrees agreed deny denies denied promised promises`);
/** "Calls it a trap", but not "calls the doctor". */
const CALLS = "call(?:s|ed|ing)? (?:for|on|it|this|that|him|her|them)";
const OPINION = anyOf(`
  opinion opinions view views words statement statements claim claims assessment assessments
  point points idea ideas prediction predictions quote quotes comment comments thought thoughts warning
  warnings promise promises demand demands proposal proposals argument arguments remark remarks`);

const IT = "(?:it|this|that)";
const ASKING_FOR_SPEAKER = [
  `who(?: has| else| was it that| is it that|['’]s)? (?:${CLAIMS}|${CALLS})\\b(?: (?:you|us|me|them))?(?: (?:it|so|this))?`,
  "says who",
  "who (?:is|was)(?: it)? (?:saying|quoted|claiming)",
  `whose ${OPINION}(?: (?:is|was|are|were))?(?: (?:it|this|that|these|those))?`,
  "according to wh(?:om|o)",
  `is ${IT}(?: just)?(?: really)? (?:an? )?(?:fact|opinion)(?: or (?:an?|somebody['’]s|someone['’]s) (?:opinion|fact))?`,
  `(?:is|was) ${IT} (?:an? |his |her |their )(?:(?:direct|exact|literal|own) )*(?:quote|quotation|words)`,
  // Asked of the passage just shown; the answer is who says it.
  `(?:really|are you sure(?: about ${IT})?|is ${IT} (?:really )?(?:true|right|correct|certain|so)|(?:does|did) (?:the article|the text|it|he|she|they) (?:really |actually )?(?:say|state|claim) ${IT})(?=\\W*$)`,
];
const ASKS_FOR_SPEAKER = new RegExp(
  `^(?:and |so |but |ok |okay )?(?:${ASKING_FOR_SPEAKER.join("|")})[ ,:]*(?:that\\b)?`,
  "iu",
);

const ADVERBS = "(?: (?:also|really|actually|himself|herself|itself|now|ever|just|else))*";
const FINITE_AFTER = new RegExp(`^${ADVERBS} (?:${anyOf(finite)}|${CALLS})\\b`, "iu");
const BASE_AFTER = new RegExp(`^${ADVERBS} (?:${anyOf(base)}|${CALLS})\\b`, "iu");
const ING_AFTER = new RegExp(`^${ADVERBS} (?:${anyOf(ing)}|${CALLS})\\b`, "iu");
const AUXILIARY_BEFORE =
  /\b(?:do|does|did|will|would|can|could|should|might|may|has|have|had) (?:the )?$/iu;
/** "What is Ann told?" asks for nothing that Ann says. */
const BE_BEFORE = /\b(?:am|is|are|was|were|be|been) (?:the )?$/iu;
const NOUN_AFTER = new RegExp(`^(?: (?:main|key|own|personal))* ${OPINION}\\b`, "iu");
const OWNER_BEFORE = new RegExp(
  `(?:according to|in the (?:eyes|opinion|view) of|\\b${OPINION} (?:of|by|from))(?: the)? ?$`,
  "iu",
);
const POSSESSIVE = /['’]s?$/u;

export const ENGLISH_SPEECH: SpeechForms = {
  asksWhatIsSaid:
    /^(?:(?:and|so|but),? )?(?:what|how) (?:exactly )?(?:do|does|did|has|have|had|is|was) .{2,80}? (?:say|said|saying|says|tell|told|comment|claim|argue)\b/iu,
  speakerPronoun: /^(?:he|she|they|who|I|we)$/iu,
  asksForSpeaker: ASKS_FOR_SPEAKER,
  asksForAll:
    /^(?:and |so )?(?:whose (?:opinions|views|words|statements|claims|points|ideas|predictions|quotes) (?:are|were) (?:these|those|they)|who (?:says|said|claims) what|who (?:all )?(?:speaks|talks)|who(?: is|['’]s) (?:quoted|cited|speaking|talking))(?: (?:here|in (?:it|here|(?:the|this) (?:article|text|story|piece))))?\W*$/iu,
  isSpeaker: (before, name, after) =>
    (FINITE_AFTER.test(after) && !BE_BEFORE.test(before)) ||
    (BASE_AFTER.test(after) && AUXILIARY_BEFORE.test(before)) ||
    (ING_AFTER.test(after) && BE_BEFORE.test(before)) ||
    (POSSESSIVE.test(name) && NOUN_AFTER.test(after)) ||
    OWNER_BEFORE.test(before),
  claim: /\bthat\b.*\w/iu,
};
