import { endOf } from "./entity-rules.ts";
import { badRequest } from "./refusal.ts";
import type { Entities } from "../methods/shapes.ts";

type Entity = Entities[number];
type Family = "style" | "quote" | "code" | "link";

/** "Message entities can be nested, providing following restrictions are met" (Bot API, Formatting options). */
const MAY_CONTAIN: Readonly<Record<Family, readonly Family[]>> = {
  style: ["style", "quote", "link"],
  // That quotes cannot be nested in each other is documented; that they may contain code is from memory.
  quote: ["style", "link", "code"],
  link: ["style"],
  code: [],
};

/**
 * Refuses entities that cross or are nested where they may not be. Telegram silently splits or drops them,
 * which no sender wants.
 */
export function checkNesting(entities: Entities): void {
  const sorted = sortedEntities(entities);
  for (const [at, outer] of sorted.entries()) {
    for (const inner of sorted.slice(at + 1)) {
      if (inner.offset >= endOf(outer)) break;
      if (endOf(inner) > endOf(outer)) throw badRequest(`entities cross: ${named(outer, inner)}`);
      if (!mayBeNested(outer, inner)) {
        throw badRequest(`entities must not be nested: ${named(outer, inner)}`);
      }
    }
  }
}

/** In the order in which Telegram returns entities: by offset, the longer one first. */
export function sortedEntities(entities: Entities): Entities {
  return entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
}

function mayBeNested(outer: Entity, inner: Entity): boolean {
  const sameRange = outer.length === inner.length;
  const [outside, inside] = [familyOf(outer), familyOf(inner)];
  return (
    MAY_CONTAIN[outside].includes(inside) || (sameRange && MAY_CONTAIN[inside].includes(outside))
  );
}

const FAMILIES: Readonly<Partial<Record<Entity["type"], Family>>> = {
  bold: "style",
  italic: "style",
  underline: "style",
  strikethrough: "style",
  spoiler: "style",
  blockquote: "quote",
  expandable_blockquote: "quote",
  code: "code",
  pre: "code",
};

export function familyOf({ type }: Entity): Family {
  return FAMILIES[type] ?? "link";
}

function named(...entities: readonly Entity[]): string {
  return entities.map(({ type, offset, length }) => `${type} ${offset}+${length}`).join(", ");
}
