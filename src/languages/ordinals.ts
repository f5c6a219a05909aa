const FIGURE = /^(\d{1,2})$/u;

/** Forms of a whole message that names an item of a list. */
type OrdinalForms = {
  /** One form each for the first item, the second … */
  readonly counted: readonly RegExp[];
  readonly last: RegExp;
  /** A number in figures, as the first group. */
  readonly figure?: RegExp;
};

/** Reads the place in a list from a folded message, counted from 1; the last is -1. */
export function ordinalReader({ counted, last, figure = FIGURE }: OrdinalForms) {
  return (folded: string): number | undefined => {
    if (last.test(folded)) return -1;
    const digits = figure.exec(folded)?.[1];
    if (digits !== undefined) return Number(digits);
    const at = counted.findIndex((form) => form.test(folded));
    return at < 0 ? undefined : at + 1;
  };
}
