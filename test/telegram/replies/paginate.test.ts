import { expect, test } from "vitest";
import { paginate } from "../../../src/telegram/replies/paginate.ts";
import { plain } from "../../../src/telegram/replies/reply.ts";

const entries = (...lengths: number[]) => lengths.map((length) => plain("x".repeat(length)));

test.each([
  ["nothing has one page", entries(), [[0, 0]]],
  ["what a phone shows is one page", entries(400, 400, 200), [[0, 3]]],
  [
    "an entry that does not fit begins the next page",
    entries(400, 400, 201, 400),
    [
      [0, 2],
      [2, 4],
    ],
  ],
  [
    "a very long entry has a page to itself",
    entries(10, 1500, 10),
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  ],
  [
    "a page has no more entries than numbered buttons",
    entries(...Array(13).fill(1)),
    [
      [0, 12],
      [12, 13],
    ],
  ],
])("%s", (_name, list, expected) => {
  expect(paginate(list).map(({ from, upTo }) => [from, upTo])).toEqual(expected);
});
