import { redact } from "./redact.ts";

type Fields = Readonly<Record<string, string | number | undefined>>;

/** Tells the operator what happened, in a sentence and a few picked fields. Never hand it an error or a `ctx`. */
export type Log = (sentence: string, fields?: Fields) => void;

export type LogOptions = {
  readonly token: string;
  readonly write: (line: string) => void;
  readonly now: () => Date;
};

/** `2026-02-03T10:20:30Z reply failed update=17 error="sendMessage: 403 …"` */
export function createLog({ token, write, now }: LogOptions): Log {
  return (sentence, fields = {}) => {
    const time = now().toISOString().replace(MILLISECONDS, "Z");
    const line = [time, sentence, ...Object.entries(fields).flatMap(showField)].join(" ");
    write(`${redact(line, token).replaceAll(LINE_BREAKS, " ")}\n`);
  };
}

const MILLISECONDS = /\.\d+Z$/u;
const LINE_BREAKS = /[\n\r\u2028\u2029]+/gu;
const NEEDS_QUOTES = /[\s"=]/u;

function showField([name, value]: [string, string | number | undefined]): string[] {
  if (value === undefined) return [];
  const shown = String(value);
  return [`${name}=${NEEDS_QUOTES.test(shown) ? JSON.stringify(shown) : shown}`];
}
