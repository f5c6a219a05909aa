import { mayBeArticle } from "../../article/address.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article } from "../../article/article.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { NO_ARTICLE, readStartParameter } from "../callback/start-link.ts";
import type { MessageLink } from "./links-in.ts";

/** What links lead to: an article, as its start parameter, which may name a passage; or a page that the bot lacks. */
export type Linked =
  | { readonly kind: "known"; readonly article: Article; readonly parameter: string }
  | { readonly kind: "unknown" };

export type KnownArticles = {
  readonly articles: ArticleLookup;
  /** The bot's own name: links to it open articles. */
  readonly username: string;
};

/** The first article that links lead to, or else whether one of them leads to another. */
export async function linkedArticle(
  links: readonly Pick<MessageLink, "url">[],
  { articles, username }: KnownArticles,
): Promise<Linked | undefined> {
  const targets = links.map(({ url }) => ({ url, parameter: startParameterIn(url, username) }));
  const slugs = targets.flatMap(({ parameter }) =>
    parameter === undefined ? [] : [readStartParameter(parameter).slug],
  );
  const urls = targets.flatMap(({ url, parameter }) => (parameter === undefined ? [url] : []));
  const [named, byUrl] = await Promise.all([
    slugs.length > 0 ? articles.bySlugs(slugs) : [],
    urls.length > 0 ? articles.byUrls(urls) : new Map<string, Article>(),
  ]);
  const bySlug = new Map(named.map((article) => [article.slug, article]));
  const found = targets.flatMap(({ url, parameter }): Linked[] => {
    const article =
      parameter === undefined ? byUrl.get(url) : bySlug.get(readStartParameter(parameter).slug);
    if (article) return [{ kind: "known", article, parameter: parameter ?? article.slug }];
    return parameter !== undefined || mayBeArticle(url) ? [{ kind: "unknown" }] : [];
  });
  return found.find(({ kind }) => kind === "known") ?? found[0];
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
