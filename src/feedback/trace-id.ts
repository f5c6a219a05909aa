import { keyedHash } from "./keyed-hash.ts";

/** Gives each answer a short id that says nothing of the chat, and is the same after a restart. */
export type TraceIds = (chatId: number, updateId: number) => string;

/** Digits and letters that are not mistaken for one another when read out. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** Forty bits: two in a million answers hardly ever share one. */
const LENGTH = 8;

/** `secret`: without it nobody can tell which chat an id belongs to, or make one up. */
export function traceIdsBy(secret: string): TraceIds {
  return (chatId, updateId) => {
    const bytes = keyedHash(secret, `${chatId}/${updateId}`).subarray(0, LENGTH);
    return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join("");
  };
}
