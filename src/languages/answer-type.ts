import { foldWord } from "../text/words.ts";

/** What would answer a question. */
export type AnswerType =
  | "time"
  | "person"
  | "number"
  | "duration"
  | "place"
  | "reason"
  | "manner"
  | "anything";

/** Tried in order, on the folded question: the first that fits says what is wanted. */
const WORDINGS: readonly (readonly [RegExp, AnswerType])[] = [
  [/^(?:and |but |so )?why\b/u, "reason"],
  [/^(?:and |but |so )?where\b/u, "place"],
  [/\bhow (?:many|much|large|big|far|tall|high|old|often|heavy|deep|wide|fast)\b/u, "number"],
  [/\bhow long\b/u, "duration"],
  [/\b(?:percent|percentage|amount|population)\b|\b(?:the|what|\w+) (?:number|price)\b/u, "number"],
  [
    /\b(?:when|dates?)\b|\b(?:what|which) (?:\w+ )?(?:year|day|month|century|decade|time)\b/u,
    "time",
  ],
  [/\b(?:what|which|in) (?:years?|decade|century|month)\b/u, "time"],
  [/\b(?:who|whom|whose)\b/u, "person"],
  [
    /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|city|place|region|state|town|location)\b/u,
    "place",
  ],
  [/\b(?:why|reason|reasons|cause|causes)\b/u, "reason"],
  [/\bhow\b/u, "manner"],
];

/** The same for Ukrainian and Russian, whose letters are none to `\b`: words between spaces. */
const CYRILLIC_WORDINGS: readonly (readonly [RegExp, AnswerType])[] = [
  [asWord("чому|навіщо|нащо|почему|зачем|отчего|причин[аиіыу]"), "reason"],
  [
    asWord(
      "(?:як|как)(?: же)? (?:довго|долго)|(?:скільки|сколько) (?:часу|днів|годин|років|тижнів|місяців|времени|дней|часов|лет|недель|месяцев)",
    ),
    "duration",
  ],
  [asWord("о котрій|котра година|во сколько|в котором часу|который час"), "time"],
  [asWord("скільки|скільком|скількох|сколько|скольких|скольким|кількість|количество"), "number"],
  [
    asWord(
      "коли|когда|дата|дати|даты|дату|(?:як(?:ого|ому|ій|ий)|как(?:ого|ом|ой)) (?:числа|дня|день|року|рік|році|місяці|місяця|год|году|года|месяце|месяца|столітті|веке)",
    ),
    "time",
  ],
  [asWord("де|где|куди|куда|звідки|откуда"), "place"],
  [asWord("хто|кто|кого|кому|ким|кем|чий|чия|чиє|чиї|чья|чье|чьи"), "person"],
  [asWord("як|как|яким чином|каким образом"), "manner"],
];

/** "Does he know when …?" asks for a yes or a no. */
const YES_OR_NO =
  /^(?:(?:and|but|so|ok) )?(?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must|чи|невже|хіба|разве|неужели)(?=\s|$)|^(?:а |и |но )?\S+ ли(?=\s|$)/u;

/** "When the votes were counted, who …?" asks for a person. */
const CLAUSE_BEFORE =
  /^(?:when|while|after|before|if|although|since|as|during) .*, (?=(?:what|which|who|where|why|how|when)\b)/iu;

export function answerTypeOf(question: string): AnswerType {
  const folded = question
    .replace(CLAUSE_BEFORE, "")
    .split(/\s+/u)
    .map(foldWord)
    .join(" ")
    .replaceAll(/[?!«»"“”,;:]/gu, "");
  if (YES_OR_NO.test(folded)) return "anything";
  const fitting = [...WORDINGS, ...CYRILLIC_WORDINGS].find(([wording]) => wording.test(folded));
  return fitting?.[1] ?? "anything";
}

function asWord(words: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${words})(?=\\s|$)`, "u");
}
