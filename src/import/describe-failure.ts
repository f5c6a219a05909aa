import type { NoArticle } from "./extract/extract-page.ts";
import type { FetchFailure } from "./fetch/fetch-failure.ts";

const SAVE_IT = "save it from your browser and import the file";

const NO_ARTICLE: Readonly<Record<NoArticle, string>> = {
  "no-article": "there is no article on this page: name the page of one article",
  "too-complex": "this page is far larger than an article: name the page of one article",
  login: `this page asks to log in first: if you may read the article, ${SAVE_IT}`,
  missing: "the site says that there is no such page: check the address",
  challenge: `the site wants to know first whether a person is reading: ${SAVE_IT}`,
  consent: `this page asks for consent to cookies first: ${SAVE_IT}`,
  paywall: `only subscribers may read this article: if you are one, ${SAVE_IT}`,
  "script-only": `this page fetches its text with a script: ${SAVE_IT}`,
};

/** What is wrong with a page, and what to do instead. */
export function describeNoArticle(why: NoArticle): string {
  return NO_ARTICLE[why];
}

/** What went wrong with fetching, and what to do instead. */
export function describeFetchFailure(failure: FetchFailure): string {
  switch (failure.kind) {
    case "bad-address":
      return "this is no web address: write it as https://example.org/article";
    case "not-https":
      return "only https addresses are fetched: check whether the page has one";
    case "private-address":
      return "this address leads into a private network, where nothing is fetched: name a public page";
    case "unknown-host":
      return `there is no site ${failure.host}: check the address, and whether you are online`;
    case "unreachable":
      return `the site does not answer (${failure.code}): try again later`;
    case "bad-certificate":
      return `the site's certificate is not valid (${failure.code}), so that the page may be anybody's: check the address; if it is right, ${SAVE_IT}`;
    case "no-https":
      return `the site does not answer over https (${failure.code}): check the address, or ${SAVE_IT}`;
    case "too-slow":
      return `the site takes too long: try again later, or ${SAVE_IT}`;
    case "too-large":
      return "this page is larger than 10 MB: name the page of one article";
    case "too-many-redirects":
      return "this address leads from one to the next without end: name the page itself";
    case "status":
      return describeStatus(failure.status);
    case "login":
      return NO_ARTICLE.login;
    case "not-text":
      return `this is no web page but ${failure.type}: name the page of an article`;
    case "robots":
      return `the site's robots.txt does not allow programs to fetch this page: if you may republish it, ${SAVE_IT}`;
    case "noarchive":
      return `the page asks programs not to keep a copy (noarchive): if you may republish it, ${SAVE_IT}`;
    case "unknown-charset":
      return `nobody knows the charset ${failure.charset} of this page: save it as UTF-8 and import the file`;
  }
}

function describeStatus(status: number): string {
  if (status === 404) return "there is no such page (404): check the address";
  if (status === 410) return "this page has been withdrawn (410)";
  if (status === 402) return NO_ARTICLE.paywall;
  if (status === 403 || status === 451) {
    return `the site refuses to show this page (${status}): if you can read it in your browser, save it and import the file`;
  }
  if (status === 429) return "the site asks to slow down (429): try again later";
  if (status >= 500) return `the site has a problem of its own (${status}): try again later`;
  return `the site does not give this page (${status}): check the address`;
}
