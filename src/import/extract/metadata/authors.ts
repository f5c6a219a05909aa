import { blocksOf } from "../content/page-blocks.ts";
import {
  isElement,
  type PageDocument,
  type PageElement,
  type PageNode,
} from "../page/page-element.ts";
import { cleanText } from "./clean-text.ts";
import type { StructuredData } from "./json-ld.ts";
import type { MetaTags } from "./meta-tags.ts";

type Stated = {
  readonly record: StructuredData | undefined;
  readonly meta: MetaTags;
  readonly publisher: string | undefined;
};

const META_NAMES = [
  "author",
  "article:author",
  "article_author",
  "sailthru.author",
  "parsely-author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "analytics:author",
];
/** Where pages show the author, the surest first. */
const SHOWN = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel="author"]',
  '[class*="byline"]',
  '[class*="authorName"], [class*="author-name"], [class*="author_name"], [class*="author__name"]',
  'a[href*="/author/"], a[href*="/authors/"]',
  '[class*="author"]',
];
/** Authors of other things: comments, related articles. */
const ELSEWHERE = /comment|related|recent|sidebar|popular|widget|footer|menu/iu;
const MAX_SHOWN = 10;
const MAX_NAME = 60;

/** Who wrote the article, as one text: "Ann Lee, Tom Reed". */
export function authorsOf(
  document: PageDocument,
  { record, meta, publisher }: Stated,
): string | undefined {
  const stated = [record?.authors ?? [], ...META_NAMES.map((name) => meta.first(name) ?? [])];
  for (const names of stated) {
    const authors = namesIn([names].flat(), publisher);
    if (authors.length > 0) return authors.join(", ");
  }
  for (const selector of SHOWN) {
    const shown = [...document.querySelectorAll(selector)].slice(0, MAX_SHOWN).filter(isHere);
    const lines = shown.flatMap((element) => blocksOf(element)[0]?.text ?? []);
    const author = namesIn(lines, publisher).find((name) => name.includes(" "));
    if (author !== undefined) return author;
  }
  return namesIn(bylinesIn(document), publisher)[0];
}

const BYLINE = /^(?:by|автор(?:ка)?:) \p{Lu}.{1,100}$/iu;

/** Lines of the page that read as bylines. */
function bylinesIn({ body }: PageDocument): string[] {
  if (!body) return [];
  const lines = blocksOf(body).filter(({ text, element }) => BYLINE.test(text) && isHere(element));
  return lines.map(({ text }) => text);
}

/** Not in a part of the page that is about something else. */
function isHere(element: PageElement): boolean {
  for (let at: PageNode | null = element; at && isElement(at); at = at.parentNode) {
    if (["ASIDE", "FOOTER", "NAV"].includes(at.tagName.toUpperCase())) return false;
    if (at.tagName.toUpperCase() !== "BODY" && ELSEWHERE.test(at.getAttribute("class") ?? ""))
      return false;
  }
  return true;
}

/** The names among what pages say of their authors, each once. */
function namesIn(texts: readonly string[], publisher: string | undefined): string[] {
  const names = texts.map((text) => nameIn(text, publisher)).filter((name) => name !== "");
  return [...new Set(names)];
}

/** "By", "Posted by", "Автор:" */
const BEFORE =
  /^[|\s]*(?:(?:(?:written|posted|reported|story|published) )?by|автор(?:ка)?|текст)(?::\s*|\s+)/iu;
/** What follows a name: a role, an address, another sentence. */
const AFTER =
  /(?:\s+[|•·]\s+.*|\s+-\s+.*|\s*\(?\S+@\S+.*|\s+@\S+.*|(?<=\p{Ll}{3})\.\s+\p{Lu}.*|\s+on \p{Lu}\p{L}+day\b.*|\s+\p{Lu}?\p{L}*\.? ?\d.*|,\s+(?:(?:ap|afp|reuters|cnn|cbs|abc|nbc|fox|bbc)\b.*|\S+\.\w{2,3}$|.*\b(?:writer|correspondent|reporter|editor|staff|contributor|author)\b.*))$/iu;
const NAME = /^\p{Lu}[\p{L}\p{M}.'’ʼ-]*(?:,? (?:[\p{L}\p{M}.'’ʼ-]+|&)){0,7}$/u;
const END_OF_WORD_IN_CAPITALS = /(?<=\p{Lu})\p{Lu}{2,}/gu;
const LOWER_CASE = /\p{Ll}/u;

/** The name in what a page says of an author; "" if there is none. */
function nameIn(text: string, publisher = ""): string {
  const stated = cleanText(text)
    .replace(BEFORE, "")
    .replace(AFTER, "")
    .replaceAll(" , ", ", ")
    .replace(publisher === "" ? "" : ` ${publisher}`, "")
    .replace(/[\s,|–-]+$/u, "");
  const [name = "", site = ""] = stated.split(/, (?=[^,]+$)/u);
  const own = site !== "" && publisher.includes(site) ? name : stated;
  if (own.length > MAX_NAME || !NAME.test(own)) return "";
  const isShouted = !LOWER_CASE.test(own.replaceAll(/ and /gu, " ")) && own.includes(" ");
  return isShouted ? own.replaceAll(END_OF_WORD_IN_CAPITALS, (end) => end.toLowerCase()) : own;
}
