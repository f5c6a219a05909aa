import { parseArgs } from "node:util";

/** What is to be evaluated. */
export type EvalOptions =
  | { readonly kind: "golden"; readonly content: string }
  | { readonly kind: "squad"; readonly file: string }
  | { readonly kind: "unclear"; readonly message: string };

const USAGE = `npm run eval      asks the golden questions of every article

  --content DIR    the folder of articles and their *.questions.yaml (content)
  --squad FILE     asks a set in SQuAD 2.0 form instead`;

export function readEvalOptions(args: readonly string[]): EvalOptions {
  const options = {
    content: { type: "string", default: "content" },
    squad: { type: "string" },
  } as const;
  try {
    const { content, squad } = parseArgs({ args: [...args], options }).values;
    return squad === undefined ? { kind: "golden", content } : { kind: "squad", file: squad };
  } catch (error) {
    // parseArgs throws for what a user typed; its message names the option.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "unclear", message: `${message}\n\n${USAGE}` };
  }
}
