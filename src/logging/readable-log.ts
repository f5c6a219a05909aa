import { escapeControls } from "../text/escape-controls.ts";
import type { Log, LogOptions } from "./log.ts";
import { redact } from "./redact.ts";

/**
 * The same for somebody who looks on:
 * `2026-02-03T10:20:30Z reply failed update=17 error="sendMessage: 403 …"`
 */
export function createReadableLog({ token, write, now }: LogOptions): Log {
  return (sentence, fields = {}) => {
    const time = now().toISOString().replace(MILLISECONDS, "Z");
    const line = [time, sentence, ...Object.entries(fields).flatMap(showField)].join(" ");
    write(`${escapeControls(redact(line, token).replaceAll(LINE_BREAKS, " "))}\n`);
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
