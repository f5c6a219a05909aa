import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { codeOf } from "../logging/describe-error.ts";

/** `frameAncestors`: which pages may show this one in a frame. */
export function safetyHeaders(frameAncestors = "'none'") {
  return {
    "Content-Security-Policy": `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors}`,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
}

export type SafetyHeaders = ReturnType<typeof safetyHeaders>;

/** Ends a request with a status and a sentence, or JSON. */
export type Respond = (status: number, body: string) => void;

export function replyWith(response: ServerResponse, headers: SafetyHeaders): Respond {
  return (status, body) => {
    response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
    response.end(body);
  };
}

/** Throws, with a sentence, if the body is longer or no JSON. */
export async function jsonBodyOf(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const length = Number(request.headers["content-length"] ?? Infinity);
  if (!(length <= maxBytes)) throw new Error("the request is too long");
  return JSON.parse(await text(request));
}

/** What the page shows about a failed request. A bug's own message would explain nothing, a disk's hardly more. */
export function problemIn(error: unknown): readonly [status: number, sentence: string] {
  if (error instanceof SyntaxError) return [400, "The request is not JSON."];
  if (error instanceof Error && "syscall" in error) {
    return [
      400,
      `The files cannot be read or written (${codeOf(error)}): tell the bot's operator.`,
    ];
  }
  const isBug = !(error instanceof Error) || error instanceof TypeError;
  return isBug ? [500, "Something went wrong here."] : [400, error.message];
}
