/** Spaces and apostrophes only ever separate thousands: "2 000", "1'500". */
const SEPARATED = /[\s'’ʼ]/gu;
const PLAIN = /^\d+$/u;
const DECIMAL = /^(\d*)[.,](\d+)$/u;
/** The same mark between every group. */
const IN_THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:\.\d{3})+$/u;
/** Thousands with one mark, decimals with the other. */
const BOTH_MARKS = /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$|^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/u;
const MARKS = /[.,]/gu;

/**
 * The number that a word of digits stands for; nothing for versions and dates ("1.2.3"). Three digits behind
 * a mark are thousands, unless the mark is an English point: "39.124" is a rate there, 39,124 elsewhere.
 */
export function readDigits(word: string, decimalMark: "." | ","): number | undefined {
  const digits = word.replace(SEPARATED, "");
  if (PLAIN.test(digits)) return Number(digits);

  const isEnglishDecimal = decimalMark === "." && digits.indexOf(".") === digits.lastIndexOf(".");
  if (IN_THOUSANDS.test(digits) && !(isEnglishDecimal && digits.includes("."))) {
    return Number(digits.replace(MARKS, ""));
  }
  const decimal = DECIMAL.exec(digits);
  if (decimal) return Number(`${decimal[1]}.${decimal[2]}`);
  const both = BOTH_MARKS.exec(digits);
  if (!both) return undefined;
  const [, ofPoint, cents, ofComma, afterComma] = both;
  return Number(`${(ofPoint ?? ofComma ?? "").replace(MARKS, "")}.${cents ?? afterComma}`);
}

/** More digits are noise of calculating: 1.1 × 1,000,000,000. */
const PRECISION = 12;

/** A number as a term: the same for every way to write it. */
export function numberTerm(value: number): string {
  return String(Number(value.toPrecision(PRECISION)));
}
