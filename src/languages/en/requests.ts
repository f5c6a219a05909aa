import type { RequestForms } from "../language-pack.ts";

/** After "and": another question rather than another name. */
const ASKS_ANEW =
  "(?:what|who|whom|whose|when|where|why|how|which|if|whether|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|he|she|it|they|his|her|its|their|tell|show)\\b";

/** Words around "articles" that ask for their list. */
const LISTING =
  "(?:and|so|but|ok|well|what|which|show|list|give|tell|name|open|choose|pick|change|switch|go|back|to|me|us|are|is|there|do|does|you|u|have|has|know|got|other|others|another|different|all|the|a|these|those|any|some|more|else|can|could|i|we|ask|read|see|about|please|your|available|in|here|of|many|how)";
const OTHER_ARTICLES = new RegExp(
  `^(?:${LISTING}\\W+)*(?:articles|(?:another|different|other) (?:article|one of the articles))(?:\\W+${LISTING})*\\W*$`,
  "iu",
);

export const ENGLISH_REQUESTS: RequestForms = {
  aboutNothingElse:
    /\babout\W*$|\babout (?:this|the|that|your)\b|^in (?:an? )?(?:few|couple of|two|three) (?:words|sentences)\W*$/iu,
  otherArticles: OTHER_ARTICLES,
  whereFrom: /^(?:and )?where (?:is|does|did|was|do)\b.*\b(?:from|published)\W*$/iu,
  byWhom: /\bwho (?:is|was)(?: (?:it|this|that|the \w+))? by\W*$/iu,
  whatWhen:
    /^(?:and |so )?(?:when (?:did|does|do|will) (?:what|everything|all (?:of )?(?:this|that))|what (?:(?:happened|happens|takes place|took place|will happen) )?(?:and )?when)(?: (?:happen|happened|occur|take place))?\W*$|\b(?:timeline|sequence|order|chronology|list) of (?:the )?events\W*$|\bin (?:the )?(?:chronological order|order of time)\W*$|^(?:(?:show|give|make)(?: me)? )?(?:a |the )?timeline\W*$/iu,
  asksForMore:
    /^(?:(?:and|what|tell|show|me|anything|something|is|there|please|go|read) ?)*(?:more(?: details?)?|else|next|on|continue|further)\W*$/iu,
  asksWho:
    /^(?:and |so |but )?(?:(?:please )?(?:tell me|do you know|explain) )?(?:who|what)(?:['’]?s| is| are| was)?(?: this| that| exactly)?(?: the| an?)?(?: (?:mr|mrs|ms|miss|dr|sir)\.?)? ?$/iu,
  asksWhoAfter: /^[,–—-]? ?(?:is )?(?:who|what)(?:['’]?s| is)?(?: (?:he|she|it|that|this))?\W*$/iu,
  asksWhat: /\b(?:who|what|which)\b/iu,
  nothingAfter: new RegExp(
    `^(?: is| was| exactly| actually)?(?:\\W*$|[,;](?!.* (?:and|or) (?!${ASKS_ANEW}))| (?:and|or) (?=${ASKS_ANEW}))`,
    "iu",
  ),
  between: /^(?:,|,? (?:and|or)| &)(?: the)? ?$/iu,
  onlyNames:
    /^(?:and |but |so )?(?:what about |how about |about )?(?:the )?(?:(?:mr|mrs|ms|miss|dr|sir)\.? )?$/iu,
  whatAbout: /\babout (?:the )?$/iu,
  beforeDoer:
    /\b(?:why|when|where|how) (?:do|does|did|will|would|has|have|had|can|could|should|must|is|are|was|were) (?:the )?$/iu,
  beforeTopic:
    /\b(?:about|on|over|regarding|concerning)(?: (?:the|this|that|his|her|its|their))? /iu,
  direct,
  leadIn: /^(?:(?:and|so|but|ok) )?(?:(?:what|how) about|about|on)\b/iu,
};

/** Lead-ins that ask nothing themselves. */
const ASKING = [
  "(?:can|could|would|will) (?:you|u|i)(?: please| pls)? (?:tell|explain to|show|remind|ask)(?: me| you)?",
  "(?:please |pls )?(?:tell|explain to|remind) me(?: please)?",
  "i(?:['’]d| would) (?:like|love) to (?:know|hear|find out)",
  "i (?:want|need) to (?:know|find out)",
  "i(?:['’]m| am| was)? ?(?:just )?(?:wonder|wondering|curious|asking)",
  "do (?:you|we) (?:happen to )?know",
  "any idea",
  "is it (?:really )?(?:true|said|mentioned|stated|the case)",
  "does (?:the|this) (?:article|text|story|piece) (?:really |actually )?(?:say|mention|tell|explain|state|claim)",
  "what does (?:the|this) (?:article|text|story|piece) say",
  "(?:is there|have you got|do you have) (?:anything|something|any info|any information)",
  "(?:anything|something|info|information)",
];
const BEFORE = new RegExp(
  `^(?:(?:and|so|but|ok|please|pls),? )?(?:${ASKING.join("|")})(?: (?:anything|something|more|a bit))?\\b`,
  "iu",
);

/** Any clause may follow these. */
const JOINED = /^,? (?:if|whether|that)\b,? /iu;
/** Otherwise the rest has to begin like a question or a topic. */
const ASKED =
  /^[,:]? (?=(?:about|on|what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|will|would)\b)/iu;
const POLITENESS = /(?<![,\s])[,\s]+(?:please|pls|plz|thanks|thank you|thx|then)(?=\W*$)/iu;

const TEXT = "(?:the|this|that|your) (?:article|text|story|piece|post|news|author)";
const MENTIONED = "(?:mentioned|named|quoted|cited|referenced|brought up|referred to)";
/** Also what others do: "was the plan discussed?" may ask about a meeting. */
const TOLD = "(?:discussed|covered|addressed|included|described|talked about|written about)";
const IN_TEXT = `(?: (?:here|there|anywhere|somewhere|at all|too|also|in it|(?:in|by) ${TEXT}))*\\W*$`;
const MENTIONS =
  "(?:mention|discuss|cover|name|quote|cite|refer to|touch on|talk about|write about|speak (?:of|about)|(?:say|tell|have|contain) (?:anything|something) (?:about|on))";
/** "Is it mentioned?" asks about what is shown. */
const NAMED =
  "(?!(?:it|this|that|these|those|they|he|she|there|any|anyone|anything|anybody|who|what)\\b)";
/** What the rest of a question names is all that it asks about. */
const WHETHER_MENTIONED: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:and|but|so) )?(?:(?:is|are|was|were) ${NAMED}(.{1,200}?) ${MENTIONED}|(?:is|are) ${NAMED}(.{1,200}?) ${TOLD})${IN_TEXT}`,
    "iu",
  ),
  new RegExp(
    `^(?:(?:and|but|so) )?does (?:it|this|that|${TEXT})(?: (?:really|actually|also|even|ever))? ${MENTIONS} ${NAMED}(.{1,200}?)${IN_TEXT}`,
    "iu",
  ),
  new RegExp(
    `^(?:(?:and|but|so) )?(?:is|are) there (?:(?:any|a|some) )?(?:mentions? of|references? to) ${NAMED}(.{1,200}?)${IN_TEXT}`,
    "iu",
  ),
];

/** "Is the ferry mentioned in the article?" names the ferry. */
function mentioned(question: string): string | undefined {
  for (const form of WHETHER_MENTIONED) {
    const topic = form.exec(question)?.slice(1).find(Boolean);
    if (topic !== undefined) return `${topic}?`;
  }
  return undefined;
}

/** "I'd like to know when it starts, please" asks when it starts. */
function direct(question: string): string {
  const polite = question.replace(POLITENESS, "");
  const named = mentioned(polite);
  if (named !== undefined) return named;
  const before = BEFORE.exec(polite)?.[0];
  if (before === undefined) return polite;

  const after = polite.slice(before.length);
  const joined = JOINED.exec(after) ?? ASKED.exec(after);
  return joined ? after.slice(joined[0].length) : polite;
}
