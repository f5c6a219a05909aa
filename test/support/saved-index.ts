import { runSteps } from "../../src/languages/steps.ts";
import { type SavedIndex, saveIndex } from "../../src/search/index/saved-index.ts";

/** An index as it would be in files. */
export function savedIndex(...given: Parameters<typeof saveIndex>): SavedIndex<Uint8Array> {
  const { index, uses } = runSteps(saveIndex(...given));
  return { index: joined(index), uses: joined(uses) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
