import { addScaled } from "../../src/training/gradient-descent.ts";
import type { TermVector } from "./merge-forms.ts";
import { toLengthOne, type Vector } from "./vectors.ts";

/** How much the others of its groups count beside where a term was before. */
const SHARE_OF_GROUP = 0.5;
const ROUNDS = 5;

/**
 * Moves the terms of a group towards each other, and so apart from what is only used in the same surroundings
 * (Faruqui et al., "Retrofitting Word Vectors to Semantic Lexicons", 2015). `near`: the others of its groups.
 */
export function retrofit(
  given: readonly TermVector[],
  near: (term: string) => readonly string[],
): TermVector[] {
  const moved = new Map(given.map(({ term, vector }) => [term, vector]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { term, vector } of given) {
      const others = near(term).flatMap((other) => moved.get(other) ?? []);
      if (others.length > 0) moved.set(term, towards(others, vector));
    }
  }
  return given.map(({ term, vector }) => ({
    term,
    vector: toLengthOne(moved.get(term) ?? vector),
  }));
}

function towards(others: readonly Vector[], vector: Vector): Vector {
  const sum = Float64Array.from(vector);
  for (const other of others) addScaled(other, SHARE_OF_GROUP / others.length, sum);
  return sum.map((value) => value / (1 + SHARE_OF_GROUP));
}

/** The terms of these that have no vector, each with the mean of its groups': "US" is a stop word in lower case. */
export function fromGroups(
  terms: readonly string[],
  given: readonly TermVector[],
  near: (term: string) => readonly string[],
): TermVector[] {
  const known = new Map(given.map(({ term, vector }) => [term, vector]));
  return [...new Set(terms)].flatMap((term) => {
    const others = near(term).flatMap((other) => known.get(other) ?? []);
    const [first] = others;
    if (known.has(term) || !first) return [];
    const sum = new Float64Array(first.length);
    for (const other of others) addScaled(other, 1, sum);
    return { term, vector: toLengthOne(sum) };
  });
}
