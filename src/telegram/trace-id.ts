import { createHmac } from "node:crypto";

/** Gives each answer a short id that says nothing of the chat, and is the same after a restart. */
export type TraceIds = (chatId: number, updateId: number) => string;

/** Digits and letters that are not mistaken for one another when read out. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** Forty bits: two in a million answers hardly ever share one. */
const LENGTH = 8;

/** `secret`: without it nobody can tell which chat an id belongs to, or make one up. */
export function traceIdsBy(secret: string): TraceIds {
  return (chatId, updateId) => {
    const digest = createHmac("sha256", secret).update(`${chatId}/${updateId}`).digest();
    return [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % 32] ?? "").join("");
  };
}
