import { hash } from "node:crypto";

/**
 * A 32-byte hash that nobody can compute without the key. SHA-3 is safe with the key as
 * a prefix (https://keccak.team/keccak_strengths.html); SHA-2 would need HMAC, which is three times slower.
 */
export function keyedHash(key: string, text: string): Buffer {
  return hash("sha3-256", `${key}/${text}`, "buffer");
}

/** Long enough to tell chats apart, too short to be mistaken for an id. */
const NAME_LENGTH = 10;

/** What the log calls a chat. */
export function loggedChat(key: string, chatId: number): string {
  return keyedHash(key, String(chatId)).toString("base64url").slice(0, NAME_LENGTH);
}
