import type { ChatNotes } from "../../telegram/chat-memory.ts";
import type { Claim } from "./delivery-state.ts";

/** A claim as the store that replicas share puts it. */
export type ClaimRecord = {
  readonly kind: string;
  readonly verdict: string;
  /** JSON; empty without notes. */
  readonly notes: string;
  readonly isRetry: boolean;
  readonly isSuspect: boolean;
  readonly isOwed: boolean;
};

const OTHER_CLAIMS = ["done", "held", "sent-twice", "set-aside"] as const;

export function claimOf({ kind, verdict, notes, ...known }: ClaimRecord): Claim {
  const other = OTHER_CLAIMS.find((one) => one === kind);
  if (other !== undefined) return { kind: other };
  const chat = { notes: readNotes(notes), ...known };
  if (verdict === "allowed") return { kind: "granted", ...chat };
  return { kind: "rate-limited", isFirst: verdict === "limited", ...chat };
}

/** Another version of this bot may have written them; malformed notes count as none. */
function readNotes(text: string): ChatNotes {
  try {
    const notes: unknown = JSON.parse(text);
    return typeof notes === "object" && notes !== null ? notes : {};
  } catch {
    return {};
  }
}
