import { pattern } from "../pattern.ts";
import type { LanguageData } from "../language-pack.ts";
import { UKRAINIAN_ANSWER_FRAMES } from "./answer-frames.ts";
import { UKRAINIAN_FOLLOW_UPS, UKRAINIAN_HANGING_START, UKRAINIAN_TURNS } from "./conversation.ts";
import frequencies from "./frequencies.json" with { type: "json" };
import { UKRAINIAN_NUMBERS } from "./numbers.ts";
import { UKRAINIAN_REQUESTS } from "./requests.ts";
import { UKRAINIAN_REQUEST_WORDS } from "./request-words.ts";
import { UKRAINIAN_COURTESY, UKRAINIAN_SMALL_TALK } from "./small-talk.ts";
import { UKRAINIAN_SPEECH } from "./speech.ts";
import spelling from "./spelling.json" with { type: "json" };
import { stemUkrainian } from "./stem-ukrainian.ts";
import { UKRAINIAN_STOP_WORDS } from "./stop-words.ts";
import { UKRAINIAN_TOKEN_CLASSES } from "./token-classes.ts";

const DATE = pattern(
  "\\b(?:січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|(?:берез|квіт|трав|черв|лип|серп|верес|жовт)(?:ень|ня|ні)|листопад\\w*|груд(?:ень|ня|ні)|понеділ\\w+|вівтор\\w+|серед[ау]|четвер\\w*|п['’ʼ]ятниц\\w+|субот\\w+|неділ[яюі])\\b|\\b(?:1\\d|20)\\d{2}\\b|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b",
);

export const UKRAINIAN = {
  code: "uk",
  name: "Ukrainian",
  script: "Cyrillic",
  ownLetters: /[іїєґ]/iu,
  spelling,
  stopWords: UKRAINIAN_STOP_WORDS,
  createStemmer: () => stemUkrainian,
  isInflected: true,
  synonyms: [],
  frequencies,
  numbers: UKRAINIAN_NUMBERS,
  tokenClasses: UKRAINIAN_TOKEN_CLASSES,
  date: DATE,
  answerFrames: UKRAINIAN_ANSWER_FRAMES,
  requestWords: UKRAINIAN_REQUEST_WORDS,
  requests: UKRAINIAN_REQUESTS,
  followUps: UKRAINIAN_FOLLOW_UPS,
  turns: UKRAINIAN_TURNS,
  speech: UKRAINIAN_SPEECH,
  hangingStart: UKRAINIAN_HANGING_START,
  smallTalk: UKRAINIAN_SMALL_TALK,
  courtesy: UKRAINIAN_COURTESY,
} satisfies LanguageData<"uk">;
