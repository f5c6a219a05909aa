import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";
import { isUpdate } from "../transport/response-schemas.ts";

type UpdateRead =
  | { readonly kind: "update"; readonly update: Update }
  | { readonly kind: "too-long" | "no-update" }
  /** The sender has closed the connection. */
  | { readonly kind: "gone" };

/** Many times the longest possible update. */
const MAX_BYTES = 1_000_000;

/**
 * The update in a request's body. It listens to events, since async iteration would dominate the cost of a
 * body that arrives in one piece. A body that is too long is not read to its end, and the connection stays
 * open for the response.
 */
export function readUpdate(request: IncomingMessage): Promise<UpdateRead> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BYTES) {
    return Promise.resolve({ kind: "too-long" });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BYTES) return void chunks.push(chunk);
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
