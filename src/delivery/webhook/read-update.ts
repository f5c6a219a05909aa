import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";
import { isUpdate } from "../transport/response-schemas.ts";

type UpdateRead =
  | { readonly kind: "update"; readonly update: Update }
  | { readonly kind: "too-long" | "no-update" }
  /** Whoever was sending has hung up. */
  | { readonly kind: "gone" };

/** Many times the longest update there is. */
const LONGEST_BYTES = 1_000_000;

/**
 * The update in the body of a request. By events, since iterating would take longer than all else
 * about a body of one piece. Where it is left early it stays open: the answer has to go out on it.
 */
export function readUpdate(request: IncomingMessage): Promise<UpdateRead> {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST_BYTES) {
    return Promise.resolve({ kind: "too-long" });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LONGEST_BYTES) return void chunks.push(chunk);
      request.pause();
      resolve({ kind: "too-long" });
    });
    request.once("end", () => resolve(updateIn(Buffer.concat(chunks).toString("utf8"))));
    request.once("error", () => resolve({ kind: "gone" }));
    request.once("close", () => resolve({ kind: "gone" }));
  });
}

function updateIn(text: string): UpdateRead {
  const content = parse(text);
  return isUpdate(content) ? { kind: "update", update: content } : { kind: "no-update" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
