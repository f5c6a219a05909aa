import { pattern } from "../east-slavic/cyrillic-pattern.ts";
import { RUSSIAN_COURTESY, RUSSIAN_SMALL_TALK } from "./small-talk.ts";
import { RUSSIAN_SPEECH } from "./speech.ts";
import { RUSSIAN_TURNS } from "./turns.ts";
import type { FollowUpForms, RequestForms, LanguagePack } from "../language-pack.ts";
import { RUSSIAN_REQUEST_WORDS } from "./request-words.ts";

const BEGINS = "^(?:(?:а|и|но|ну|то|так) )*";
const TELL =
  "(?:(?:скажи|скажите|объясни|объясните|расскажи|расскажите|подскажи|знаешь),? (?:мне )?)?";

const POLITENESS = pattern("(?<![,\\s])[,\\s]+(?:пожалуйста|спасибо)(?=\\W*$)");

const REQUESTS: RequestForms = {
  aboutNothingElse: pattern(
    `${BEGINS}(?:о|про) (?:ч[её]м|что)\\b|\\b(?:о|об|про) (?:этой |эту |самой )?(?:стать[еюи]|тексте?|материале?|новост[ьи]|это|этом)\\W*$|\\bвс[её]\\W*$|\\bв ч[её]м (?:суть|дело)\\b`,
  ),
  whereFrom: pattern(`${BEGINS}откуда\\b|${BEGINS}где\\b.*\\b(?:опубликован[оа]?|напечатано)\\W*$`),
  byWhom: pattern("\\bкто (?:это |е[её] |его )?(?:написал|написала|опубликовал)\\W*$"),
  goesOn: pattern(
    "^(?:(?:а|и|что|есть|что-то|расскажи|покажи|дай|давай|пожалуйста|можно|читай|читать) ?)*(?:ещ[её]|дальше|далее|больше|следующее|следующий|продолжай|продолжение)(?: что-то| есть)?\\W*$",
  ),
  asksWho: pattern(
    `${BEGINS}${TELL}(?:кто|что)(?: ж)?(?: (?:это|такой|такая|такое|такие|за человек|вообще))* ?$`,
  ),
  asksWhoBehind: pattern(
    "^[,–—-]? ?(?:это )?(?:кто|что)(?: (?:это|такой|такая|такое|он|она|оно))*\\W*$",
  ),
  asksWhat: pattern("\\b(?:кто|что|какой|какая|какое|каков|какова|каково|кем)\\b"),
  nothingBehind: pattern(
    "^(?: (?:это|есть|вообще|собственно|такой|такая))*(?:\\W*$|[,;]| и | или )",
  ),
  onlyNames: pattern(
    `${BEGINS}(?:что (?:о|об|про|насч[её]т|с|со) |как насч[её]т |насч[её]т |о |об |про )?$`,
  ),
  whatAbout: pattern("\\b(?:что (?:с|со)|насч[её]т|об?|про) $"),
  beforeDoer: pattern(`${BEGINS}(?:почему|зачем|когда|где|куда|как) $`),
  direct: (question) => question.replace(POLITENESS, ""),
  leadIn: pattern(`${BEGINS}(?:что (?:об?|про|насч[её]т|с|со)|как насч[её]т|насч[её]т|об?|про)\\b`),
};

const FOLLOW_UPS: FollowUpForms = {
  personalPronoun: pattern(
    "\\b(?:он|его|ему|им|него|нему|ним|нём|нем|она|е[её]|ей|ней|нею|неё)\\b",
    "giu",
  ),
  whoIsIt: pattern("(?<=^(?:(?:а|и) )?кто )(?:это)(?= ?\\W*$)"),
  otherPronoun: pattern(
    "\\b(?:это|этот|эта|эти|этого|этому|этим|этой|этою|эту|этих|этими|этом|того|оно|они|их|ими|них|ними|там|тогда|туда|оттуда)\\b",
  ),
  continues: pattern("^(?:а|и|но|ну|то|также|тогда|что насч[её]т|как насч[её]т)\\b"),
  bareQuestion: pattern(
    `${BEGINS}(?:кто|когда|где|почему|зачем|как|сколько|кому|кого|кем|чего|куда|откуда|с кем|как долго)(?: (?:именно|так|ж|же))?\\W*$`,
  ),
  nameFor: (_pronoun, name) => name,
};

export const RUSSIAN: LanguagePack = {
  words: RUSSIAN_REQUEST_WORDS,
  requests: REQUESTS,
  followUps: FOLLOW_UPS,
  turns: RUSSIAN_TURNS,
  speech: RUSSIAN_SPEECH,
  smallTalk: RUSSIAN_SMALL_TALK,
  courtesy: RUSSIAN_COURTESY,
  date: pattern(
    "\\b(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяею]|март[аеу]?|ма[йя]|август[ае]?|понедельник\\w*|вторник\\w*|сред[ауы]|четверг\\w*|пятниц\\w+|суббот\\w+|воскресень[ея])\\b|\\b(?:1\\d|20)\\d{2}\\b|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b",
  ),
};
