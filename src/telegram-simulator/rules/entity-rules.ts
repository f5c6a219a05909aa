import { MAX_ENTITIES } from "./limits.ts";
import { badRequest } from "./refusal.ts";
import type { Entities } from "../methods/shapes.ts";

type Entity = Entities[number];
type EntityRule = {
  readonly isBroken: (entity: Entity, text: string) => boolean;
  readonly reason: (entity: Entity, text: string) => string;
};

const ENTITY_RULES: readonly EntityRule[] = [
  {
    isBroken: ({ offset }) => offset < 0,
    reason: ({ offset }) => `receive an entity with incorrect offset ${offset}`,
  },
  {
    isBroken: ({ length }) => length < 0,
    reason: ({ length }) => `receive an entity with incorrect length ${length}`,
  },
  {
    isBroken: ({ offset }, text) => offset > text.length,
    reason: ({ offset }) => `entity begins after the end of the text at UTF-16 offset ${offset}`,
  },
  {
    isBroken: (entity, text) => endOf(entity) > text.length,
    reason: (entity) =>
      `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${endOf(entity)}`,
  },
  {
    isBroken: ({ offset }, text) => splitsCharacter(text, offset),
    reason: ({ offset }, text) =>
      `entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset + 1)}`,
  },
  {
    isBroken: (entity, text) => splitsCharacter(text, endOf(entity)),
    reason: (entity, text) =>
      `entity beginning at UTF-16 offset ${entity.offset} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, endOf(entity) + 1)}`,
  },
];

/** Refuses entities outside their text or inside a character. */
export function checkEntities(entities: Entities, text: string): void {
  // Telegram silently drops entities beyond the limit, which no sender wants.
  if (entities.length > MAX_ENTITIES) throw badRequest("ENTITIES_TOO_LONG");

  for (const entity of entities) {
    for (const { isBroken, reason } of ENTITY_RULES) {
      if (isBroken(entity, text)) throw badRequest(reason(entity, text));
    }
  }
}

export function endOf({ offset, length }: Pick<Entity, "offset" | "length">): number {
  return offset + length;
}

function splitsCharacter(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function byteOffset(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset));
}
