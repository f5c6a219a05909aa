/** No field of ours is nested deeper than five levels. */
const MAX_DEPTH = 32;

/**
 * Whether YAML is nested so deeply that reading it would take minutes, or run out of stack in a way that
 * ends the process. It counts brackets, signs of lists and keys in a row, and steps of indentation.
 */
export function isTooDeep(source: string): boolean {
  return bracketDepth(source) > MAX_DEPTH || ROW_OF_SIGNS.test(source) || hasManySteps(source);
}

const ROW_OF_SIGNS = new RegExp(`(?:[-?:][ \\t]+){${MAX_DEPTH}}`, "u");

function bracketDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/gu)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function hasManySteps(source: string): boolean {
  const steps: number[] = [];
  for (const line of source.split("\n")) {
    const indent = line.search(/[^ \t]/u);
    if (indent < 0) continue;
    while ((steps.at(-1) ?? -1) >= indent) steps.pop();
    steps.push(indent);
    if (steps.length > MAX_DEPTH) return true;
  }
  return false;
}
