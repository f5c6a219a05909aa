import { conceptsIn } from "../concepts.ts";
import type { LanguageData } from "../language-pack.ts";
import { UKRAINIAN_ARCHIVE } from "./archive.ts";
import {
  UKRAINIAN_ANSWER_FRAMES,
  UKRAINIAN_ASKING_WORDS,
  UKRAINIAN_LISTS,
  UKRAINIAN_NAMING,
  UKRAINIAN_BEFORE_COUNTED,
} from "./answer-frames.ts";
import { UKRAINIAN_AGES, UKRAINIAN_QUANTITIES } from "./quantities.ts";
import { UKRAINIAN_FOLLOW_UPS, UKRAINIAN_HANGING_START, UKRAINIAN_TURNS } from "./conversation.ts";
import { UKRAINIAN_DATES } from "./dates.ts";
import frequencies from "./frequencies.json" with { type: "json" };
import { UKRAINIAN_MESSAGES } from "./messages.ts";
import { UKRAINIAN_BOILERPLATE } from "./boilerplate.ts";
import { UKRAINIAN_INFLECTION } from "./inflection.ts";
import { UKRAINIAN_NUMBERS } from "./numbers.ts";
import { UKRAINIAN_ATTRIBUTION_WORDS } from "./attribution-words.ts";
import { UKRAINIAN_DESCRIPTIONS } from "./descriptions.ts";
import { UKRAINIAN_FACTS } from "./facts.ts";
import { UKRAINIAN_REQUESTS } from "./requests.ts";
import { UKRAINIAN_REQUEST_WORDS } from "./request-words.ts";
import { UKRAINIAN_COURTESY, UKRAINIAN_SMALL_TALK } from "./small-talk.ts";
import { UKRAINIAN_SHARED_WORDS } from "./shared-words.ts";
import { UKRAINIAN_ROLES } from "./roles.ts";
import { UKRAINIAN_SPEECH } from "./speech.ts";
import spelling from "./spelling.json" with { type: "json" };
import { stemUkrainian } from "./stem-ukrainian.ts";
import { UKRAINIAN_STOP_WORDS } from "./stop-words.ts";
import { UKRAINIAN_SYNONYMS } from "./synonyms.ts";
import { UKRAINIAN_TIMES } from "./times.ts";
import { UKRAINIAN_TOKEN_CLASSES } from "./token-classes.ts";
import { UKRAINIAN_UNITS } from "./units.ts";

export const UKRAINIAN = {
  code: "uk",
  name: "Ukrainian",
  script: "Cyrillic",
  ownLetters: /[іїєґ]/iu,
  spelling,
  sharedWords: UKRAINIAN_SHARED_WORDS,
  romanisation:
    "а a,б b,в v,г h,ґ g,д d,е e,є ye,ж zh,з z,и y,і i,ї yi,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch,ю yu,я ya",
  stopWords: UKRAINIAN_STOP_WORDS,
  createStemmer: () => stemUkrainian,
  isInflected: true,
  endings:
    "а я о е є у ю и і ї ий ій ого ому им ім их іх ими ої ою ею єю ом ем єм ам ям ами ями ах ях ові еві ев ів їв й ь ти ть ться тися в вся ла ло ли лася лися ить ать ять уть ють нути нув нула нуло нули ний на но ні то",
  inflection: UKRAINIAN_INFLECTION,
  notNoun:
    /\p{L}{2}(?:ти|т[иь]ся|[аяиіе]в|[аяиіу]л[аои]|(?:ла|ло|ли|в)с[яь]|[еиаяєюу]ть|[ує]|[иі]мо|ємо|[еє]те|ти(?:му|меш|ме|мемо|мете|муть)|[иі]й|ого|ому|ої|[иі]х|[иі]ми)$|ться$/u,
  concepts: conceptsIn("uk"),
  synonyms: UKRAINIAN_SYNONYMS,
  frequencies,
  numbers: UKRAINIAN_NUMBERS,
  timeWords: UKRAINIAN_TIMES,
  units: UKRAINIAN_UNITS,
  tokenClasses: UKRAINIAN_TOKEN_CLASSES,
  dateWords: UKRAINIAN_DATES,
  answerFrames: UKRAINIAN_ANSWER_FRAMES,
  askingWords: UKRAINIAN_ASKING_WORDS,
  lists: UKRAINIAN_LISTS,
  naming: UKRAINIAN_NAMING,
  quantities: UKRAINIAN_QUANTITIES,
  ages: UKRAINIAN_AGES,
  beforeCounted: UKRAINIAN_BEFORE_COUNTED,
  requestWords: UKRAINIAN_REQUEST_WORDS,
  requests: UKRAINIAN_REQUESTS,
  followUps: UKRAINIAN_FOLLOW_UPS,
  turns: UKRAINIAN_TURNS,
  speech: UKRAINIAN_SPEECH,
  archive: UKRAINIAN_ARCHIVE,
  roles: UKRAINIAN_ROLES,
  hangingStart: UKRAINIAN_HANGING_START,
  facts: UKRAINIAN_FACTS,
  attribution: UKRAINIAN_ATTRIBUTION_WORDS,
  descriptions: UKRAINIAN_DESCRIPTIONS,
  smallTalk: UKRAINIAN_SMALL_TALK,
  courtesy: UKRAINIAN_COURTESY,
  messages: UKRAINIAN_MESSAGES,
  boilerplate: UKRAINIAN_BOILERPLATE,
  ownQuestions: {
    says: (name) => `Що каже ${name}?`,
    whoIs: (name) => `${name} – хто це?`,
  },
} satisfies LanguageData<"uk">;
