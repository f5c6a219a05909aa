import { hash } from "node:crypto";

/** A stable, eight-character hash of a name: stands for it where there is little room. */
export function referenceTo(name: string): string {
  return hash("sha256", name, "base64url").slice(0, 8);
}
