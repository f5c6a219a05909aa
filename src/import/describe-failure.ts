import type { NoArticle } from "./extract/extract-page.ts";

const NO_ARTICLE: Readonly<Record<NoArticle, string>> = {
  "no-article": "there is no article on this page: name the page of one article",
  "too-complex": "this page is far larger than an article: name the page of one article",
  login: "this page asks to log in first: save the article from your browser and import the file",
  paywall:
    "only subscribers may read this article: if you are one, save it from your browser and import the file",
  "script-only":
    "this page fetches its text with a script: save it from your browser and import the file",
};

/** What is wrong, and what to do instead. */
export function describeNoArticle(why: NoArticle): string {
  return NO_ARTICLE[why];
}
