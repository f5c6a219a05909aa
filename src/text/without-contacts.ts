/**
 * `anna.k@example.org`; the part before the @ is bounded to keep matching linear. Every letter is a place where it may
 * begin: so it is looked for only if `mayHaveEmail`, and first by what is no @, which takes a third of the time.
 */
export const EMAIL =
  /(?=[^@\s]{1,64}@)[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** `@anna_k`, `t.me/anna_k`, `t.me/+invite`, `tg://user?id=1` */
const TELEGRAM_NAME =
  /(?<![\p{L}\p{N}_])@\w{2,}|(?:t|telegram)\.(?:me|dog)\/[+\w][\w/-]*|tg:\/\/\S+/giu;
/** Digits with separators, which may be a phone number. */
export const DIGITS =
  /(?<![\p{L}\p{N}])\+?\(?\p{Nd}[\p{Nd}\s()./‐-―-]{4,40}\p{Nd}(?![\p{L}\p{N}])/gu;
const DIGIT = /\p{Nd}/gu;
/** `1 000 000 000`, `10 000 - 15 000` and `8 045 311 447` are amounts. */
const IN_THOUSANDS = String.raw`[1-9]\p{Nd}{0,2}(?:[\s.]\p{Nd}{3})*[\s.]000`;
const AMOUNTS = new RegExp(
  String.raw`^(?:${IN_THOUSANDS}(?:\s?[‐-―-]\s?${IN_THOUSANDS})*|[1-9](?:[\s.]\p{Nd}{3}){3})$`,
  "u",
);

const YEAR = String.raw`(?:1\p{Nd}{3}|20\p{Nd}{2}|2100)`;
/** Or a month. */
const DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
/** `20.03.2023`, `20/03/23`, `2023-03-20` */
const DATE = String.raw`(?:${DAY}[./-]${DAY}[./-]${YEAR}|${DAY}[./]${DAY}[./]\p{Nd}{2}|${YEAR}[./-]${DAY}[./-]${DAY})`;
/** `20-22.03.2023`, `28.02-01.03.2023` */
const DAYS = String.raw`(?:(?:${DAY}(?:[./]${DAY})?\.?\s?[‐-―-]\s?)*${DATE})`;
const BETWEEN = String.raw`(?:[\s()/‐-―-]+|\.\s+)`;
/** `1990 - 2000`, `2022/23`, `20.03.2023 - 22.03.2023` */
const ONE = String.raw`(?:${DAYS}|${YEAR}(?:[/-]\p{Nd}{2})?)`;
/** An hour, a score or a small number: `19`, `10.30`. */
const SHORT = String.raw`\p{Nd}{1,2}(?:\.\p{Nd}{2})?`;
/** What stands after a date: also `15 000`. */
const NUMBER = String.raw`(?:${SHORT}|[1-9]\p{Nd}{0,2}(?:\s\p{Nd}{3})*)`;
const DATES = new RegExp(
  [
    String.raw`^\(?${ONE}(?:${BETWEEN}${ONE})*$`,
    String.raw`^\(?(?:${SHORT}${BETWEEN}){0,2}${DAYS}(?:${BETWEEN}${DAYS})*(?:${BETWEEN}${SHORT})?(?:${BETWEEN}${NUMBER})?$`,
    String.raw`^\(?(?:19|20)\p{Nd}{2}\s${IN_THOUSANDS}$`,
  ].join("|"),
  "u",
);

/** Fewer digits are years, amounts or house numbers; after a `+`, seven are enough. */
const MIN_PHONE_DIGITS = 9;
const MIN_PHONE_DIGITS_WITH_PLUS = 7;

/** Whether there can be an e-mail address in the text. */
export function mayHaveEmail(text: string): boolean {
  return text.includes("@");
}

/** Replaces e-mail addresses, phone numbers and Telegram names with placeholders. */
export function withoutContacts(text: string): string {
  return (mayHaveEmail(text) ? text.replace(EMAIL, "<e-mail>") : text)
    .replace(TELEGRAM_NAME, "<name>")
    .replace(DIGITS, (digits) => (isPhoneNumber(digits) ? "<number>" : digits));
}

export function isPhoneNumber(digits: string): boolean {
  const count = digits.match(DIGIT)?.length ?? 0;
  if (digits.startsWith("+")) return count >= MIN_PHONE_DIGITS_WITH_PLUS;
  return count >= MIN_PHONE_DIGITS && !AMOUNTS.test(digits) && !DATES.test(digits);
}
