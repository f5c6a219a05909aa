import type { Entities } from "../methods/shapes.ts";

export type TextWithEntities = { readonly text: string; readonly entities: Entities };

const DROPPED = /\r|[\u2028-\u202E]|\u0333|\u033F|\u030A/u;
// oxlint-disable-next-line no-control-regex -- control characters are what is matched
const BLANKED = /[\u0000-\u0009\u000B-\u001F]/u;

/**
 * Text as Telegram stores it: trimmed and without control characters. Entities move along; empty ones are
 * dropped. The set of characters is from memory of TDLib.
 */
export function tidyText({ text, entities }: TextWithEntities): TextWithEntities {
  const { characters, positions } = cleanCharacters(text);
  const whole = characters.join("");
  const kept = whole.trim();
  const cutInFront = whole.length - whole.trimStart().length;

  function moved(offset: number): number {
    const position = positions[offset] ?? whole.length;
    return Math.min(Math.max(position - cutInFront, 0), kept.length);
  }
  const movedEntities = entities.map((entity) => {
    const offset = moved(entity.offset);
    return { ...entity, offset, length: moved(entity.offset + entity.length) - offset };
  });
  return { text: kept, entities: movedEntities.filter(({ length }) => length > 0) };
}

/** The remaining characters, and the new offset for each old one. */
function cleanCharacters(text: string) {
  const characters: string[] = [];
  const positions: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    positions.push(characters.length);
    const character = text.charAt(offset);
    if (!DROPPED.test(character)) characters.push(BLANKED.test(character) ? " " : character);
  }
  return { characters, positions };
}
