import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { Article, Section } from "../article/article.ts";
import { type StoredPassage, withNumbers, withSpeakers } from "./speakers-by-number.ts";

/** An article as bytes: one thread can hand it to another, and a start need not parse it. */
export type PackedArticle = {
  /** Equal for equal articles. */
  readonly digest: string;
  readonly size: number;
  /** Of its bytes: those of its outline, which come first. */
  readonly outlineSize: number;
  /** Those of a file are read at every call, and may be replaced at the next one. */
  readonly bytes: () => Uint8Array;
};

/** What is known of an article before its sections are read. */
type Outline = Omit<Article, "sections">;

/** With its sections if others link to them: those of its translations do. */
type StoredOutline = Outline & Partial<Pick<Article, "sections">>;
type StoredSection = Omit<Section, "passages"> & { readonly passages: readonly StoredPassage[] };

/** Enough that no two articles have the same. */
const DIGEST_BYTES = 16;

/** `article` must be as parsed: without functions. */
export function packArticle(article: Article): PackedArticle {
  const { sections, ...outline } = inFewestBytes(article, new Map());
  const isLinked = article.translations.length > 0;
  const first = serialize(isLinked ? { ...outline, sections } : outline);
  const rest = isLinked ? new Uint8Array() : serialize(toStored(sections, outline));
  const bytes = Buffer.concat([first, rest]);
  return {
    digest: digestOf(bytes),
    size: bytes.length,
    outlineSize: first.length,
    bytes: () => bytes,
  };
}

/** One after another. */
export function joinArticles(
  articles: readonly Pick<PackedArticle, "size" | "bytes">[],
): Uint8Array<ArrayBuffer> {
  const length = articles.reduce((sum, { size }) => sum + size, 0);
  return joinParts(bytesOf(articles), length);
}

function* bytesOf(articles: readonly Pick<PackedArticle, "bytes">[]): Generator<Uint8Array> {
  for (const { bytes } of articles) yield bytes();
}

/** `length`: of all together. Each part is copied before the next one is read, which may be in its place. */
export function joinParts(parts: Iterable<Uint8Array>, length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function toStored(sections: readonly Section[], { people }: Outline): StoredSection[] {
  return sections.map((section) => ({
    ...section,
    passages: section.passages.map((passage) => withNumbers(passage, people)),
  }));
}

export function digestOf(content: Uint8Array | string): string {
  return digestOfAll([content]);
}

/** Of parts as one. */
export function digestOfAll(parts: Iterable<Uint8Array | string>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 2 * DIGEST_BYTES);
}

/** An article whose sections are read when they are first asked for. */
export type OpenedPackedArticle = {
  readonly outline: Outline;
  readonly sections: () => readonly Section[];
  readonly isRead: () => boolean;
};

/** `outline`: the first bytes of the article; `readRest` is called once at most, for the others. */
export function openPackedArticle(
  outline: Uint8Array,
  readRest: () => Uint8Array,
): OpenedPackedArticle {
  const { sections: linked, ...own }: StoredOutline = deserialize(outline);
  let sections = linked;
  // What it would be read from is given up as soon as it is not needed.
  let read = linked ? undefined : readRest;
  return {
    outline: own,
    sections() {
      if (read) sections = toSections(deserialize(read()), own);
      read = undefined;
      return sections ?? [];
    },
    isRead: () => sections !== undefined,
  };
}

function toSections(stored: readonly StoredSection[], { people }: Outline): Section[] {
  return stored.map((section) => ({
    ...section,
    passages: section.passages.map((passage) => withSpeakers(passage, people)),
  }));
}

export function unpackArticle(bytes: Uint8Array, outlineSize: number): Article {
  const rest = () => bytes.subarray(outlineSize);
  const { outline, sections } = openPackedArticle(bytes.subarray(0, outlineSize), rest);
  return { ...outline, sections: sections() };
}

const BEYOND_LATIN_1 = /[^\0-\u{ff}]/u;

/**
 * A copy whose texts take no more memory than they need. A part of a longer text takes two bytes a letter if the whole
 * does, and keeps the whole in memory. What is the same object stays the same object.
 */
function inFewestBytes<Value>(value: Value, copies: Map<object, unknown>): Value;
function inFewestBytes(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value === "string") {
    return BEYOND_LATIN_1.test(value) ? value : Buffer.from(value, "latin1").toString("latin1");
  }
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    copies.set(value, copy);
    for (const item of value) copy.push(inFewestBytes(item, copies));
    return copy;
  }
  const copy: Record<string, unknown> = {};
  copies.set(value, copy);
  for (const [key, item] of Object.entries(value)) copy[key] = inFewestBytes(item, copies);
  return copy;
}
