import { z } from "zod";
import type { PageDocument } from "../page/page-element.ts";

/** An article as a page describes it to search engines: schema.org in JSON-LD. */
export type StructuredData = {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly body?: string | undefined;
  /** The entries of a live blog, as their headline and text. */
  readonly updates: readonly LiveUpdate[];
  /** Whether only subscribers may read it. */
  readonly isBehindPaywall: boolean;
};

type LiveUpdate = { readonly headline: string | undefined; readonly body: string };

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|Posting|Report|Review|LiveBlogPosting)$/u;
const PAGE = /WebPage$/u;
const MAX_SCRIPTS = 50;

const text = z.string().trim().min(1).optional().catch(undefined);
const schema = z.object({
  headline: text,
  name: text,
  datePublished: text,
  inLanguage: text,
  articleBody: text,
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional().catch(undefined),
});

/** What the page's JSON-LD says about the article; a description of the page counts if there is none. */
export function structuredData(document: PageDocument): StructuredData | undefined {
  const things = thingsIn(document);
  const byId = new Map(things.map((thing) => [thing["@id"], thing]));
  const article = things.find(isOfType(ARTICLE)) ?? things.find(isOfType(PAGE));
  if (!article) return undefined;
  const { headline, datePublished, inLanguage, articleBody, isAccessibleForFree } =
    schema.parse(article);
  return {
    headline,
    published: datePublished,
    authors: namesIn(article["author"] ?? article["creator"], byId),
    publisher: namesIn(article["publisher"], byId)[0],
    language: inLanguage,
    body: articleBody,
    updates: updatesIn(article["liveBlogUpdate"]),
    isBehindPaywall: String(isAccessibleForFree).toLowerCase() === "false",
  };
}

const MAX_UPDATES = 500;

function updatesIn(value: unknown): LiveUpdate[] {
  const updates = Array.isArray(value) ? value.slice(0, MAX_UPDATES).filter(isThing) : [];
  return updates.flatMap((update) => {
    const { headline, articleBody } = schema.parse(update);
    return articleBody === undefined ? [] : [{ headline, body: articleBody }];
  });
}

function thingsIn(document: PageDocument): Thing[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return scripts.slice(0, MAX_SCRIPTS).flatMap(({ textContent }) => {
    const json = parseLeniently(textContent ?? "");
    return (Array.isArray(json) ? json : [json]).filter(isThing).flatMap((thing) => {
      const graph = thing["@graph"];
      return Array.isArray(graph) ? graph.filter(isThing) : [thing];
    });
  });
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f]+/gu;
const TRAILING_COMMA = /,(?=\s*[\]}])/gu;

/** Pages contain line breaks within strings, and commas after the last item. */
function parseLeniently(source: string): unknown {
  try {
    return JSON.parse(source.replaceAll(CONTROLS, " ").replaceAll(TRAILING_COMMA, ""));
  } catch {
    return undefined;
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(pattern: RegExp) {
  return (thing: Thing): boolean => {
    const type = thing["@type"];
    return (Array.isArray(type) ? type : [type]).some(
      (one) => typeof one === "string" && pattern.test(one),
    );
  };
}

/** Names of people or bodies, given as text, as things with a name, or by reference. */
function namesIn(value: unknown, byId: ReadonlyMap<unknown, Thing>): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, byId));
  if (!isThing(value)) return [];
  const { name } = value["name"] === undefined ? (byId.get(value["@id"]) ?? {}) : value;
  return typeof name === "string" || Array.isArray(name) ? namesIn(name, byId) : [];
}
