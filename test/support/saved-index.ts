import { runSteps } from "../../src/languages/steps.ts";
import {
  type FindByDigest,
  recordForIndex,
  type SavedIndex,
  saveIndex,
} from "../../src/search/index/saved-index.ts";

/** An index as it would be in files. */
export function savedIndex(
  all: Parameters<typeof recordForIndex>[0],
  key: string,
  openEarlier?: () => FindByDigest,
): SavedIndex<Uint8Array> {
  const groups = runSteps(recordForIndex(all, openEarlier?.()));
  const { index, uses } = runSteps(saveIndex(groups, key));
  return { index: joined(index), uses: joined(uses) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
