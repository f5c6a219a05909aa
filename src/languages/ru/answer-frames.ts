import type { AnswerFrame } from "../answer-type.ts";
import type { ListForms } from "../language-pack.ts";
import { asWords, pattern } from "../pattern.ts";

const YES_OR_NO = /^(?:разве|неужели)(?=\s|$)|^(?:а |и |но )?\S+ ли(?=\s|$)/u;
const WHY = asWords("почему|зачем|отчего|причин[аыу]");
const HOW_LONG = asWords("как(?: же)? долго|сколько (?:времени|дней|часов|лет|недель|месяцев)");
const WHAT_TIME = asWords("во сколько|в котором часу|который час");
const HOW_MANY = asWords("сколько|скольких|скольким|количество");
const PRICE = asWords(
  "(?:какая|какой|какую|какова) (?:цена|ценой|цену|стоимость|плата)|по какой цене|почем",
);
const WHEN = asWords(
  "когда|дата|даты|дату|как(?:ого|ом|ой) (?:числа|дня|день|год|году|года|месяце|месяца|веке)",
);
const WHERE = asWords("где|куда|откуда");
const WHO = asWords(
  "кто|кого|кому|кем|ком|чей|чья|чье|чьи|чью|чьего|чьей|чьих|чьему|чьим|чьими|чьем",
);
const HOW = asWords("как|каким образом");

/** Match folded questions without punctuation; the first match wins. */
export const RUSSIAN_ANSWER_FRAMES: readonly AnswerFrame[] = [
  [YES_OR_NO, "anything"],
  [WHY, "reason"],
  [HOW_LONG, "duration"],
  [WHAT_TIME, "time"],
  [HOW_MANY, "number"],
  [PRICE, "number"],
  [WHEN, "time"],
  [WHERE, "place"],
  [WHO, "person"],
  [HOW, "manner"],
];

/** "Какого (числа)", "что это (означает)", "что (случилось) 20 марта". */
export const RUSSIAN_ASKING_WORDS: readonly RegExp[] = [
  pattern(
    "\\bкак(?:ого|ому|ой|ом|ую|ие|их|им) (?:именно )?(числ\\w+|день|дн\\w+|дат\\w+|год\\w*|месяц\\w*)\\b",
    "diu",
  ),
  pattern("\\b(?:что|как)\\b.{0,100}\\b(означа\\w+|обознача\\w+|значит|понимать|в виду)\\b", "diu"),
  pattern(
    "\\bчто (случилось|случится|произошло|произойдет|произойдёт|было|будет|состоялось|состоится)(?= (?:\\d|(?:в |во )?(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)))",
    "diu",
  ),
];

/** Measures are counted without being named: "a year" answers "how many days". */
const RUSSIAN_UNIT =
  "(?:времени|раз|денег|средств|процентов|лет|месяцев|недель|дней|суток|часов|минут|секунд|метров|километров|тонн|гривен|долларов|рублей)";
/** No verb ends like this, apart from "газет" and the like, which are nouns all the same. */
const RUSSIAN_COUNTED =
  "(?:\\w*(?:[бвгджзйкмнпрсфхцчшщ]|(?<![аеёиуюя])т|(?<![аеёиоуыя])л|(?<![тшс])ь)|(?:раке|моне|газе|сигаре|плане|анке|солда|пала|зарпла|затра|пли)т|(?:шко|си|де|с[её]|те|пче)л)";
/** Up to what is counted: "Сколько (новых) | мест". "На сколько", "за сколько" ask for a measure. */
export const RUSSIAN_BEFORE_COUNTED = pattern(
  `(?<!\\b(?:на|за|по) )\\b(?:сколько|скольким|скольких|сколькими|количеств\\w+)(?: (?:же|из|всего|именно))*(?: \\w+(?:ых|их))* (?=(?!${RUSSIAN_UNIT}\\b)${RUSSIAN_COUNTED}\\b)`,
);

const SEVERAL =
  "(?:дв[аеух]\\w*|три|тр[её]х|четыр\\w+|пят\\w+|шест\\w+|семь|семи|восемь|восьми|девят\\w+|десят\\w+|одиннадцат\\w+|двенадцат\\w+|двадцат\\w+|\\d+)";

export const RUSSIAN_LISTS: ListForms = {
  asks: pattern(
    `^(?:(?:пожалуйста|а|и),? )*(?:(?:назови|назовите|перечисли|перечислите)(?: мне)? (?:вс[её]х?|кажд\\w+|об[аео]\\w*|(?:эти )?${SEVERAL})|(?:какие|кто)(?: (?:именно|эти|те|все))* ${SEVERAL})\\b`,
  ),
  items: pattern("[,;:]|\\b(?:и|или|да)\\b"),
};
