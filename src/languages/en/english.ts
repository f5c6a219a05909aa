import { conceptsIn } from "../concepts.ts";
import { NO_INFLECTION } from "../word-forms.ts";
import type { LanguageData } from "../language-pack.ts";
import { ENGLISH_ARCHIVE } from "./archive.ts";
import {
  ENGLISH_ANSWER_FRAMES,
  ENGLISH_ASKING_WORDS,
  ENGLISH_LISTS,
  ENGLISH_NAMING,
  ENGLISH_BEFORE_COUNTED,
  ENGLISH_CLAUSE_BEFORE,
} from "./answer-frames.ts";
import { ENGLISH_AGES, ENGLISH_QUANTITIES } from "./quantities.ts";
import { ENGLISH_FOLLOW_UPS, ENGLISH_HANGING_START, ENGLISH_TURNS } from "./conversation.ts";
import { ENGLISH_DATES } from "./dates.ts";
import frequencies from "./frequencies.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import { ENGLISH_ATTRIBUTION_WORDS } from "./attribution-words.ts";
import { ENGLISH_DESCRIPTIONS } from "./descriptions.ts";
import { loadWordVectors } from "../load-word-vectors.ts";
import { ENGLISH_MESSAGES } from "./messages.ts";
import { ENGLISH_BOILERPLATE } from "./boilerplate.ts";
import { ENGLISH_NUMBERS } from "./numbers.ts";
import { ENGLISH_FACTS } from "./facts.ts";
import { ENGLISH_REQUESTS } from "./requests.ts";
import { ENGLISH_REQUEST_WORDS } from "./request-words.ts";
import { ENGLISH_COURTESY, ENGLISH_SMALL_TALK } from "./small-talk.ts";
import { ENGLISH_ROLES } from "./roles.ts";
import { ENGLISH_SPEECH } from "./speech.ts";
import { englishStemmer } from "./stem-english.ts";
import { ENGLISH_STOP_WORDS } from "./stop-words.ts";
import { ENGLISH_TIMES } from "./times.ts";
import { ENGLISH_TOKEN_CLASSES } from "./token-classes.ts";
import { ENGLISH_UNITS } from "./units.ts";

export const ENGLISH = {
  code: "en",
  name: "English",
  script: "Latin",
  stopWords: ENGLISH_STOP_WORDS,
  neverStopWords: "May",
  createStemmer: englishStemmer,
  isInflected: false,
  endings: "s es ies y ed d ing er ers ly ion ions al ist ists",
  inflection: {
    ...NO_INFLECTION,
    endings: [["- y e s ion ist", "s es ies y ed d ing er ers ly ion ions al ist ists"]],
  },
  notNoun: /\p{L}{3}(?:ly|ed|ing|ial|ful|less|ous|ive|[ai]ble|[iy][sz]es?|ates?|if(?:y|ies))$/u,
  synonyms,
  concepts: conceptsIn("en"),
  frequencies,
  loadWordVectors,
  numbers: ENGLISH_NUMBERS,
  timeWords: ENGLISH_TIMES,
  units: ENGLISH_UNITS,
  tokenClasses: ENGLISH_TOKEN_CLASSES,
  dateWords: ENGLISH_DATES,
  answerFrames: ENGLISH_ANSWER_FRAMES,
  askingWords: ENGLISH_ASKING_WORDS,
  lists: ENGLISH_LISTS,
  naming: ENGLISH_NAMING,
  quantities: ENGLISH_QUANTITIES,
  ages: ENGLISH_AGES,
  clauseBefore: ENGLISH_CLAUSE_BEFORE,
  beforeCounted: ENGLISH_BEFORE_COUNTED,
  requestWords: ENGLISH_REQUEST_WORDS,
  requests: ENGLISH_REQUESTS,
  followUps: ENGLISH_FOLLOW_UPS,
  turns: ENGLISH_TURNS,
  speech: ENGLISH_SPEECH,
  archive: ENGLISH_ARCHIVE,
  roles: ENGLISH_ROLES,
  hangingStart: ENGLISH_HANGING_START,
  facts: ENGLISH_FACTS,
  attribution: ENGLISH_ATTRIBUTION_WORDS,
  descriptions: ENGLISH_DESCRIPTIONS,
  smallTalk: ENGLISH_SMALL_TALK,
  courtesy: ENGLISH_COURTESY,
  messages: ENGLISH_MESSAGES,
  boilerplate: ENGLISH_BOILERPLATE,
  ownQuestions: {
    says: (name) => `What does ${name} say?`,
    whoIs: (name) => `Who is ${name}?`,
  },
} satisfies LanguageData<"en">;
