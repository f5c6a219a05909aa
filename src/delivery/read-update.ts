import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";

type UpdateRead =
  | { readonly kind: "update"; readonly update: Update }
  | { readonly kind: "too-long" | "no-update" }
  /** Whoever was sending has hung up. */
  | { readonly kind: "gone" };

/** Many times the longest update there is. */
const LONGEST_BYTES = 1_000_000;

/** The update in the body of a request. */
export async function readUpdate(request: IncomingMessage): Promise<UpdateRead> {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST_BYTES) return { kind: "too-long" };
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Kept open where it is left early, since the answer has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length > LONGEST_BYTES) return { kind: "too-long" };
      chunks.push(chunk);
    }
  } catch {
    return { kind: "gone" };
  }
  const content = parse(Buffer.concat(chunks).toString("utf8"));
  return isUpdate(content) ? { kind: "update", update: content } : { kind: "no-update" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whatever else is in it: Telegram invents new kinds. */
function isUpdate(content: unknown): content is Update {
  return (
    typeof content === "object" &&
    content !== null &&
    "update_id" in content &&
    Number.isSafeInteger(content.update_id)
  );
}
