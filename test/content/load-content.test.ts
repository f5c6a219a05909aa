import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { indexedHere, openContentReader } from "../../src/content/content-reader.ts";
import { openCurrentContent } from "../../src/content/current-content.ts";
import { type FirstContent, loadContent } from "../../src/content/load-content.ts";
import { articleFolder } from "../support/article-folder.ts";
import { bridgeArticle } from "../search/sample.ts";

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

async function firstOf(folder: string): Promise<FirstContent> {
  const first = await loadContent(openContentReader({ folder }), { mayBeEmpty: false });
  if (!first) throw new Error("there is a mistake");
  return first;
}

/** Starts with the articles, replaces them, and tells what would still hold the first ones. */
async function startAndReload(first: FirstContent) {
  const { all, replace } = openCurrentContent(first.take());
  const before = new WeakRef(all()[0] ?? {});
  await replace(indexedHere([bridgeArticle()]), new AbortController().signal);
  return { before, all };
}

test("whoever holds what a bot started with does not keep articles that were replaced", async () => {
  const first = await firstOf(articleFolder({ "ferry.md": "# Ferry\n\nIt leaves at nine.\n" }));
  const { before, all } = await startAndReload(first);
  // A weak reference holds what it refers to until the end of the turn.
  await sleep(10);
  collectGarbage();
  expect(before.deref()).toBeUndefined();
  expect(all()).toHaveLength(1);
  expect(() => first.take()).toThrow("taken");
});
