import { TextDecoder } from "node:util";

/** A page as text, or the name of a charset that nobody knows. */
export type Decoded =
  | { readonly kind: "decoded"; readonly text: string }
  | { readonly kind: "unknown-charset"; readonly charset: string };

const IN_HEADER = /charset\s*=\s*["']?(?<charset>[\w:.-]+)/iu;
const IN_META = /<meta[^>]{0,200}?charset\s*=\s*["']?(?<charset>[\w:.-]+)/iu;
const IN_XML = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["'](?<charset>[\w:.-]+)/iu;
/** Browsers look no further for `<meta charset>`. */
const HEAD_LENGTH = 4096;

/**
 * Decodes a page by its byte order mark, its header, its `<meta>` or its bytes. A stated charset in which
 * the bytes make no sense is not believed.
 */
export function decodePage(bytes: Uint8Array, contentType = ""): Decoded {
  if (hasByteOrderMark(bytes)) return decoded(bytes, bytes[0] === 0xef ? "utf-8" : utf16Of(bytes));
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_LENGTH));
  const stated = [IN_HEADER.exec(contentType), IN_META.exec(head), IN_XML.exec(head)].flatMap(
    (match) => match?.groups?.["charset"] ?? [],
  );
  const known = stated.filter((charset) => decoderFor(charset) !== undefined);
  const isUtf8 = isValidUtf8(bytes);
  if (isUtf8) {
    const wide = known.find((charset) => /^utf-?16/iu.test(charset));
    return decoded(bytes, wide !== undefined && bytes.includes(0) ? wide : "utf-8");
  }
  const believable = known.find((charset) => !/^utf-?(?:8|16)|^unicode|ascii$/iu.test(charset));
  if (believable !== undefined && !isCyrillicMisread(bytes, believable)) {
    return decoded(bytes, believable);
  }
  const unknown = stated.find((charset) => !known.includes(charset));
  const likely = likeliestCharset(bytes);
  if (likely === undefined && unknown !== undefined) {
    return { kind: "unknown-charset", charset: unknown };
  }
  return decoded(bytes, likely ?? "windows-1252");
}

function decoded(bytes: Uint8Array, charset: string): Decoded {
  const decoder = decoderFor(charset) ?? new TextDecoder();
  return { kind: "decoded", text: decoder.decode(bytes) };
}

function decoderFor(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xef && second === 0xbb && third === 0xbf) return true;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function utf16Of([first]: Uint8Array): string {
  return first === 0xff ? "utf-16le" : "utf-16be";
}

/** A page may be cut within a character, and have a stray byte or two. */
const MAX_BROKEN = 0.0005;

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    const broken = new TextDecoder().decode(bytes).split("\uFFFD").length - 1;
    return broken <= Math.max(1, bytes.length * MAX_BROKEN);
  }
}

/** The charsets in which Ukrainian and Russian pages are written besides UTF-8. */
const CYRILLIC_CHARSETS = ["windows-1251", "koi8-u", "iso-8859-5", "ibm866"];
const LOWER_CASE = /[а-яёіїєґ]/gu;
const CAPITAL_WITHIN_WORD = /[а-яёіїєґ][А-ЯЁІЇЄҐ]/gu;
/** Of the characters that are not ASCII, in a text in Cyrillic. */
const MIN_LOWER_CASE = 0.6;
const SAMPLE = 100_000;

/** The charset in which the bytes are mostly lower-case Cyrillic letters, as every text is. */
function likeliestCharset(bytes: Uint8Array): string | undefined {
  const [best] = CYRILLIC_CHARSETS.map(
    (charset) => [charset, cyrillicShare(bytes, charset)] as const,
  ).toSorted(([, one], [, other]) => other - one);
  return best && best[1] >= MIN_LOWER_CASE ? best[0] : undefined;
}

function isCyrillicMisread(bytes: Uint8Array, charset: string): boolean {
  const likely = likeliestCharset(bytes);
  if (likely === undefined) return false;
  return cyrillicShare(bytes, charset) < MIN_LOWER_CASE;
}

function cyrillicShare(bytes: Uint8Array, charset: string): number {
  const sample = bytes.filter((byte) => byte >= 0x80 || byte === 0x20).subarray(0, SAMPLE);
  const text = decoderFor(charset)?.decode(sample) ?? "";
  const letters = text.replaceAll(/\s/gu, "").length;
  const lower =
    (text.match(LOWER_CASE)?.length ?? 0) - (text.match(CAPITAL_WITHIN_WORD)?.length ?? 0);
  return letters === 0 ? 0 : lower / letters;
}
