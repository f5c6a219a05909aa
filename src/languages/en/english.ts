import { direct } from "./indirect-question.ts";
import { ENGLISH_COURTESY, ENGLISH_SMALL_TALK } from "./small-talk.ts";
import { ENGLISH_SPEECH } from "./speech.ts";
import { ENGLISH_TURNS } from "./turns.ts";
import type { FollowUpForms, RequestForms, LanguagePack } from "../language-pack.ts";
import { ENGLISH_REQUEST_WORDS } from "./request-words.ts";

const REQUESTS: RequestForms = {
  aboutNothingElse: /\babout\W*$|\babout (?:this|the|that|your)\b/iu,
  whereFrom: /^(?:and )?where (?:is|does|did|was|do)\b.*\b(?:from|published)\W*$/iu,
  byWhom: /\bwho (?:is|was)(?: (?:it|this|that|the \w+))? by\W*$/iu,
  goesOn:
    /^(?:(?:and|what|tell|show|me|anything|something|is|there|please|go|read) ?)*(?:more|else|next|on|continue|further)\W*$/iu,
  asksWho:
    /^(?:and |so |but )?(?:(?:please )?(?:tell me|do you know|explain) )?(?:who|what)(?:['’]?s| is| are| was)?(?: this| that| exactly)?(?: the| an?)? ?$/iu,
  asksWhoBehind: /^[,–—-]? ?(?:is )?(?:who|what)(?:['’]?s| is)?(?: (?:he|she|it|that|this))?\W*$/iu,
  asksWhat: /\b(?:who|what|which)\b/iu,
  nothingBehind: /^(?: is| was| exactly| actually)?(?:\W*$|[,;]| and | or )/iu,
  onlyNames: /^(?:and |but |so )?(?:what about |how about |about )?(?:the )?$/iu,
  whatAbout: /\babout (?:the )?$/iu,
  beforeDoer:
    /\b(?:why|when|where|how) (?:do|does|did|will|would|has|have|had|can|could|should|must|is|are|was|were) (?:the )?$/iu,
  direct,
  leadIn: /^(?:(?:and|so|but|ok) )?(?:(?:what|how) about|about|on)\b/iu,
};

const POSSESSIVE_PRONOUN = /^(?:his|her)$/iu;

const FOLLOW_UPS: FollowUpForms = {
  personalPronoun: /\b(?:he|him|his|she|her)\b/giu,
  otherPronoun: /\b(?:it|its|this|that|these|those|they|them|their|there|then)\b/iu,
  continues: /^(?:and|but|so|also|what about|how about|then)\b/iu,
  bareQuestion:
    /^(?:and |but |so |ok )?(?:who|when|where|why|how|how (?:many|much|long|come|so)|whom|which|which (?:ones?|one of them)|since when|until when|what for|why not|(?:why|when|where|how) (?:is|was) (?:that|this|it))(?: exactly| so| then)?\W*$/iu,
  whoIsIt:
    /(?<=^(?:and |so )?who (?:is|was|are) )(?:that|this|it|they)(?=(?: (?:guy|man|woman|person|exactly))?\W*$)/iu,
  nameFor: (pronoun, name) => (POSSESSIVE_PRONOUN.test(pronoun) ? `${name}'s` : name),
};

export const ENGLISH: LanguagePack = {
  words: ENGLISH_REQUEST_WORDS,
  requests: REQUESTS,
  followUps: FOLLOW_UPS,
  turns: ENGLISH_TURNS,
  speech: ENGLISH_SPEECH,
  smallTalk: ENGLISH_SMALL_TALK,
  courtesy: ENGLISH_COURTESY,
  date: /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:1\d|20)\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu,
};
