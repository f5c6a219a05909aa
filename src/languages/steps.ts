/** Long work that yields after every step, so that the caller can do something else in between. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A value computed once: ahead of time in steps, or on the spot if it is needed sooner. */
export type Lazy<Result> = {
  readonly get: () => Result;
  readonly prepare: () => Steps<void>;
};

/** A value that is there already. */
export function known<Result>(result: Result): Lazy<Result> {
  return { get: () => result, *prepare() {} };
}

export function lazy<Result>(compute: () => Steps<Result>): Lazy<Result> {
  let computed: { readonly result: Result } | undefined;
  let running: Steps<Result> | undefined;

  function advance(): void {
    const steps = running ?? compute();
    // Cleared while a step runs, so that after an exception the next caller starts over.
    running = undefined;
    const { done, value } = steps.next();
    if (done) computed = { result: value };
    else running = steps;
  }
  return {
    get() {
      while (!computed) advance();
      return computed.result;
    },
    *prepare() {
      while (!computed) {
        advance();
        yield;
      }
    },
  };
}
