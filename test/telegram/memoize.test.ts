import { expect, test } from "vitest";
import { memoize } from "../../src/telegram/memoize.ts";

test("what follows from a thing is made when it is first asked for, and once a thing", () => {
  const made: number[] = [];
  const doubled = memoize(({ size }: { readonly size: number }) => {
    made.push(size);
    return [size, size];
  });
  const [one, other] = [{ size: 1 }, { size: 1 }];
  expect(made).toEqual([]);
  expect(doubled(one)).toBe(doubled(one));
  expect(doubled(other)).not.toBe(doubled(one));
  expect(made).toEqual([1, 1]);
});
