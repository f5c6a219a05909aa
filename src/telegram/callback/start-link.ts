import type { Article, Passage } from "../../article/article.ts";

const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;

/** The parameter of a link that opens just the bot. */
export const NO_ARTICLE = "start";

/** Opens a passage; if that is too long, its article; if that is too long as well, just the bot. */
export function startParameter({ slug }: Article, passage?: Passage): string {
  const candidates = [...(passage ? [`${slug}_${passage.id}`] : []), slug];
  return candidates.find((candidate) => START_PARAMETER.test(candidate)) ?? NO_ARTICLE;
}

/** The slug of the article that a start parameter may name, and the id of its passage. */
export function readStartParameter(parameter: string): {
  readonly slug: string;
  readonly passage: string | undefined;
} {
  const [slug = "", passage] = parameter.split("_");
  return { slug, passage };
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
