import type { LanguagePack } from "../../../languages/language-pack.ts";
import { LANGUAGE_PACKS } from "../../../languages/packs.ts";
import { blocksOf } from "../content/page-blocks.ts";
import type { PageDocument } from "../page/page-element.ts";
import type { StructuredData } from "./json-ld.ts";
import type { MetaTags } from "./meta-tags.ts";

export type PublicationDay = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
};

type Stated = {
  readonly record: StructuredData | undefined;
  readonly meta: MetaTags;
  readonly url: string | undefined;
};

const META_NAMES = [
  "article:published_time",
  "datepublished",
  "og:pubdate",
  "pubdate",
  "pub_date",
  "publish-date",
  "publish_date",
  "published_at",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dc.date",
  "dcterms.date",
  "dcterms.created",
  "article_date_original",
  "date",
  "datecreated",
  "sn-post-date",
  "og:published_time",
];
/** Where pages show the date, the surest first. */
const SHOWN =
  '[itemprop="datePublished"], time[datetime], time, [class*="publish"], [class*="dateline"], [class*="post-date"], [class*="pub-date"], [class*="date"], [class*="data"], [class*="time"]';
const MAX_SHOWN = 40;
const MAX_TEXT = 120;

/** The day on which the page says the article was published. */
export function publishedOf(
  document: PageDocument,
  { record, meta, url }: Stated,
): PublicationDay | undefined {
  for (const text of statedTimes({ record, meta })) {
    const day = dayIn(text);
    if (day) return day;
  }
  for (const element of [...document.querySelectorAll(SHOWN)].slice(0, MAX_SHOWN)) {
    const stamp = element.getAttribute("datetime") ?? element.getAttribute("content") ?? "";
    const shown = blocksOf(element).filter(({ text }) => text.length <= MAX_TEXT);
    const [day] = [stamp, ...shown.map(({ text }) => text)].flatMap((text) => dayIn(text) ?? []);
    if (day) return day;
  }
  return url === undefined ? undefined : dayInPath(url);
}

function statedTimes({ record, meta }: Pick<Stated, "record" | "meta">): string[] {
  const stated = [record?.published, ...META_NAMES.map((name) => meta.first(name))];
  return stated.flatMap((text) => text ?? []);
}

/** The first stated time that a program can read, as ISO 8601. */
export function releasedAt(stated: Pick<Stated, "record" | "meta">): string | undefined {
  const times = statedTimes(stated).map((text) => new Date(text));
  return times.find((time) => !Number.isNaN(time.getTime()))?.toISOString();
}

const ISO = /(?<!\d)(?<year>(?:19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u;
/** "Tue Nov 19 2019" */
const MONTH_FIRST = /\b(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}),? (?<year>(?:19|20)\d\d)\b/u;

/** The first complete date of a text, in figures or in the words of a language that the bot speaks. */
export function dayIn(text: string): PublicationDay | undefined {
  const iso = ISO.exec(text)?.groups;
  if (iso) return checkedDay(Number(iso["year"]), Number(iso["month"]), Number(iso["day"]));
  if (!/\d/u.test(text)) return undefined;
  for (const pack of LANGUAGE_PACKS) {
    const day = dayInWords(text, pack);
    if (day) return day;
  }
  const words = MONTH_FIRST.exec(text)?.[0];
  const time = words === undefined ? Number.NaN : Date.parse(`${words} UTC`);
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  return checkedDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function dayInWords(text: string, { datesIn }: LanguagePack): PublicationDay | undefined {
  for (const { value } of datesIn(text)) {
    if (!("from" in value)) continue;
    const { year, month, day } = value.from;
    if (value.to.day !== day || value.to.month !== month) continue;
    if (year !== undefined && month !== undefined && day !== undefined)
      return checkedDay(year, month, day);
  }
  return undefined;
}

const IN_PATH =
  /\/(?<year>(?:19|20)\d\d)[/-]?(?<month>\d{1,2}|[a-z]{3})[/-]?(?<day>\d{1,2})(?:\/|\D|$)/u;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** "/2019/11/18/…", "/2019/nov/18/…" */
function dayInPath(url: string): PublicationDay | undefined {
  const { year, month = "", day } = IN_PATH.exec(url)?.groups ?? {};
  const number = /\d/u.test(month) ? Number(month) : MONTHS.indexOf(month) + 1;
  return checkedDay(Number(year), number, Number(day));
}

/** The web began in 1991; "0001-01-01" is no date. */
const FIRST_YEAR = 1990;

function checkedDay(year: number, month: number, day: number): PublicationDay | undefined {
  const isDate =
    year >= FIRST_YEAR && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? { year, month, day } : undefined;
}

/** As the article's language writes it: "3 May 2025", "3 травня 2025". */
export function writtenDay({ year, month, day }: PublicationDay, language: string): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const parts = new Intl.DateTimeFormat(language.startsWith("en") ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
  return parts.replace(/\s*(?:р\.|г\.)$/u, "");
}
