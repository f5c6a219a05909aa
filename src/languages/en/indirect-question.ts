/** What readers write before a question, and mean no more by than the question. */
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

/** A clause may follow behind these. */
const JOINED = /^,? (?:if|whether|that)\b,? /iu;
/** Without them what follows has to be a question, or a topic, by its first word. */
const ASKED =
  /^[,:]? (?=(?:about|on|what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|will|would)\b)/iu;
const POLITENESS = /(?<![,\s])[,\s]+(?:please|pls|plz|thanks|thank you|thx|then)(?=\W*$)/iu;

/** "I'd like to know when it starts, please" asks when it starts. */
export function direct(question: string): string {
  const polite = question.replace(POLITENESS, "");
  const before = BEFORE.exec(polite)?.[0];
  if (before === undefined) return polite;

  const behind = polite.slice(before.length);
  const joined = JOINED.exec(behind) ?? ASKED.exec(behind);
  return joined ? behind.slice(joined[0].length) : polite;
}
