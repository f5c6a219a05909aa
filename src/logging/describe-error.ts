import { relative } from "node:path";

/**
 * Describes an error safely for the log: its kind and where it happened. Messages are left out, since they
 * may quote the reader.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;

  const code = codeOf(error) ?? error.name;
  const place = placeOf(error.stack ?? "");
  return place === undefined ? code : `${code} at ${place}`;
}

/** `ECONNREFUSED` and the like, as Node or node-fetch reports them. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "type" in error && typeof error.type === "string" ? error.type : undefined;
}

const FRAME = /^\s+at\b.*?(?:file:\/\/|[( ])(?<file>\/[^():]+):(?<line>\d+):\d+\)?$/u;

/** The first stack frame outside node_modules. */
function placeOf(stack: string): string | undefined {
  const own = stack
    .split("\n")
    .find((line) => FRAME.test(line) && !line.includes("/node_modules/"));
  const { file, line } = FRAME.exec(own ?? "")?.groups ?? {};
  return file === undefined ? undefined : `${relative(process.cwd(), file)}:${line}`;
}
