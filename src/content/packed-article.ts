import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { Article } from "../article/article.ts";

/** An article as bytes: one thread can hand it to another, and a start need not parse it. */
export type PackedArticle = {
  /** Equal for equal articles. */
  readonly digest: string;
  readonly size: number;
  /** Those of a file are read at every call, and may be replaced at the next one. */
  readonly bytes: () => Uint8Array;
};

/** Enough that no two articles have the same. */
const DIGEST_BYTES = 16;

/** `article` must be as parsed: without functions. */
export function packArticle(article: Article): PackedArticle {
  const bytes = serialize(inFewestBytes(article, new Map()));
  return { digest: digestOf(bytes), size: bytes.length, bytes: () => bytes };
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

export function unpackArticle(bytes: Uint8Array): Article {
  return deserialize(bytes);
}

const BEYOND_LATIN_1 = /[^\0-\u{ff}]/u;

/**
 * A copy whose texts take no more memory than they need. A part of a longer text takes two bytes a letter if the whole
 * does, and keeps the whole in memory. What is the same object stays the same object.
 */
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
