import type { Citation } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/citations.ts";
import type { Article, Passage } from "../../article/article.ts";

const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;

/** The parameter of a link that opens just the bot. */
export const NO_ARTICLE = "start";

/** Opens a passage; if that is too long, its article; if that is too long as well, just the bot. */
export function startParameter({ slug }: Article, passage?: Passage): string {
  const candidates = [...(passage ? [`${slug}_${passage.id}`] : []), slug];
  return candidates.find((candidate) => START_PARAMETER.test(candidate)) ?? NO_ARTICLE;
}

/** The article a start parameter names, if any, and its passage, if it names one. */
export function linkTarget(
  articles: readonly Article[],
  parameter: string,
): { readonly article?: Article; readonly citation?: Citation } {
  const [slug, passageId] = parameter.split("_");
  const article = articles.find((one) => one.slug === slug);
  if (!article) return {};
  const citation = citationsOf(article).find(({ passage }) => passage.id === passageId);
  return { article, ...(citation && { citation }) };
}

/** Lets the reader pick a chat to send the link to. */
export function shareLink(
  username: string,
  { start, text }: { readonly start: string; readonly text: string },
): string {
  const parts = new URLSearchParams({ url: startLink(username, start), text });
  return `https://t.me/share/url?${parts.toString()}`;
}

export function startLink(username: string, parameter: string): string {
  return `https://t.me/${username}?start=${parameter}`;
}
