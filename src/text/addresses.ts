import { DIGITS, EMAIL, isPhoneNumber, mayHaveEmail } from "./without-contacts.ts";

/** What stands beside a question without being a word of it. */
export type Address = {
  readonly kind: "link" | "domain" | "e-mail" | "name" | "hashtag" | "phone";
  readonly text: string;
};

/** `https://bbc.com/news`, `www.bbc.com`, `t.me/channel`, `tg://resolve?domain=channel` */
const LINK =
  /(?:https?|ftp|tg|ton):\/\/[^\s<>"«»“”]+|(?<![\p{L}\p{N}.@-])(?:www\.|(?:t|telegram)\.(?:me|dog)\/)[^\s<>"«»“”]+/giu;
const LABELS = String.raw`(?<![\p{L}\p{N}_.@-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}`;
/** `bbc.com/news/world`: a path makes any ending a domain's. */
const DOMAIN_WITH_PATH = new RegExp(
  String.raw`${LABELS}\p{L}{2,24}(?::\p{Nd}{2,5})?/[^\s<>"«»“”]*`,
  "giu",
);
/** Endings that are no words of a sentence whose full stop lacks its space: not "is", "in", "it". */
const ENDINGS =
  "com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|news|online|site|xyz|tv|media|press|blog|uk|ua|ru|by|kz|pl|de|fr|es|cz|eu|ca|au|cn|jp|su|рф|укр|бел";
const DOMAIN = new RegExp(String.raw`${LABELS}(?:${ENDINGS})(?![\p{L}\p{N}_-])`, "giu");
const NAME = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]{2,}/gu;
const HASHTAG = /(?<![\p{L}\p{N}_&])#[\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu;

const WITHOUT_EMAIL = readerOf([
  ["link", LINK],
  ["link", DOMAIN_WITH_PATH],
  ["domain", DOMAIN],
  ["name", NAME],
  ["hashtag", HASHTAG],
  ["phone", DIGITS],
]);
const WITH_EMAIL = readerOf([["e-mail", EMAIL], ...WITHOUT_EMAIL.patterns]);

type KindPattern = readonly [Address["kind"], RegExp];

/** One pass: what is left of one kind is never taken for another. */
function readerOf(patterns: readonly KindPattern[]) {
  const sources = patterns.map(([, { source }]) => `(${source})`);
  return { patterns, any: new RegExp(sources.join("|"), "giu") };
}

/** Ends the sentence around a link, not the link. */
const CLOSING_MARKS = /[.,;:!?…)\]'’*_]+$/u;

/** Replaces links, domains, e-mail addresses, phone numbers, @names and #hashtags. */
export function replaceAddresses(text: string, replacement: (address: Address) => string): string {
  const { patterns, any } = mayHaveEmail(text) ? WITH_EMAIL : WITHOUT_EMAIL;
  return text.replace(any, (found: string, ...groups: unknown[]) => {
    const kind = patterns[groups.findIndex((group) => group !== undefined)]?.[0] ?? "link";
    if (kind === "phone" && !isPhoneNumber(found)) return found;
    const marks = kind === "link" ? (CLOSING_MARKS.exec(found)?.[0] ?? "") : "";
    const address = found.slice(0, found.length - marks.length);
    return replacement({ kind, text: address }) + marks;
  });
}
