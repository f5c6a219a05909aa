import { anyOf } from "../pattern.ts";
import type { SpeechForms } from "../language-pack.ts";

/** Forms that are always verbs; for "what does she insist on?", see `SPEECH` in request-words.ts. */
const REPORTING_VERBS = `
  says said saying tells told thinks thought believes believed claimed argues argued stated
  mentions mentioned commented announces announced predicts predicted warns warned expects
  expected called promised stresses stressed reported agrees agreed disagrees disagreed denies
  denied say think believe tell argue`;
/** Forms that may be nouns or adjectives too: verbs only after "does" or "will". */
const VERBS_OR_NOUNS = `
  claim claims state states mention comment comments announce predict warn expect call calls
  promise promises stress report reports agree disagree deny`;
const SAYS = anyOf(REPORTING_VERBS);
const SAYING = anyOf(`${REPORTING_VERBS} ${VERBS_OR_NOUNS}`);
const OPINION = anyOf(`
  opinion opinions view views words statement statements claim claims assessment assessments
  point points idea ideas prediction predictions quote quotes`);

const IT = "(?:it|this|that)";
const ASKING_FOR_SPEAKER = [
  `who(?: has| else| was it that| is it that|['’]s)? ${SAYING}\\b(?: (?:you|us|me|them))?(?: (?:it|so|this))?`,
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
const SURE_VERB_AFTER = new RegExp(`^${ADVERBS} ${SAYS}\\b`, "iu");
const VERB_AFTER = new RegExp(`^${ADVERBS} ${SAYING}\\b`, "iu");
const AUXILIARY_BEFORE =
  /\b(?:do|does|did|will|would|can|could|should|might|may|has|have|had) (?:the )?$/iu;
const NOUN_AFTER = new RegExp(`^(?: (?:main|key|own|personal))* ${OPINION}\\b`, "iu");
const OWNER_BEFORE = new RegExp(
  `(?:according to|in the (?:eyes|opinion|view) of|\\b${OPINION} (?:of|by|from))(?: the)? ?$`,
  "iu",
);
const POSSESSIVE = /['’]s?$/u;

export const ENGLISH_SPEECH: SpeechForms = {
  asksForSpeaker: ASKS_FOR_SPEAKER,
  isSpeaker: (before, name, after) =>
    SURE_VERB_AFTER.test(after) ||
    (VERB_AFTER.test(after) && AUXILIARY_BEFORE.test(before)) ||
    (POSSESSIVE.test(name) && NOUN_AFTER.test(after)) ||
    OWNER_BEFORE.test(before),
  claim: /\bthat\b.*\w/iu,
};
