const FIGURE = /^(\d{1,2})$/u;

/** Patterns of messages that pick an item from a list. */
type OrdinalForms = {
  /** One pattern per item: the first, the second … */
  readonly counted: readonly RegExp[];
  readonly last: RegExp;
  /** Captures a number in digits. */
  readonly figure?: RegExp;
};

/** Returns a function from a folded message to the item it picks, counted from 1; the last is -1. */
export function ordinalReader({ counted, last, figure = FIGURE }: OrdinalForms) {
  return (folded: string): number | undefined => {
    if (last.test(folded)) return -1;
    const digits = figure.exec(folded)?.[1];
    if (digits !== undefined) return Number(digits);
    const at = counted.findIndex((form) => form.test(folded));
    return at < 0 ? undefined : at + 1;
  };
}
