import { daysInMonth, type CalendarDay } from "./calendar.ts";
import type { DateToken, DateTokens } from "./date-tokens.ts";
import type { DateWords } from "./date-words.ts";
import type { Period } from "./read-period.ts";
import { isPartOfNumber } from "./read-year.ts";

type FigureOrder = Pick<DateWords, "slashed">;

/** A day, or a range of days, in figures alone. */
export function readFigures(
  index: number,
  tokens: DateTokens,
  order: FigureOrder,
): Period | undefined {
  return readWholeFigures(index, tokens, order) ?? readShortFigures(index, tokens, order);
}

/** "2023-03-20", "20.03.2023", "05/03/25" */
function readWholeFigures(
  index: number,
  tokens: DateTokens,
  order: FigureOrder,
): Period | undefined {
  const figures = [tokens.at(index), tokens.at(index + 1), tokens.at(index + 2)] as const;
  const [one, two, three] = figures;
  if (one.number === undefined || two.number === undefined || three.number === undefined)
    return undefined;
  const isStart = !one.isTight || one.gap === "apostrophe" || !(tokens.at(index - 1).digits > 0);
  if (!isStart || !two.isTight || !three.isTight || two.gap !== three.gap) return undefined;
  if (isPartOfNumber(index + 2, tokens) && tokens.at(index + 3).gap !== "dash") return undefined;
  const day = dayInFigures(figures, order);
  return day && { from: day, to: day, upTo: index + 3 };
}

type Figures = readonly [DateToken, DateToken, DateToken];

function dayInFigures(
  [one, two, three]: Figures,
  { slashed }: FigureOrder,
): CalendarDay | undefined {
  const [first, second, third] = [one.number ?? 0, two.number ?? 0, three.number ?? 0];
  if (one.digits === 4) return validDay({ year: first, month: second, day: third });
  if (three.digits !== 4 && (three.digits !== 2 || two.gap === "dash")) return undefined;
  const year = three.digits === 4 ? third : centuryOf(third) + third;
  const dayFirst = validDay({ year, month: second, day: first });
  const monthFirst = validDay({ year, month: first, day: second });
  const isMonthFirst = two.gap === "slash" && slashed === "month first";
  return isMonthFirst
    ? (monthFirst ?? dayFirst)
    : (dayFirst ?? (two.gap === "slash" ? monthFirst : undefined));
}

/** Two digits from 70 on are the last century's. */
const FIRST_OF_LAST_CENTURY = 70;

function centuryOf(year: number): number {
  return year >= FIRST_OF_LAST_CENTURY ? 1900 : 2000;
}

function validDay(day: Required<CalendarDay>): CalendarDay | undefined {
  const isMonth = day.month >= 1 && day.month <= 12 && day.year >= 1000;
  return isMonth && day.day >= 1 && day.day <= daysInMonth(day.month, day.year) ? day : undefined;
}

/** "20–22.03.2023", "20.03–22.03.2023": the end of the range gives the rest. */
function readShortFigures(
  index: number,
  tokens: DateTokens,
  order: FigureOrder,
): Period | undefined {
  const { number: day = 0, digits, isTight } = tokens.at(index);
  if (digits === 0 || digits > 2 || (isTight && tokens.at(index - 1).digits > 0)) return undefined;
  const hasMonth = tokens.at(index + 1).gap === "dot" && tokens.at(index + 1).isTight;
  const end = hasMonth ? index + 2 : index + 1;
  if (tokens.at(end).gap !== "dash") return undefined;
  const last = readWholeFigures(
    end,
    { ...tokens, at: (at) => (at === end - 1 ? BEFORE : tokens.at(at)) },
    order,
  );
  if (!last) return undefined;
  const month = hasMonth ? tokens.at(index + 1).number : last.to.month;
  const from = validDay({ year: last.to.year ?? 0, month: month ?? 0, day });
  return from && { ...last, from };
}

const BEFORE: DateToken = {
  start: 0,
  end: 0,
  gap: "other",
  isTight: false,
  word: {},
  number: undefined,
  digits: 0,
  isCapitalised: false,
  text: "",
};
