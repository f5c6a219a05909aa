import { expect, test } from "vitest";
import {
  type Compared,
  decideChange,
  type Decision,
} from "../../../src/content/store/decide-change.ts";

const article = (digest: string, isWithdrawn = false) => ({ version: 3, digest, isWithdrawn });

const seen = (digest: string, version = 3) => ({ digest, version });

test.each<[string, Compared, Partial<Decision>]>([
  ["a new file", { inFolder: "a", before: undefined, inDatabase: undefined }, { kind: "write" }],
  ["nothing new", { inFolder: "a", before: seen("a"), inDatabase: article("a") }, { kind: "same" }],
  [
    "a saved file",
    { inFolder: "b", before: seen("a"), inDatabase: article("a") },
    { kind: "write", expected: 3, isOver: false },
  ],
  [
    "a file as it was, while another replica has changed the article",
    { inFolder: "a", before: seen("a"), inDatabase: article("b") },
    { kind: "behind" },
  ],
  [
    "a file that was saved while another replica changed the article",
    { inFolder: "c", before: seen("a"), inDatabase: article("b") },
    { kind: "write", expected: 3, isOver: true },
  ],
  [
    "a file that another replica brought first",
    { inFolder: "b", before: seen("a"), inDatabase: article("b") },
    { kind: "same" },
  ],
  [
    "an earlier version in a folder that was never compared",
    { inFolder: "a", before: undefined, inDatabase: article("b"), isEarlierVersion: true },
    { kind: "behind" },
  ],
  [
    "a file put back in its earlier version",
    { inFolder: "a", before: seen("b"), inDatabase: article("b") },
    { kind: "write", expected: 3, isOver: false },
  ],
  [
    "a file published again as it was",
    { inFolder: "a", before: undefined, inDatabase: article("a", true) },
    { kind: "write", expected: 3, isOver: false },
  ],
  [
    "a file whose article another replica has withdrawn",
    { inFolder: "a", before: seen("a"), inDatabase: article("a", true) },
    { kind: "behind" },
  ],
  [
    "a file that is gone",
    { inFolder: undefined, before: seen("a"), inDatabase: article("a") },
    { kind: "withdraw", expected: 3 },
  ],
  [
    "a file that is gone, while another replica has changed the article",
    { inFolder: undefined, before: seen("a"), inDatabase: article("b") },
    { kind: "kept" },
  ],
  [
    "an article that was never in this folder",
    { inFolder: undefined, before: undefined, inDatabase: article("a") },
    { kind: "same" },
  ],
  [
    "a file as it was, while the database was restored to an earlier version",
    { inFolder: "a", before: seen("a", 5), inDatabase: article("b") },
    { kind: "write", expected: 3, isOver: false },
  ],
  [
    "an empty database behind a folder that another one has had",
    { inFolder: "a", before: seen("a"), inDatabase: undefined },
    { kind: "write", expected: undefined },
  ],
])("%s", (_name, compared, decision) => {
  expect(decideChange(compared)).toMatchObject(decision);
});
