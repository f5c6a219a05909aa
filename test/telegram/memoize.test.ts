import { expect, test } from "vitest";
import { memoize } from "../../src/telegram/memoize.ts";

test("a value is computed on first use, once for each object", () => {
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
