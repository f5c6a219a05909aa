import { canonicalAddress, mayBeArticle } from "../../article/address.ts";
import type { Article } from "../../article/article.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { linkTarget, NO_ARTICLE } from "../callback/start-link.ts";
import { memoize } from "../memoize.ts";
import type { MessageLink } from "./links-in.ts";

/** What links lead to: an article, as its start parameter, which may name a passage; or a page that the bot lacks. */
export type Linked =
  | { readonly kind: "known"; readonly article: Article; readonly parameter: string }
  | { readonly kind: "unknown" };

export type KnownArticles = {
  readonly articles: readonly Article[];
  /** The bot's own name: links to it open articles. */
  readonly username: string;
};

/** The first article that links lead to, or else whether one of them leads to another. */
export function linkedArticle(
  links: readonly Pick<MessageLink, "url">[],
  known: KnownArticles,
): Linked | undefined {
  const found = links.flatMap(({ url }) => targetOf(url, known) ?? []);
  return found.find(({ kind }) => kind === "known") ?? found[0];
}

function targetOf(url: string, { articles, username }: KnownArticles): Linked | undefined {
  const parameter = startParameterIn(url, username);
  const article =
    parameter === undefined
      ? articlesByAddress(articles).get(canonicalAddress(url))
      : linkTarget(articles, parameter).article;
  if (article) return { kind: "known", article, parameter: parameter ?? article.slug };
  return parameter !== undefined || mayBeArticle(url) ? { kind: "unknown" } : undefined;
}

const BOT_LINK =
  /^(?:https?:\/\/(?:www\.)?(?:t|telegram)\.(?:me|dog)\/(?<name>\w+)|tg:\/\/resolve)\/?\?(?<query>[^#]*)/iu;

/** The parameter of a link that opens this bot. */
function startParameterIn(url: string, username: string): string | undefined {
  const { name, query = "" } = BOT_LINK.exec(url)?.groups ?? {};
  const parameters = new URLSearchParams(query);
  const bot = name ?? parameters.get("domain") ?? "";
  const parameter = parameters.get("start") ?? NO_ARTICLE;
  return bot.toLowerCase() !== username.toLowerCase() || parameter === NO_ARTICLE
    ? undefined
    : parameter;
}

const articlesByAddress = memoize(
  (articles: readonly Article[]): ReadonlyMap<string, Article> =>
    new Map(
      articles.flatMap((article) => {
        const { url } = article.source;
        return url === undefined ? [] : [[canonicalAddress(url), article] as const];
      }),
    ),
);

const WORDS = /[\p{L}\p{N}]/u;
/** Of a headline: less of it may be a topic that is asked about. */
const MIN_OF_TITLE = 0.6;

/** Whether a message asks anything beside its links: the headline of their article asks nothing. */
export function asksBeside(
  text: string,
  links: readonly MessageLink[],
  article: Article | undefined,
): boolean {
  const isLinked = !WORDS.test(
    links.reduce((rest, { words = "" }) => rest.replace(words, " "), text),
  );
  if (isLinked) return false;
  const addresses = links.flatMap(({ words, isAddress }) => (isAddress && words ? [words] : []));
  const own = addresses.reduce((rest, address) => rest.replaceAll(address, " "), text);
  return !article || !isHeadline(own, article);
}

function isHeadline(text: string, { title, source, translations }: Article): boolean {
  const words = new Set(foldedWords(text));
  const headlines = [title, source.title, ...translations.map((one) => one.title)];
  return headlines.map(foldedWords).some((headline) => {
    const expected = new Set([...headline, ...foldedWords(source.publisher?.name ?? "")]);
    const shared = headline.filter((word) => words.has(word)).length;
    return (
      shared >= headline.length * MIN_OF_TITLE && [...words].every((word) => expected.has(word))
    );
  });
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map((word) => foldWord(word.text));
}
