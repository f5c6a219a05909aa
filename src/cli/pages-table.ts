import {
  evaluatePage,
  f1Of,
  FACT_FIELDS,
  summarise,
  type PageOutcome,
} from "../evaluation/evaluate-pages.ts";
import type { MarkedPage } from "../evaluation/page-set.ts";
import { inColumns } from "./columns.ts";

/** Extraction was developed on every other page; the rest tell how it does on pages nobody looked at. */
const HALVES = ["developed on", "not looked at"];

/** How well articles and what pages state of them are found, for each half of the pages. */
export function pagesTable(pages: readonly MarkedPage[], isVerbose: boolean): string {
  const outcomes = pages.map(evaluatePage);
  const groups = [
    ...HALVES.map((name, half) => [name, everySecond(outcomes, half)] as const),
    ["all", outcomes] as const,
  ];
  const rows = groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => {
      const { precision, recall, f1 } = summarise(group);
      return [
        name,
        String(group.length),
        ...[precision, recall, f1].map(inThousandths),
        ...factCells(group),
        slowest(group),
      ];
    });
  const head = ["pages", "n", "precision", "recall", "F1", ...FACT_FIELDS, "slowest"];
  const table = inColumns(head, rows);
  return isVerbose ? `${table}\n\n${worstPages(outcomes)}` : table;
}

function everySecond(outcomes: readonly PageOutcome[], half: number): PageOutcome[] {
  return outcomes.filter((_outcome, at) => at % HALVES.length === half);
}

function inThousandths(share: number): string {
  return share.toFixed(3);
}

/** "88 of 91" */
function factCells(outcomes: readonly PageOutcome[]): string[] {
  return FACT_FIELDS.map((field) => {
    const judged = outcomes.flatMap(({ facts }) => facts.get(field) ?? []);
    return `${judged.filter(Boolean).length} of ${judged.length}`;
  });
}

function slowest(outcomes: readonly PageOutcome[]): string {
  return `${Math.round(Math.max(...outcomes.map(({ ms }) => ms)))} ms`;
}

const GOOD = 0.98;

function worstPages(outcomes: readonly PageOutcome[]): string {
  const rows = outcomes
    .map((outcome) => ({
      outcome,
      f1: f1Of(outcome),
      wrong: FACT_FIELDS.filter((field) => outcome.facts.get(field) === false),
    }))
    .filter(({ f1, wrong }) => f1 < GOOD || wrong.length > 0)
    .toSorted((one, other) => one.f1 - other.f1)
    .map(({ outcome, f1, wrong }) => [inThousandths(f1), outcome.page.url, wrong.join(", ")]);
  return inColumns(["F1", "page", "read wrong"], rows);
}
