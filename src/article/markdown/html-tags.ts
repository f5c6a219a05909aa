/**
 * A tag, also one that is cut short where its name has two letters or more: `a<b` may be a sum. What is
 * left of a comment counts as one.
 */
export const TAG =
  /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|[!?][a-z[-][^<>]*>?|\/?(?:br|hr|div|span|sup|sub|img|em|strong|del|ins|small|mark|font|center|cite|code|pre|table|tr|td|th|tbody|thead|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|iframe|script|style|section|article|figure|figcaption|video|audio|embed|object|button|input|form|link|meta)(?=[\s/>]|$))/iu;

/** So much of a tag is repeated that it is found. */
const SHOWN = 40;

/** A tag as it is told to an editor. */
export function shownTag(tag: string): string {
  const line = tag.replace(/\s+/gu, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
