/** Long work in steps: whoever runs it may see to something else after each. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What is made once: in steps ahead of time, or at once by whoever needs it earlier. */
export type Lazy<Result> = {
  readonly get: () => Result;
  readonly prepare: () => Steps<void>;
};

export function lazy<Result>(make: () => Steps<Result>): Lazy<Result> {
  let made: { readonly result: Result } | undefined;
  let underWay: Steps<Result> | undefined;

  function goOn(): void {
    const steps = underWay ?? make();
    // Until it is known to have gone well: what throws begins anew for the next who asks.
    underWay = undefined;
    const { done, value } = steps.next();
    if (done) made = { result: value };
    else underWay = steps;
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
