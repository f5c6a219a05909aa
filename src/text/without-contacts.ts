/** `anna.k@example.org`; the part before the @ is bounded to keep matching linear. */
export const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** `@anna_k`, `t.me/anna_k`, `t.me/+invite`, `tg://user?id=1` */
const TELEGRAM_NAME =
  /(?<![\p{L}\p{N}_])@\w{2,}|(?:t|telegram)\.(?:me|dog)\/[+\w][\w/-]*|tg:\/\/\S+/giu;
/** Digits with separators, which may be a phone number. */
export const DIGITS =
  /(?<![\p{L}\p{N}])\+?\(?\p{Nd}[\p{Nd}\s()./‐-―-]{4,40}\p{Nd}(?![\p{L}\p{N}])/gu;
const DIGIT = /\p{Nd}/gu;
/** `1 000 000 000` is an amount. */
const IN_THOUSANDS = /^\p{Nd}{1,3}(?:[\s.]\p{Nd}{3})*[\s.]000$/u;
const DATE = String.raw`(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-])?[12]\p{Nd}{3}|[12]\p{Nd}{3}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2}`;
/** `20.03.2023 - 22.03.2023`, `2022-02-24`, `2022, 2023`: dates and years. */
const DATES = new RegExp(String.raw`^(?:${DATE})(?:[\s‐-―-]+(?:${DATE}))*$`, "u");

/** Fewer digits are years, amounts or house numbers; after a `+`, seven are enough. */
const MIN_PHONE_DIGITS = 9;
const MIN_PHONE_DIGITS_WITH_PLUS = 7;

/** Replaces e-mail addresses, phone numbers and Telegram names with placeholders. */
export function withoutContacts(text: string): string {
  return text
    .replace(EMAIL, "<e-mail>")
    .replace(TELEGRAM_NAME, "<name>")
    .replace(DIGITS, (digits) => (isPhoneNumber(digits) ? "<number>" : digits));
}

export function isPhoneNumber(digits: string): boolean {
  const count = digits.match(DIGIT)?.length ?? 0;
  if (digits.startsWith("+")) return count >= MIN_PHONE_DIGITS_WITH_PLUS;
  return count >= MIN_PHONE_DIGITS && !IN_THOUSANDS.test(digits) && !DATES.test(digits);
}
