import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { Article } from "../../article/article.ts";
import { groupByLanguage, openPassageIndex, type PassageIndex } from "./passage-index.ts";
import { runSteps } from "../analysis/steps.ts";
import { packFor } from "../../languages/packs.ts";
import { openLanguageIndex, type LanguageIndexRecord } from "./language-index.ts";

/** Raise it whenever the record's fields change, or the way words become terms. */
const VERSION = "ask-the-article index 20";
const DIGEST_BYTES = 32;
const NEW_LINE = 0x0a;

/** Version and digest are checked before this is parsed, so the shape is known. */
const savedSchema = z.object({
  articles: z.string(),
  indexes: z.array(z.custom<LanguageIndexRecord>((value) => typeof value === "object")),
});

/** The index as bytes: version, digest of the body, body. */
export function saveIndex(index: PassageIndex, articles: readonly Article[]): Uint8Array {
  const indexes = index.languageIndexesFor(undefined).map(({ record }) => record);
  const body = serialize({ articles: digestOfArticles(articles), indexes });
  return Buffer.concat([Buffer.from(`${VERSION}\n`), digestOf(body), body]);
}

/** Returns `undefined` if the bytes are damaged, or of another version or other articles: build the index instead. */
export function loadIndex(
  bytes: Uint8Array,
  articles: readonly Article[],
): PassageIndex | undefined {
  const saved = bodyOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (saved?.articles !== digestOfArticles(articles)) return undefined;

  const groups = groupByLanguage(articles);
  const indexes = saved.indexes.map((record, number) => {
    const group = groups[number] ?? [];
    const pack = packFor(group[0]?.language ?? "");
    return runSteps(openLanguageIndex(group, pack, record));
  });
  return openPassageIndex(articles, indexes);
}

function bodyOf(bytes: Buffer) {
  const headEnd = bytes.indexOf(NEW_LINE);
  if (bytes.toString("utf8", 0, Math.max(0, headEnd)) !== VERSION) return undefined;

  const bodyStart = headEnd + 1 + DIGEST_BYTES;
  const body = bytes.subarray(bodyStart);
  if (!digestOf(body).equals(bytes.subarray(headEnd + 1, bodyStart))) return undefined;
  return savedSchema.parse(deserialize(body));
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function digestOfArticles(articles: readonly Article[]): string {
  return digestOf(Buffer.from(JSON.stringify(articles))).toString("hex");
}
