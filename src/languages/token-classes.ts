import type { AnswerType } from "./answer-type.ts";

/** What a word of a text may be, as bits: a word can be several at once. */
export const KIND = {
  name: 1,
  number: 2,
  time: 4,
  place: 8,
  reason: 16,
  preposition: 32,
  stopWord: 64,
  /** "After", "during": where there is no date, these may tell when. */
  moment: 128,
  /** "Not", "never": what is told is not so. */
  denial: 256,
} as const;

/** What a sentence must hold to answer; "anything" and "manner" have no outward sign. */
export const CLASSES_WANTED: Readonly<Record<AnswerType, number>> = {
  time: KIND.time,
  person: KIND.name,
  number: KIND.number,
  duration: KIND.number | KIND.time,
  place: KIND.place,
  reason: KIND.reason,
  manner: 0,
  anything: 0,
};

const YEAR = /^(?:1\d{3}|20\d{2})(?:s|-\d+)?$/u;
const DIGITS = /^\d/u;
const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[bm]illions?|trillions?|half|dozens?|percent|twice|once|third|quarter|дв[аіе]|двох|двома|двух|двумя|три|трьох|трьома|трех|тремя|чотир\p{L}*|четыр\p{L}*|п'ят[ьи]\p{L}*|пят[ьи]\p{L}*|ш[іе]ст[ьи]\p{L}{0,6}|с[іе]м[ьи]?|восемь|вісім|дев'?ят[ьи]\p{L}*|десят\p{L}*|дюжин\p{L}*|одинад?цят\p{L}*|(?:дв|три)[аи]?д?цят\p{L}*|двадцат\p{L}*|тридцат\p{L}*|сорок\p{L}*|сто|сот[еєн]\p{L}*|сотн\p{L}*|тысяч\p{L}*|тисяч\p{L}*|мільйон\p{L}*|миллион\p{L}*|мільярд\p{L}*|миллиард\p{L}*|половин\p{L}*|відсотк\p{L}*|процент\p{L}*|більшіст\p{L}*|большинств\p{L}*|двічі|дважды)$/u;
const TIME_WORD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|centuries|decades?|years?|months?|weeks?|days?|hours?|minutes?|today|tomorrow|yesterday|spring|summer|autumn|winter|січ\p{L}*|лют\p{L}*|берез\p{L}*|квіт\p{L}*|трав\p{L}*|черв\p{L}*|лип\p{L}*|серп\p{L}*|верес\p{L}*|жовт\p{L}*|листоп\p{L}*|груд\p{L}*|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йя]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|рік|рок\p{L}{0,3}|років|год\p{L}{0,3}|годин\p{L}{0,3}|лет|день|дн[іяейю]\p{L}{0,2}|дней|тижн\p{L}*|тиждень|недел\p{L}*|місяц\p{L}*|месяц\p{L}*|столітт\p{L}*|століть|столети\p{L}*|час[аоу]?в?|хвилин\p{L}*|минут\p{L}*|понеділ\p{L}*|вівтор\p{L}*|серед[аиу]|четвер\p{L}*|п'ятниц\p{L}*|субот\p{L}*|неділ\p{L}*|понедельник\p{L}*|вторник\p{L}*|сред[аыу]|пятниц\p{L}*|суббот\p{L}*|воскресень\p{L}*|сьогодні|завтра|вчора|сегодня|вчера|навесні|влітку|восени|взимку|весн\p{L}{1,2}|осін\p{L}{1,2}|осен[ьи]\p{L}?|летом|зим\p{L}{1,2})$/u;
const BEFORE_PLACE = /^(?:in|at|from|to|near|into|across|of|through|в|у|на|из|з|із|до|под|під)$/u;
const REASON =
  /^(?:because|due|since|therefore|thus|reasons?|causes?|caused|causing|led|leads|leading|result|results|resulted|resulting|order|owing|why|so|бо|тому|через|потому|из-за|поэтому|оскільки|адже|отже|завдяки|внаслідок|причин\p{L}*|поскольку|ведь|благодаря|вследствие|ибо)$/u;

const MOMENT =
  /^(?:after|before|during|beginning|start|end|first|last|annually|daily|weekly|monthly|yearly|always|until|till|since|once|when|while|upon|following|later|earlier|soon|now|morning|noon|afternoon|evening|night|midnight|era|period|age|pm|після|до|під|коли|после|когда|во|пока|перед|протягом|упродовж|доки|зараз|тепер|нині|спочатку|пізніше|раніше|згодом|течение|сейчас|теперь|ныне|сначала|позже|раньше|затем)$/u;

const DENIAL =
  /^(?:not|no|non|never|none|nobody|nothing|neither|nor|without|cannot|[a-z]+n't|не|ні|нет|немає|нема|без|ніколи|никогда|ніхто|никто|ніщо|ничто)$/u;

/** The kinds that a word has wherever it stands; names and places show by their surroundings. */
export function kindsOf(folded: string): number {
  const isYear = YEAR.test(folded);
  return (
    ((DIGITS.test(folded) && !isYear) || NUMBER_WORD.test(folded) ? KIND.number : 0) |
    (isYear || TIME_WORD.test(folded) ? KIND.time : 0) |
    (MOMENT.test(folded) ? KIND.moment : 0) |
    (REASON.test(folded) ? KIND.reason : 0) |
    (BEFORE_PLACE.test(folded) ? KIND.preposition : 0) |
    (DENIAL.test(folded) ? KIND.denial : 0)
  );
}
