import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { badRequest } from "../rules/refusal.ts";

export type Payload = Readonly<Record<string, unknown>>;

type BodyReader = (body: string, contentType: string) => Promise<Payload> | Payload;

/** Telegram takes parameters in three kinds of body, and always from the query string. */
const BODY_READERS: readonly (readonly [RegExp, BodyReader])[] = [
  [/^application\/json\b/iu, readJson],
  [/^application\/x-www-form-urlencoded\b/iu, (body) => fromPairs(new URLSearchParams(body))],
  [/^multipart\/form-data\b/iu, readMultipart],
];

export async function readPayload(request: IncomingMessage, query: URLSearchParams) {
  const body = await parseBody(await text(request), request.headers["content-type"] ?? "");
  return { ...fromPairs(query), ...body };
}

export async function parseBody(body: string, contentType: string): Promise<Payload> {
  const [, readBody] = BODY_READERS.find(([type]) => type.test(contentType)) ?? [];
  return body !== "" && readBody ? readBody(body, contentType) : {};
}

function readJson(body: string): Payload {
  const value = parsed(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("can't parse JSON object: object expected");
  }
  return Object.fromEntries(Object.entries(value));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest("can't parse JSON object");
  }
}

/** Response reads forms. The simulator has no files, so text is enough. */
async function readMultipart(body: string, contentType: string): Promise<Payload> {
  try {
    const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
    return fromPairs(form);
  } catch {
    throw badRequest("can't parse multipart form data");
  }
}

function fromPairs(pairs: Iterable<[string, unknown]>): Payload {
  return Object.fromEntries(pairs);
}
