import type { AnswerFrame } from "../answer-type.ts";
import type { ListForms, NamingForms } from "../language-pack.ts";

const YES_OR_NO =
  /^(?:(?:and|but|so|ok) )?(?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)(?=\s|$)/u;
const BEGINS_WITH_WHY = /^(?:and |but |so )?why\b/u;
const BEGINS_WITH_WHERE = /^(?:and |but |so )?where\b/u;
const HOW_MANY = /\bhow (?:many|much|large|big|far|tall|high|old|often|heavy|deep|wide|fast)\b/u;
/** "From 20 to 22 March" says how many days. */
const HOW_LONG = /\bhow (?:long|many (?:days|nights|weeks|months))\b/u;
/** "What does a ticket cost?", but neither "what did it cost him" nor "what is the cost of living". */
const COST =
  /^(?:and |but |so )?what (?:do|does|did|will|would) .{1,60} cost(?! (?:him|her|them|us|me|you|the)\b)|\bhow (?:expensive|cheap)\b/u;
const AMOUNT =
  /(?<!^\d+ )\b(?:percent|percentage|amount|population)\b|\b(?:the|what|\w+) (?:number|price)\b/u;
const WHEN =
  /\b(?:when|dates?)\b|\b(?:what|which) (?:\w+ )?(?:year|day|month|century|decade|time)\b|\b(?:what|which|in) (?:years?|decade|century|month)\b/u;
const WHO = /\b(?:who|whom|whose)\b/u;
const WHERE =
  /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|city|place|region|state|town|location)\b/u;
const WHY = /\b(?:why|reasons?|causes?)\b/u;
const HOW = /\bhow\b/u;

/** Match folded questions without punctuation; the first match wins. */
export const ENGLISH_ANSWER_FRAMES: readonly AnswerFrame[] = [
  [YES_OR_NO, "anything"],
  [BEGINS_WITH_WHY, "reason"],
  [BEGINS_WITH_WHERE, "place"],
  [HOW_LONG, "duration"],
  [HOW_MANY, "number"],
  [COST, "number"],
  [AMOUNT, "number"],
  [WHEN, "time"],
  [WHO, "person"],
  [WHERE, "place"],
  [WHY, "reason"],
  [HOW, "manner"],
];

/** "When the votes were counted, who …?" asks for a person. */
export const ENGLISH_CLAUSE_BEFORE =
  /^(?:when|while|after|before|if|although|since|as|during) .*, (?=(?:what|which|who|where|why|how|when)\b)/iu;

/** Up to what is counted or measured: "How many of the | seats", "How | old". */
export const ENGLISH_BEFORE_COUNTED =
  /\bhow (?:many (?:of (?:the|these|those) )?|(?=(?:old|tall|high|deep|wide|heavy)\b))/iu;

/** "Which (day)", "what (happened) on 20 March". "Mean" is so common that it counts for little anyway. */
export const ENGLISH_ASKING_WORDS: readonly RegExp[] = [
  /\b(?:what|which) (?:exact )?(dates?|days?)\b/diu,
  /\bwhat (?:(?:is|was|will|did|does|else) )?(?:(?:going )?to )?(happen(?:s|ed|ing)?|occur(?:s|red)?|(?:takes?|took) place)(?= on (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber))/diu,
];

const SEVERAL =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|\\d+)";

export const ENGLISH_LISTS: ListForms = {
  asks: new RegExp(
    `^(?:(?:please|and|so),? )*(?:(?:name|list|enumerate|give me)(?: me)?(?: (?:the names|a list) of)? (?:all|every|each|both|(?:the )?${SEVERAL})|(?:which|what|who)(?: exactly)? (?:are )?(?:all )?(?:the |these |those )?${SEVERAL})\\b`,
    "iu",
  ),
  items: /[,;:]|\b(?:and|or)\b/iu,
};

const OF_SOMEBODY = "(?:(?:the|his|her|their|its|this|that|all|both|two|three|four|five) )*";
const IS = "(?: is| was| are| were|['’]?s) ";
const THE = "(?:the |his |her |their |its )";

export const ENGLISH_NAMING: NamingForms = {
  asksForName: new RegExp(
    `\\bnames? of ${OF_SOMEBODY}|^(?:(?:and|so|but),? )?(?:what${IS}(?!${THE}?(?:full |real )?names?\\b)${THE}?(?=.{2,60}\\b(?:called|named|names?)\\b)|who${IS}${THE})`,
    "iu",
  ),
  asksWhich:
    /^(?:(?:and|so|but),? )?(?:(?:in|to|of|from|at|on|by|for|with) )?which (?:(?:of|the|these|those|other|two|three|four|five) )*/iu,
  names: /^(?:called|named|nicknamed|known|dubbed|termed|titled|identified)$/u,
  is: /^(?:is|are|was|were|include|includes|included)$/u,
  of: /^(?:of|from)$/u,
  toldBefore: /^(?:his|her|its|their|other|these|those|this|both)$/u,
};
