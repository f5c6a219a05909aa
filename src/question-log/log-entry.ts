import { z } from "zod";
import type { Trace } from "../feedback/trace.ts";
import { type Rating, RATINGS, type Vote } from "../feedback/vote.ts";

/** A line of the question log, with the hour it was written. */
export type LogEntry = { readonly at: Date } & (
  | { readonly kind: "answer"; readonly trace: Trace }
  | { readonly kind: "vote"; readonly vote: Vote }
);

/** With finer times, an entry could be matched to a chat's history. */
const MINUTES_AND_FINER = /:\d{2}:\d{2}\.\d{3}Z$/u;

/** One line of JSON, without a line break. */
export function formatEntry(entry: LogEntry): string {
  const at = entry.at.toISOString().replace(MINUTES_AND_FINER, ":00Z");
  if (entry.kind === "vote") {
    const { trace, rating: judgement } = entry.vote;
    return JSON.stringify({ at, trace, judgement });
  }
  const { id: trace, candidates, ...rest } = entry.trace;
  const scores = candidates.map(({ passage, score }) => [passage, score]);
  return JSON.stringify({ at, trace, ...rest, candidates: scores });
}

const hour = z.iso
  .datetime({ precision: -1, error: "has to be a time as in 2026-05-04T13:00Z" })
  .transform((at) => new Date(at));
const name = z.string("has to be a text");
const figure = z.number("has to be a number");

const anyLine = z.object({ at: hour });
const voteLine = anyLine.extend({
  trace: name,
  judgement: z.enum(RATINGS, `has to be one of ${RATINGS.join(", ")}`),
});
const answerLine = anyLine.extend({
  trace: name,
  question: name,
  language: name,
  kind: name,
  verdict: name,
  confidence: figure,
  article: name.exactOptional(),
  shown: z.array(name),
  candidates: z.array(z.tuple([name, figure])),
});

export type ParsedEntry =
  | { readonly kind: "entry"; readonly entry: LogEntry }
  | { readonly kind: "unreadable"; readonly why: string };

/** Parses a line. Unknown fields are ignored; a line that cannot be read without them says its `version`. */
export function parseEntry(line: string): ParsedEntry {
  const json = parseJson(line);
  if (typeof json !== "object" || json === null) return unreadable("is not a JSON object");

  if ("version" in json) return unreadable("is of a newer version of the bot: read it with that");
  const result = ("judgement" in json ? voteLine : answerLine).safeParse(json);
  if (!result.success) return unreadable(describe(result.error));
  const { at, trace, ...rest } = result.data;
  if ("judgement" in rest) {
    return { kind: "entry", entry: { kind: "vote", at, vote: { trace, rating: rest.judgement } } };
  }
  const candidates = rest.candidates.map(([passage, score]) => ({ passage, score }));
  return {
    kind: "entry",
    entry: { kind: "answer", at, trace: { id: trace, ...rest, candidates } },
  };
}

const anyTrace = anyLine.extend({ trace: name });

type LinePlace = { readonly at: Date; readonly trace: string; readonly rating?: Rating };

/** What a line is about; one of a newer version of the bot is not understood, but kept as what it is. */
export function placeOfLine(line: string): LinePlace | undefined {
  const read = parseEntry(line);
  if (read.kind === "unreadable") return anyTrace.safeParse(parseJson(line)).data;
  const { entry } = read;
  if (entry.kind === "answer") return { at: entry.at, trace: entry.trace.id };
  return { at: entry.at, ...entry.vote };
}

/** When a line was written, if it says so; much faster than parsing all of it. */
export function timeOf(line: string): Date | undefined {
  const result = anyLine.safeParse(parseJson(line));
  return result.data?.at;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describe({ issues }: z.ZodError): string {
  const [issue] = issues;
  return `\`${issue?.path.join(".")}\` ${issue?.message}`;
}

function unreadable(why: string): ParsedEntry {
  return { kind: "unreadable", why };
}
