import { parseArgs } from "node:util";

/** Where to look for answers. */
type Place = { readonly content: string; readonly article?: string };

/** What the command line asks for. */
export type AskOptions =
  | (Place & {
      readonly kind: "question";
      readonly question: string;
      readonly asJson: boolean;
      readonly explains: boolean;
    })
  | (Place & { readonly kind: "stream" })
  | { readonly kind: "help" }
  | { readonly kind: "unclear"; readonly message: string };

export const ASK_USAGE = `npm run ask -- "question"     answers in the terminal
npm run -s ask -- --jsonl     one JSON question a line on stdin, one JSON answer a line on stdout

  --content DIR    the folder of articles (content)
  --article SLUG   look in this article only
  --explain        why this passage
  --json           the answer as one line of JSON`;

export function readAskOptions(args: readonly string[]): AskOptions {
  const parsed = parseArguments(args);
  if (typeof parsed === "string") return { kind: "unclear", message: parsed };

  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const { content, article } = values;
  const place = { content, ...(article !== undefined && { article }) };
  const question = positionals.join(" ");

  if (values.jsonl) {
    const isAlone = question === "" && !values.explain;
    return isAlone
      ? { kind: "stream", ...place }
      : unclear("--jsonl takes its questions from stdin, and explains none");
  }
  if (question.trim() === "") return unclear("there is no question");
  return { kind: "question", ...place, question, asJson: values.json, explains: values.explain };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        content: { type: "string", default: "content" },
        article: { type: "string" },
        explain: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        jsonl: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    // parseArgs throws for what a user typed; its message names the option.
    return error instanceof Error ? error.message : String(error);
  }
}

function unclear(message: string): AskOptions {
  return { kind: "unclear", message };
}
