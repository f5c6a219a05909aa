import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { NOTHING, plain, truncate } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Below several passages: the article, the publisher, and "retold here" for a digest. */
export function sourceLine(article: Article, wording: Wording): FormattedString {
  const retold = article.text === "digest" ? plain(wording.card.retoldInDigest) : NOTHING;
  return joined(articleAndPublisher(article, wording), retold);
}

/** The same below the article's title. */
export function sourceBelowTitle(article: Article, wording: Wording): FormattedString {
  const { isOneOfSeveral: _named, ...untitled } = article;
  return sourceLine(untitled, wording);
}

/** The publisher's name, linked to the article if its URL is known. Without a publisher: "Source", or nothing. */
export function publisherLink(
  { source }: Article,
  wording: Wording,
  url: string | undefined = source.url,
): FormattedString {
  const { publisher } = source;
  if (url !== undefined)
    return FormattedString.link(publisher?.name ?? wording.replies.source, url);
  return publisher ? plain(publisher.name) : NOTHING;
}

/** In characters: enough to tell articles apart. */
const MAX_ARTICLE_NAME = 60;

/** The only article needs no name. */
export function articleName({ title, isOneOfSeveral = false }: Article): FormattedString {
  return isOneOfSeveral ? plain(truncate(title, MAX_ARTICLE_NAME)) : NOTHING;
}

/** Below a passage; `url` is where its words are. */
export function articleAndPublisher(
  article: Article,
  wording: Wording,
  url?: string,
): FormattedString {
  return joined(articleName(article), publisherLink(article, wording, url));
}

/** More would fill the card. */
const MAX_ALSO_IN = 3;

/** Below a passage: other articles with the same words, linked where their URL is known. */
export function alsoInLine(
  { alsoIn = [] }: Pick<Citation, "alsoIn">,
  { replies }: Wording,
): FormattedString {
  const articles = [...new Set(alsoIn.map(({ article }) => article))];
  if (articles.length === 0) return NOTHING;
  const titles = articles.slice(0, MAX_ALSO_IN).map(({ title, source: { url } }) => {
    const name = truncate(title, MAX_ARTICLE_NAME);
    return url === undefined ? plain(name) : FormattedString.link(name, url);
  });
  return FormattedString.join([
    `${replies.alsoIn(articles.length)}: `,
    FormattedString.join(titles, ", "),
    articles.length > MAX_ALSO_IN ? " …" : "",
  ]);
}

function joined(...parts: readonly FormattedString[]): FormattedString {
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}
