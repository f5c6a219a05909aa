import { readFileSync } from "node:fs";
import { z } from "zod";
import { prepareAnswers } from "../answer/answer-question.ts";
import { evaluateGolden } from "../evaluation/evaluate-golden.ts";
import { evaluateSquad } from "../evaluation/evaluate-squad.ts";
import { loadGolden } from "../evaluation/load-golden.ts";
import { squadTable } from "../evaluation/squad-table.ts";
import { readEvalOptions, type EvalOptions } from "./eval-options.ts";
import { goldenTable } from "./golden-table.ts";
import { loadContent, tellMistakes } from "../content/load-content.ts";

/** What the user typed, or the content, has to be put right first. */
const EXIT_MISTAKE = 2;

process.exitCode = evaluate(readEvalOptions(process.argv.slice(2)));

function evaluate(options: EvalOptions): number {
  switch (options.kind) {
    case "golden":
      return askGolden(options.content);
    case "squad":
      return askSquad(options.file);
    case "unclear":
      console.error(options.message);
      return EXIT_MISTAKE;
  }
}

/** Wrong answers are what it is run to see, so they are no failure. */
function askGolden(content: string): number {
  const articles = loadContent(content);
  if (!articles) return EXIT_MISTAKE;

  const { sets, diagnostics } = loadGolden(content, articles);
  tellMistakes(diagnostics);
  if (sets.length === 0 && diagnostics.length === 0) {
    console.error(`${content} has no golden questions: write ${articles[0]?.slug}.questions.yaml`);
  }
  const answerQuestion = prepareAnswers(articles);
  for (const set of sets) console.log(`${goldenTable(evaluateGolden(set, answerQuestion))}\n`);
  return diagnostics.length > 0 ? EXIT_MISTAKE : 0;
}

function askSquad(file: string): number {
  try {
    console.log(squadTable(evaluateSquad(JSON.parse(readFileSync(file, "utf8")))));
    return 0;
  } catch (error) {
    console.error(`${file} is no set in SQuAD 2.0 form: ${reasonIn(error)}`);
    return EXIT_MISTAKE;
  }
}

/** A file that is missing, is no JSON or is JSON of another form; anything else is a bug. */
function reasonIn(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  const isOfFile = error instanceof SyntaxError || (error instanceof Error && "code" in error);
  if (isOfFile) return error.message;
  throw error;
}
