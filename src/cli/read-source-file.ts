import { statSync } from "node:fs";
import { NotAFile, readRegularFile } from "../files/regular-file.ts";
import { describeFetchFailure } from "../import/describe-failure.ts";
import { decodePage } from "../import/fetch/decode-page.ts";
import { MAX_PAGE_BYTES } from "../import/fetch/fetch-page.ts";
import { readDocument, type DocumentSource, type ReadDocument } from "../import/read-document.ts";
import { codeOf } from "../logging/describe-error.ts";

const TOO_LARGE = "this file is larger than 10 MB: name the page or the text of one article";
const NO_NAME = "a source has no name: name a page, a text or a feed, or an address with https://";

/** Reads what a path leads to, or says why it cannot. */
export function readSourceFile(path: string): ReadDocument {
  if (path.trim() === "") return { kind: "nothing", why: NO_NAME };
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_PAGE_BYTES) return { kind: "nothing", why: TOO_LARGE };
    const bytes = readRegularFile(path, MAX_PAGE_BYTES);
    const decoded = decodePage(bytes);
    if (decoded.kind === "unknown-charset") return failure(decoded);
    return readDocument(decoded.text, { name: path } satisfies DocumentSource);
  } catch (error) {
    return { kind: "nothing", why: describeFileProblem(error) };
  }
}

function failure(problem: Parameters<typeof describeFetchFailure>[0]): ReadDocument {
  return { kind: "nothing", why: describeFetchFailure(problem) };
}

/** What is not about the file is a bug. */
function describeFileProblem(error: unknown): string {
  if (error instanceof NotAFile) return `this is ${error.obstacle}: name a page, a text or a feed`;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return code === "ENOENT" || code === "ENOTDIR"
    ? "there is no such file: name a page, a text or a feed, or an address with https://"
    : `this file cannot be read (${code}): name a readable file`;
}
