import { classWords, tagOf, type PageDocument, type PageElement } from "./page-element.ts";

/** Never part of an article. */
const FURNITURE =
  "script, style, template, noscript, iframe, nav, dialog, button, svg, [role=navigation], [role=dialog], [role=search], [role=banner], [role=contentinfo], [aria-hidden=true], [itemprop=author], [rel=author], amp-sidebar, amp-consent, amp-ad, amp-sticky-ad, amp-list, amp-user-notification";
/** Some pages put all they have into one of these. */
const MAYBE_FURNITURE = "form, [hidden]";

/** What pages call the parts that stand around an article: whole words of classes and ids. */
const NAMES = new Set(
  [
    "related relateds readmore seealso recirc recirculation recommended recommendations trending",
    "newsletter newsletters subscribe subscription signup paywall popup modal",
    "share sharing shares sharebar social socials comment comments disqus",
    "breadcrumb breadcrumbs menu navbar masthead toolbar pagination pager sidebar widget tooltip",
    "byline bylines meta timestamp dateline bio authorbox",
    "caption captions credit credits slideshow gallery carousel teaser teasers",
    "promo promos promotion advert adverts advertisement ad ads sponsored sponsor taboola outbrain",
    "cookie cookies consent gdpr disclaimer copyright tags taglist print",
  ].flatMap((line) => line.split(" ")),
);
/** With a quotation in it, a post that the article shows. */
const EMBEDDED = new Set(["social", "widget"]);
/** Whole pages carry such names too: `<body class="single has-sidebar">`. */
const KEPT = new Set(["HTML", "BODY", "MAIN", "ARTICLE"]);
/** A part that has this share of a page's text is its article, whatever it is called. */
const MAX_SHARE = 0.25;

/** Removes from a page what its markup says is no part of an article. */
export function removeFurniture({ body }: PageDocument): void {
  if (!body) return;
  for (const element of body.querySelectorAll(FURNITURE)) remove(element, body);
  const limit = lengthOf(body) * MAX_SHARE;
  const candidates = [
    ...body.querySelectorAll(MAYBE_FURNITURE),
    ...[...body.querySelectorAll("[class], [id]")].filter(isCalledFurniture),
  ];
  for (const element of candidates) if (lengthOf(element) <= limit) remove(element, body);
}

function isCalledFurniture(element: PageElement): boolean {
  if (KEPT.has(tagOf(element))) return false;
  const names = classWords(element).filter((name) => NAMES.has(name));
  if (names.length === 0) return false;
  return !names.every((name) => EMBEDDED.has(name)) || element.querySelector("blockquote") === null;
}

function lengthOf({ textContent }: PageElement): number {
  return (textContent ?? "").length;
}

function remove(element: PageElement, body: PageElement): void {
  if (element !== body && element.parentNode) element.remove();
}
