import { closestName } from "../closest-name.ts";

/** An attribute as written: `#x` becomes `["id", "x"]`; a flag has an empty value. */
export type Attribute = readonly [name: string, value: string];

/** What a pair of braces is: text, attributes, or malformed attributes. */
export type Braces =
  | { readonly kind: "text" }
  | { readonly kind: "attributes"; readonly attributes: readonly Attribute[]; readonly end: number }
  | {
      readonly kind: "malformed";
      readonly message: string;
      /** The ones that could be read. */
      readonly attributes: readonly Attribute[];
      readonly end: number;
    };

const FLAGS = ["quoted", "key", "proposed", "review"];
const NAMES = ["id", "by", "kind", "lead", "note", "keywords", "summary", "quoted"];

/** One part: `#id`, `name="value"`, `name=value`, or any other word. A brace ends the group. */
const PART =
  /\s*(?:#(?<id>[^\s{}"=#]+)|(?<name>[A-Za-z][\w-]*)=(?:"(?<long>[^"\\]*(?:\\[\s\S][^"\\]*)*)"|(?<short>[^\s{}"'“”„«»‘’][^\s{}"“”„«»]*))|(?<word>[^\s{}]+))(?=[\s{}]|$)/uy;
const END = /\s*(?<close>\})?/uy;
const ESCAPED = /\\(["\\{}])/gu;
const NAME_WITH_EQUALS = /(?<![\p{L}\p{N}_?&/-])(?<name>[A-Za-z][\w-]*)=/u;
/** As in front matter. Other names are not included, since text may contain `{note: …}`. */
const NAME_WITH_COLON = /^(?<name>by|kind):/u;
const QUOTED_VALUE = /=["“„]/u;
const ONLY_LETTERS = /^\p{L}+$/u;

const LITERAL = "to show braces as text, write `\\{`";

/**
 * Reads the braces that open at `start`. They contain attributes if every part is `#id`, `name=value` or a
 * flag. If only some parts are clearly meant as attributes, they are malformed; otherwise they are text.
 */
export function readBraces(source: string, start: number): Braces {
  const { attributes, words, end, isClosed, hasQuotes } = readParts(source, start + 1);
  const typos = words.flatMap((word) => typoIn(word) ?? []);
  const isMeant =
    hasQuotes ||
    attributes.some(([name, value]) => value !== "" && NAMES.includes(name) && name !== "id") ||
    (typos.length > 0 && (attributes.length > 0 || typos.length === words.length)) ||
    typos.some(({ isCertain }) => isCertain);

  if (words.length === 0 && attributes.length > 0 && isClosed) {
    return { kind: "attributes", attributes, end };
  }
  // `{#1 hit}` is text; an unclosed `{#fares` is malformed.
  const isOpenId = attributes[0]?.[0] === "id";
  if (!isClosed && (isMeant || isOpenId || (words.length === 0 && attributes.length > 0))) {
    return { kind: "malformed", message: unclosed(source, start), attributes, end };
  }
  if (!isClosed || !isMeant) return { kind: "text" };
  const [typo] = typos;
  const [word = ""] = words;
  return { kind: "malformed", message: typo?.message ?? notAnAttribute(word), attributes, end };
}

/** The first braces in a plain text that contain attributes, which would be shown literally. */
export function attributesIn(text: string): string | undefined {
  for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
    const braces = readBraces(text, at);
    if (braces.kind !== "text") return text.slice(at, braces.end);
  }
  return undefined;
}

type Parts = {
  readonly attributes: readonly Attribute[];
  readonly words: readonly string[];
  readonly end: number;
  readonly isClosed: boolean;
  /** Whether a value is in quotes, which only attributes have. */
  readonly hasQuotes: boolean;
};

function readParts(source: string, from: number): Parts {
  const attributes: Attribute[] = [];
  const words: string[] = [];
  let end = from;
  let hasQuotes = false;
  for (;;) {
    PART.lastIndex = end;
    const part = PART.exec(source);
    if (!part) break;
    end = PART.lastIndex;
    const { id, name = "", long, short, word = "" } = part.groups ?? {};
    if (id !== undefined) attributes.push(["id", id]);
    else if (long !== undefined) {
      attributes.push([name, long.replace(ESCAPED, "$1")]);
      hasQuotes = true;
    } else if (short !== undefined) attributes.push([name, short]);
    else if (FLAGS.includes(word)) attributes.push([word, ""]);
    // `by = renn`
    else if (word.startsWith("=") && words.length > 0) words.push(`${words.pop() ?? ""}${word}`);
    else words.push(word);
  }
  END.lastIndex = end;
  const isClosed = END.exec(source)?.groups?.["close"] !== undefined;
  return { attributes, words, end: isClosed ? END.lastIndex : end, isClosed, hasQuotes };
}

type Typo = { readonly message: string; readonly isCertain: boolean };

/** Which attribute a word was meant to be; `undefined` if none. */
function typoIn(word: string): Typo | undefined {
  const assigned = NAME_WITH_EQUALS.exec(word)?.groups?.["name"];
  if (assigned !== undefined && closestName(assigned, NAMES) !== undefined) {
    const name = closestName(assigned, NAMES) ?? "";
    return { message: badValue(word, name), isCertain: true };
  }
  const named = NAME_WITH_COLON.exec(word)?.groups?.["name"];
  if (named !== undefined) return { message: withColon(word, named), isCertain: true };
  if (QUOTED_VALUE.test(word)) return { message: notAnAttribute(word), isCertain: true };
  if (!ONLY_LETTERS.test(word)) return undefined;
  const flag = closestName(word, FLAGS);
  if (flag !== undefined) return { message: unknown(word, flag), isCertain: false };
  const name = closestName(word, NAMES);
  if (name === undefined) return undefined;
  return { message: unknown(word, `${name}="…"`), isCertain: false };
}

function unknown(word: string, meant: string): string {
  return `unknown attribute \`${word}\`: write \`${meant}\`; ${LITERAL}`;
}

function withColon(word: string, name: string): string {
  return `unknown attribute \`${word}\`: write \`${name}=\`; ${LITERAL}`;
}

function badValue(word: string, name: string): string {
  return `the value in \`${word}\` cannot be read: put it in straight quotes, as in \`${name}="…"\``;
}

function notAnAttribute(word: string): string {
  return `\`${word}\` is not an attribute: put a value of several words in straight quotes, as in \`lead="9 crowns"\`; ${LITERAL}`;
}

/** Enough of the braces for an editor to find them. */
const MAX_SHOWN = 24;

function unclosed(source: string, start: number): string {
  const [line = ""] = source.slice(start, start + MAX_SHOWN).split("\n");
  return `the braces \`${line}…\` are not closed: close them with \`}\`; ${LITERAL}`;
}
