import type { LanguagePack } from "./language-pack.ts";

/** A kind of value that is told by its unit or its form, not only by being a number or a time. */
type QuantityKind = "age" | "money" | "share" | "duration" | "clock" | "year" | "causeOfDeath";

/** How a language asks for a value of a kind, and how it writes one. */
type QuantityForm = {
  /** Matches the question in lower case. */
  readonly asks: RegExp;
  /** Matches such a value in a text. Global. */
  readonly is: RegExp;
};

export type QuantityForms = Readonly<Record<QuantityKind, QuantityForm>>;

const KINDS = ["age", "money", "share", "duration", "clock", "year", "causeOfDeath"] as const;

/** The kind that a question asks for, if any. */
export function quantityAskedIn(
  question: string,
  { quantities }: Pick<LanguagePack, "quantities">,
): QuantityKind | undefined {
  const asked = question.toLowerCase();
  return quantities && KINDS.find((kind) => quantities[kind].asks.test(asked));
}
