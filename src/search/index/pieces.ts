/** Long work in pieces: whoever runs it may see to something else after each. */
export type Pieces<Result> = Generator<undefined, Result, undefined>;

export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** What is made once: in pieces ahead of time, or at once by whoever needs it earlier. */
export type Prepared<Result> = {
  readonly get: () => Result;
  readonly prepare: () => Pieces<void>;
};

export function prepared<Result>(make: () => Pieces<Result>): Prepared<Result> {
  let made: { readonly result: Result } | undefined;
  let underWay: Pieces<Result> | undefined;

  function goOn(): void {
    const pieces = underWay ?? make();
    // Until it is known to have gone well: what throws begins anew for the next who asks.
    underWay = undefined;
    const { done, value } = pieces.next();
    if (done) made = { result: value };
    else underWay = pieces;
  }
  return {
    get() {
      while (!made) goOn();
      return made.result;
    },
    *prepare() {
      while (!made) {
        goOn();
        yield;
      }
    },
  };
}
