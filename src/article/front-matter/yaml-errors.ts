import type { ErrorCode, YAMLError } from "yaml";

type Described = {
  readonly message: string;
  /** Whether later lines can be read: always, once the value is quoted, or not at all. */
  readonly effect: "none" | "until-quoted" | "ends";
};

/** Translates a YAML error into words for editors. */
export function describeYamlError({ code, message }: YAMLError, line: string): Described {
  const advice = MESSAGES[code]?.(line, message) ?? "write `name: value`, one line each";
  const isFixable = FIXED_BY_QUOTES.has(code) && quotedLine(line) !== undefined;
  const effect = HARMLESS.has(code) ? "none" : isFixable ? "until-quoted" : "ends";
  return { message: `bad YAML: ${advice}`, effect };
}

const HARMLESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["BAD_DQ_ESCAPE", "TAB_AS_INDENT"]);

const FIXED_BY_QUOTES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "BLOCK_AS_IMPLICIT_KEY",
  "MULTILINE_IMPLICIT_KEY",
  "BAD_SCALAR_START",
  "UNEXPECTED_TOKEN",
  "BAD_ALIAS",
]);

type Describe = (line: string, message: string) => string;

const MESSAGES: Partial<Readonly<Record<ErrorCode, Describe>>> = {
  BLOCK_AS_IMPLICIT_KEY: (line) => `a value with a colon must be quoted: ${inQuotes(line)}`,
  MULTILINE_IMPLICIT_KEY: (line) => inQuotes(line),
  BAD_SCALAR_START: (line) => `a value cannot start with this character: ${inQuotes(line)}`,
  BAD_DQ_ESCAPE: () => "a backslash in double quotes must be doubled: write `\\\\`",
  UNEXPECTED_TOKEN: (line) => inQuotes(line),
  BAD_ALIAS: (line) => inQuotes(line),
  TAB_AS_INDENT: () => "this line starts with a tab: use spaces",
  BAD_INDENT: (_line, message) =>
    openBracket(message) ??
    "this line is indented differently from its neighbours: indent all of them alike",
  MISSING_CHAR: (line, message) => {
    if (message.includes("quote")) return "a quotation mark is not closed: close it";
    return openBracket(message) ?? `\`${line.trim()}\` has no colon: write \`name: value\``;
  },
  MULTIPLE_DOCS: () => "a line of `---` or `...` splits this in two: remove the line",
};

function openBracket(message: string): string | undefined {
  const bracket = /end with an? (?<sign>[\]}])/u.exec(message)?.groups?.["sign"];
  if (bracket === undefined) return undefined;
  return `a bracket is not closed: close it with \`${bracket}\`, or put the value in quotes`;
}

/** The advice to quote a line's value: ``write `title: "A: b"` ``. */
export function inQuotes(line: string): string {
  const quoted = quotedLine(line)?.trim();
  return quoted === undefined
    ? 'put the value in quotes, as in `title: "A: b"`'
    : `write \`${quoted}\``;
}

const FIELD = /^(?<name>\s*(?:- +)?[\p{L}\w-]+:|\s*-) +(?<value>.*?)\s*$/u;
/** Longer lines are not repeated in messages. */
const MAX_SHOWN = 160;
const QUOTES_AROUND = /^["']|["']$/gu;

/** The line with its value in quotes, if it has one simple value. */
export function quotedLine(line: string): string | undefined {
  const field = line.length > MAX_SHOWN ? null : FIELD.exec(line);
  const { name, value = "" } = field?.groups ?? {};
  if (name === undefined || value === "" || value.startsWith("{")) return undefined;
  const bare = value.replace(QUOTES_AROUND, "");
  const isSimple = !/["\\]/u.test(bare);
  return `${name} ${isSimple ? `"${bare}"` : `'${bare.replaceAll("'", "''")}'`}`;
}
