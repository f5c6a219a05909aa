import type { IncomingMessage, ServerResponse } from "node:http";
import { jsonBodyOf, replyWith, type SafetyHeaders } from "../http-replies.ts";
import { readPageFile } from "../page-files.ts";
import { answerReadersRequest } from "../readers/readers-api.ts";
import type { Readers } from "../readers/readers.ts";
import type { FeedsReport } from "../../feeds/feeds-report.ts";
import type { Editorial } from "./editorial.ts";
import { answerRequest } from "./editorial-api.ts";
import { type ImportEvent, type ImportSource, sourceSchema } from "./import-draft.ts";

export type DeskParts = {
  /** The project's folder, which holds the page's files. */
  readonly root: string;
  readonly editorial: Editorial;
  /** Imports a source as a draft; tells how far it is, and last what became of it. */
  readonly importDraft: (source: ImportSource, by: string) => AsyncIterable<ImportEvent>;
  /** What readers asked, and what to do about it. */
  readonly readers: Readers;
  /** The feeds that are followed, if any can be. */
  readonly feeds?: (() => FeedsReport) | undefined;
  /** Whether the chat with the bot is one level up. */
  readonly hasChat: boolean;
};

export type DeskRequest = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: SafetyHeaders;
  /** Below the desk: `""` for the page itself. */
  readonly path: string;
};

/** An edit is a few lines of text. */
const MAX_EDIT_BYTES = 256 * 1024;
/** The largest page, in base64. */
const MAX_IMPORT_BYTES = 14_000_000;

/** Sends one of the page's files; false if there is none of that name. */
export async function serveDeskFile(
  { request, response, headers, path }: DeskRequest,
  root: string,
): Promise<boolean> {
  const file = await readPageFile("desk", path, root);
  if (!file || request.method !== "GET") return false;
  response.writeHead(200, { ...headers, "Content-Type": file.type }).end(file.body);
  return true;
}

/** Does what the page asks for. `by`: who is at the page; whoever may not be here was turned away before. */
export async function serveEditorial(
  { request, response, headers, path }: DeskRequest,
  { editorial, importDraft, readers, feeds, hasChat }: DeskParts,
  by: string,
): Promise<void> {
  const reply = replyWith(response, headers);
  if (request.method !== "POST") return reply(405, "only POST");
  if (path === "import") {
    const source = sourceSchema.safeParse(await jsonBodyOf(request, MAX_IMPORT_BYTES));
    if (!source.success) return reply(400, "There is nothing to import in this request.");
    response.writeHead(200, { ...headers, "Content-Type": "application/x-ndjson" });
    for await (const event of importDraft(source.data, by)) {
      response.write(`${JSON.stringify(event)}\n`);
    }
    response.end();
    return;
  }
  if (path === "readers") {
    const asked = await jsonBodyOf(request, MAX_EDIT_BYTES);
    const answer = await answerReadersRequest(readers, asked, by);
    return reply(200, JSON.stringify({ ...answer, hasChat }));
  }
  if (path === "feeds") return reply(200, JSON.stringify(feeds?.() ?? null));
  if (path !== "editorial") return reply(404, "there is nothing here");
  const answer = answerRequest(editorial, await jsonBodyOf(request, MAX_EDIT_BYTES), by);
  reply(200, JSON.stringify({ ...answer, hasChat }));
}
