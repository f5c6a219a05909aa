import { hash } from "node:crypto";

/**
 * A 32-byte hash that nobody can compute without the key. SHA-3 is safe with the key as
 * a prefix (https://keccak.team/keccak_strengths.html); SHA-2 would need HMAC, which is three times slower.
 */
export function keyedHash(key: string, text: string): Buffer {
  return hash("sha3-256", `${key}/${text}`, "buffer");
}
