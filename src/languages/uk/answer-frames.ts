import type { AnswerFrame } from "../answer-type.ts";
import type { ListForms } from "../language-pack.ts";
import { asWords, pattern } from "../pattern.ts";

const YES_OR_NO = /^(?:чи|невже|хіба)(?=\s|$)/u;
const WHY = asWords("чому|навіщо|нащо|причин[аиіу]");
const HOW_LONG = asWords("як(?: же)? довго|скільки (?:часу|днів|годин|років|тижнів|місяців)");
const WHAT_TIME = asWords("о котрій|котра година");
const HOW_MANY = asWords("скільки|скільком|скількох|кількість");
const PRICE = asWords(
  "(?:яка|якою|яку|якої) (?:ціна|ціною|ціну|вартість|вартістю|плата)|за якою ціною|почім",
);
const WHEN = asWords(
  "коли|дата|дати|дату|як(?:ого|ому|ій|ий) (?:числа|дня|день|року|рік|році|місяці|місяця|столітті)",
);
const WHERE = asWords("де|куди|звідки");
const WHO = asWords(
  "хто|кого|кому|ким|чий|чия|чиє|чиї|чию|чийого|чиєї|чиєю|чиїй|чиїх|чиєму|чиїм|чиїми",
);
const HOW = asWords("як|яким чином");

/** Match folded questions without punctuation; the first match wins. */
export const UKRAINIAN_ANSWER_FRAMES: readonly AnswerFrame[] = [
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

/** "Якого (числа)", "що це (означає)", "що (сталося) 20 березня". */
export const UKRAINIAN_ASKING_WORDS: readonly RegExp[] = [
  pattern(
    "\\bяк(?:ого|ому|ий|ій|у|і|их|им) (?:саме )?(числ\\w+|день|дн\\w+|дат\\w+|рік|рок\\w+|році|місяц\\w+)\\b",
    "diu",
  ),
  pattern("\\b(?:що|як)\\b.{0,100}\\b(означа\\w+|значить|розуміти|на увазі)\\b", "diu"),
  pattern(
    "\\bщо (сталос[яь]|станеться|трапилос[яь]|відбулос[яь]|відбудеться|відбувалос[яь])(?= (?:\\d|(?:у |в )?(?:понеділок|вівторок|середу|четвер|п['’ʼ]ятницю|суботу|неділю)))",
    "diu",
  ),
];

/** Measures are counted without being named: "a year" answers "how many days". */
const UKRAINIAN_UNIT =
  "(?:часу|разів|грошей|коштів|відсотків|процентів|років|місяців|тижнів|днів|годин|хвилин|секунд|метрів|кілометрів|тонн|гривень|доларів|рублів)";
/** No verb ends like this, apart from "держав" and the like, which are nouns all the same. */
const UKRAINIAN_COUNTED =
  "(?:\\w*(?:[бгґджзйклмнпрстфхцчшщ]|[ії]в|(?<![тс])ь)|(?:держа|с?пра|зая|стра|тра|ла)в)";
/** Up to what is counted: "Скільки (нових) | місць". "На скільки", "за скільки" ask for a measure. */
export const UKRAINIAN_BEFORE_COUNTED = pattern(
  `(?<!\\b(?:на|за|по) )\\b(?:скільки|скільком|скількох|скількома|кількість)(?: (?:ж|із|з|всього|загалом|саме))*(?: \\w+(?:их|іх))* (?=(?!${UKRAINIAN_UNIT}\\b)${UKRAINIAN_COUNTED}\\b)`,
);

const SEVERAL =
  "(?:дв[аіох]\\w*|три|трьох|чотир\\w+|п['’ʼ]ят\\w+|шіст\\w*|шести|сім|семи|вісім|восьми|дев['’ʼ]ят\\w+|десят\\w+|одинадцят\\w+|дванадцят\\w+|двадцят\\w+|\\d+)";

export const UKRAINIAN_LISTS: ListForms = {
  asks: pattern(
    `^(?:(?:будь ласка|а|і|та),? )*(?:(?:назви|назвіть|перелічи|перелічіть|перерахуй|перерахуйте)(?: мені)? (?:[ву]с[іея]х?|кожн\\w+|обидв\\w+|(?:ці )?${SEVERAL})|(?:які|хто)(?: (?:саме|ці|ті|[ву]сі))* ${SEVERAL})\\b`,
  ),
  items: pattern("[,;:]|\\b(?:і|й|та|або|чи)\\b"),
};
