import { conceptsIn } from "../concepts.ts";
import type { LanguageData } from "../language-pack.ts";
import { RUSSIAN_ARCHIVE } from "./archive.ts";
import {
  RUSSIAN_ANSWER_FRAMES,
  RUSSIAN_ASKING_WORDS,
  RUSSIAN_LISTS,
  RUSSIAN_NAMING,
  RUSSIAN_BEFORE_COUNTED,
} from "./answer-frames.ts";
import { RUSSIAN_AGES, RUSSIAN_QUANTITIES } from "./quantities.ts";
import { RUSSIAN_FOLLOW_UPS, RUSSIAN_HANGING_START, RUSSIAN_TURNS } from "./conversation.ts";
import { RUSSIAN_DATES } from "./dates.ts";
import frequencies from "./frequencies.json" with { type: "json" };
import { RUSSIAN_MESSAGES } from "./messages.ts";
import { RUSSIAN_BOILERPLATE } from "./boilerplate.ts";
import { RUSSIAN_INFLECTION } from "./inflection.ts";
import { RUSSIAN_NUMBERS } from "./numbers.ts";
import { RUSSIAN_ATTRIBUTION_WORDS } from "./attribution-words.ts";
import { RUSSIAN_DESCRIPTIONS } from "./descriptions.ts";
import { RUSSIAN_FACTS } from "./facts.ts";
import { RUSSIAN_REQUESTS } from "./requests.ts";
import { RUSSIAN_REQUEST_WORDS } from "./request-words.ts";
import { RUSSIAN_COURTESY, RUSSIAN_SMALL_TALK } from "./small-talk.ts";
import { RUSSIAN_ROLES } from "./roles.ts";
import { RUSSIAN_SPEECH } from "./speech.ts";
import spelling from "./spelling.json" with { type: "json" };
import { russianStemmer } from "./stem-russian.ts";
import { RUSSIAN_STOP_WORDS } from "./stop-words.ts";
import { RUSSIAN_SYNONYMS } from "./synonyms.ts";
import { RUSSIAN_TIMES } from "./times.ts";
import { RUSSIAN_TOKEN_CLASSES } from "./token-classes.ts";
import { RUSSIAN_UNITS } from "./units.ts";

export const RUSSIAN = {
  code: "ru",
  name: "Russian",
  script: "Cyrillic",
  ownLetters: /[ыэёъ]/iu,
  spelling,
  romanisation:
    "а a,б b,в v,г g,д d,е e,ё yo,ж zh,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch,ы y,э e,ю yu,я ya",
  stopWords: RUSSIAN_STOP_WORDS,
  createStemmer: russianStemmer,
  isInflected: true,
  endings:
    "а я о е у ю и ы ый ий ой ей ого его ому ему ым им ых их ыми ими ою ею ом ем ам ям ами ями ах ях ов ев й ь ть еть ться тся л ла ло ли лась лся лись т ет ит ют ут ат ят нуть нул нула нуло нули ный ная но на ны",
  inflection: RUSSIAN_INFLECTION,
  notNoun:
    /\p{L}{2}(?:[аяеиуоы]ть|ться|тся|[аяиеуы]л[аои]?|л[аои]?сь|лся|[еи]т|[уюая]т|[еи]шь|[еи]м|[ыио]й|[ое]го|[ое]му|[ыи]х|[ыи]ми)$/u,
  concepts: conceptsIn("ru"),
  synonyms: RUSSIAN_SYNONYMS,
  frequencies,
  numbers: RUSSIAN_NUMBERS,
  timeWords: RUSSIAN_TIMES,
  units: RUSSIAN_UNITS,
  tokenClasses: RUSSIAN_TOKEN_CLASSES,
  dateWords: RUSSIAN_DATES,
  answerFrames: RUSSIAN_ANSWER_FRAMES,
  askingWords: RUSSIAN_ASKING_WORDS,
  lists: RUSSIAN_LISTS,
  naming: RUSSIAN_NAMING,
  quantities: RUSSIAN_QUANTITIES,
  ages: RUSSIAN_AGES,
  beforeCounted: RUSSIAN_BEFORE_COUNTED,
  requestWords: RUSSIAN_REQUEST_WORDS,
  requests: RUSSIAN_REQUESTS,
  followUps: RUSSIAN_FOLLOW_UPS,
  turns: RUSSIAN_TURNS,
  speech: RUSSIAN_SPEECH,
  archive: RUSSIAN_ARCHIVE,
  roles: RUSSIAN_ROLES,
  hangingStart: RUSSIAN_HANGING_START,
  facts: RUSSIAN_FACTS,
  attribution: RUSSIAN_ATTRIBUTION_WORDS,
  descriptions: RUSSIAN_DESCRIPTIONS,
  smallTalk: RUSSIAN_SMALL_TALK,
  courtesy: RUSSIAN_COURTESY,
  messages: RUSSIAN_MESSAGES,
  boilerplate: RUSSIAN_BOILERPLATE,
  ownQuestions: {
    says: (name) => `Что говорит ${name}?`,
    whoIs: (name) => `${name} – кто это?`,
  },
} satisfies LanguageData<"ru">;
