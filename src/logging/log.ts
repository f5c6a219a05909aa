import { pino } from "pino";
import { escapeControls } from "../text/escape-controls.ts";

type Fields = Readonly<Record<string, string | number | undefined>>;

/** Logs an event as a sentence and a few selected fields. Never pass it an error or a `ctx`. */
export type Log = (sentence: string, fields?: Fields) => void;

export type LogOptions = {
  readonly token: string;
  readonly write: (line: string) => void;
  readonly now: () => Date;
};

/**
 * One line of JSON per event, for programs that collect logs. An event with an `error` is a warning.
 * `{"level":"info","time":"2026-02-03T10:20:30.000Z","msg":"answered","update":17}`
 */
export function createLog({ token, write, now }: LogOptions): Log {
  const lines = pino(
    {
      base: null,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: (line) => `${escapeControls(redact(line, token).trimEnd())}\n` },
    },
    { write },
  );
  return (sentence, fields = {}) => {
    // A field, since pino expands `%s` in a sentence passed first.
    lines[fields["error"] === undefined ? "info" : "warn"]({ ...fields, msg: sentence });
  };
}

/**
 * One line per event, for people:
 * `2026-02-03T10:20:30Z reply failed update=17 error="sendMessage: 403 …"`
 */
export function createReadableLog({ token, write, now }: LogOptions): Log {
  return (sentence, fields = {}) => {
    const time = now().toISOString().replace(MILLISECONDS, "Z");
    const line = [time, sentence, ...Object.entries(fields).flatMap(formatField)].join(" ");
    write(`${escapeControls(redact(line, token).replaceAll(LINE_BREAKS, " "))}\n`);
  };
}

const MILLISECONDS = /\.\d+Z$/u;
const LINE_BREAKS = /[\n\r\u2028\u2029]+/gu;
const NEEDS_QUOTES = /[\s"=]/u;

function formatField([name, value]: [string, string | number | undefined]): string[] {
  if (value === undefined) return [];
  const text = String(value);
  return [`${name}=${NEEDS_QUOTES.test(text) ? JSON.stringify(text) : text}`];
}

/**
 * A token anywhere: in a sentence, in a path (`/bot123:abc/getMe`) or percent-encoded. With a leading
 * `\b` it would not match after `bot`.
 */
const ANY_TOKEN = /\d{5,}(?::|%3a)[\w-]{20,}/giu;

const REDACTED = "<token>";

/** Removes every bot token from a text, and the given one even if it has another form. */
export function redact(text: string, token = ""): string {
  const known = token === "" ? text : text.replaceAll(token, REDACTED);
  return known.replaceAll(ANY_TOKEN, REDACTED);
}
