import { pino } from "pino";
import { escapeControls } from "../text/escape-controls.ts";
import { redact } from "./redact.ts";

type Fields = Readonly<Record<string, string | number | undefined>>;

/** Tells the operator what happened, in a sentence and a few picked fields. Never hand it an error or a `ctx`. */
export type Log = (sentence: string, fields?: Fields) => void;

export type LogOptions = {
  readonly token: string;
  readonly write: (line: string) => void;
  readonly now: () => Date;
};

/**
 * One line of JSON an event, for programs that collect logs; what has an `error` is a warning.
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
    // Handed over as an argument, since pino reads `%s` in a sentence that comes first.
    lines[fields["error"] === undefined ? "info" : "warn"]({ ...fields, msg: sentence });
  };
}
