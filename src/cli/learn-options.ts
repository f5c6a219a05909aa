import { parseArgs } from "node:util";

/** What is to be learned from, and what becomes of it. */
export type LearnOptions =
  | { readonly kind: "learn" | "check" | "explain"; readonly file: string }
  | { readonly kind: "unclear"; readonly message: string };

const USAGE = `npm run learn -- FILE    learns the weights from a set in SQuAD 2.0 form

  --check      writes nothing; fails if other weights are learned than are in use
  --explain    writes docs/ingredients.md and docs/reliability.svg instead (takes minutes)`;

export function readLearnOptions(args: readonly string[]): LearnOptions {
  const options = { check: { type: "boolean" }, explain: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined) return { kind: "unclear", message: `learn from what?\n\n${USAGE}` };
    if (values.explain === true) return { kind: "explain", file };
    return { kind: values.check === true ? "check" : "learn", file };
  } catch (error) {
    // parseArgs throws for what a user typed; its message names the option.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unclear", message: `${message}\n\n${USAGE}` };
  }
}
