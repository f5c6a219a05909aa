/** PostgreSQL keeps no text with a NUL in it. */
export function isStorable(text: string): boolean {
  return !text.includes("\0");
}

/** An index of PostgreSQL takes 2,700 bytes; a letter has up to four. */
const MAX_KEY_LENGTH = 600;

/** What an index can find. Longer ones are no words, but what pages have between them. */
export function isIndexable(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && isStorable(text);
}
