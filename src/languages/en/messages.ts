import type { MessageForms } from "../language-pack.ts";

const LINK = "(?:(?:and|but|so|also|then|ok|please),? )*";
const PREPOSITION = "(?:(?:for|to|from|at|in|on|by|with|of|about|since|until|under|after) )?";
/** Also in no greeting: "Hi, when …?" */
export const ENGLISH_QUESTION_WORD = "(?:who|whom|whose|what|which|when|where|why|how)";
export const ENGLISH_AUXILIARY =
  "(?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)(?:n['’]?t)?";
/** "When is", "how many seats are", "what's" */
const INVERTED = `${PREPOSITION}${ENGLISH_QUESTION_WORD}(?:['’]s|['’]re|(?: [\\p{L}'’-]+){0,4} ${ENGLISH_AUXILIARY})\\b`;
const REQUEST = [
  "(?:please )?(?:tell|show|explain|describe|list|give|summari[sz]e|name|remind|let)(?: (?:me|us|to me|to us))?\\b",
  "(?:i|we)(?: just| only| also)? (?:want|need|would like|would love|wanted|wish)(?: you)? to (?:know|find out|hear|understand|learn)\\b",
  "(?:i|we)['’]d (?:like|love) to (?:know|find out|hear|understand|learn)\\b",
  "(?:i|we)(?:['’]m| am| was)? ?(?:just )?(?:wonder|wondering)\\b",
  "any (?:idea|info|information|news)\\b",
].join("|");
const SUBJECT = "(?:the|it|he|she|they|there|this|that|these|those|any|anyone|you|we|i)";

const THANKS = "(?:(?:many )?thanks|thank you|thank u|thx|ty|cheers)";
const CLOSING = [
  "(?:with )?(?:(?:my|the|our) )?(?:best|kind|kindest|warm|warmest|many|friendly)? ?(?:regards|wishes|greetings)",
  "(?:yours )?(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?",
  "yours|all the best|best|love|xoxo|rgds|br|take care|signed",
  `${THANKS}(?: (?:a lot|so much|very much|a million|again|ahead))?(?: in advance)?(?: for (?:the|your|any|all) (?:help|answers?|time|reply|response|info|information))?(?: in advance)?`,
  "have a (?:nice|good|great|lovely|wonderful) (?:day|one|evening|weekend|week|time)",
  "(?:i )?(?:am |['’]m )?(?:look|looking) forward to (?:your|hearing|an?) [\\p{L} ]{3,40}",
  "(?:i )?(?:would )?(?:really )?appreciate (?:it|your help|any help)",
].join("|");

export const ENGLISH_MESSAGES: MessageForms = {
  opens: new RegExp(
    `^${LINK}(?:${PREPOSITION}${ENGLISH_QUESTION_WORD}\\b|${ENGLISH_AUXILIARY}\\b|and\\b|what about\\b|how about\\b|${REQUEST})`,
    "iu",
  ),
  asks: new RegExp(
    `^${LINK}(?!which is\\b)(?:${INVERTED}|why\\b|who \\p{L}|what (?:happen|about|else)|how (?:about|to|much|many|long|often|old|far)\\b|${ENGLISH_AUXILIARY} ${SUBJECT}\\b|${REQUEST})`,
    "iu",
  ),
  joined: {
    first: new RegExp(`^${LINK}${INVERTED} \\p{L}`, "iu"),
    and: new RegExp(`,? (?:and|but)(?: also)? (?=${INVERTED} \\p{L})`, "iu"),
    questionWord: new RegExp(`\\b${ENGLISH_QUESTION_WORD}\\b`, "giu"),
  },
  aside:
    /^(?:(?:oh|well|so|hm+|and|but|hi|hello|hey) )*(?:really|seriously|what|huh|eh|right|correct|true|yes|no|ok|you know(?: what)?|guess what|no way|wait what|(?:can|could|may|might) i ask(?: you)?(?: (?:a|an|one|some|another|something|anything|quick|short|few|simple|questions?|here|please))*|(?:i|we) (?:have|ve|got|have got|ve got|would like to ask|d like to ask|want to ask|wanted to ask|need to ask)(?: you)?(?: (?:a|an|one|two|three|some|another|quick|short|small|few|couple|of|simple|more))* questions?(?: (?:about|on|for|regarding) (?:this|the|your|you|it|article|text|story|piece|news)(?: (?:article|text|story|piece))?)?|(?:(?:a|one|my|another|quick|short|small|simple) )*questions?(?: (?:about|on) (?:this|the) (?:article|text|story))?|(?:can|could|would) (?:you|anyone|somebody|someone|anybody)(?: please)? (?:please )?(?:help|answer|assist)(?: (?:me|us|please|this|it|these|the|my|questions?|here))*|(?:is )?(?:anyone|anybody|somebody|someone) (?:here|there|home)|are you (?:there|here|online|awake|ready|busy)|(?:do )?you (?:got|have) a (?:minute|moment|second)|got a (?:minute|moment|second)|help(?: me)?(?: please)?|please help(?: me)?|please|please answer(?: (?:me|briefly|quickly|asap|soon))*|(?:it is |its )?urgent|asap|sorry(?: (?:for|to) (?:bother|bothering|disturb|disturbing|the)(?: (?:you|trouble|inconvenience))?)?|excuse me|pardon(?: me)?|i apologi[sz]e|(?:i )?hope (?:you|this|all|everything)(?: \w+){0,6}|i look forward to(?: \w+){1,5}|(?:i )?(?:would )?(?:really )?appreciate(?: \w+){1,4})$/u,
  closing: new RegExp(`^(?:${CLOSING})(?![\\p{L}\\p{N}])`, "iu"),
  device:
    /^(?:sent (?:from|via|using|with|by)|get|download) (?:my |the )?(?=.*(?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|pixel|nokia|motorola|blackberry|phone|mobile|tablet|device|mail|outlook|spark|proton|windows|telegram|whatsapp|app)\b)[^?\n]{1,80}$/iu,
  postscript: /^p\.? ?p?\.? ?s\b[.:,;–—-]*\s*/iu,
};
