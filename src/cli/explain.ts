import { voicesIn } from "../article/voices.ts";
import type { Findings, Hit } from "../search/findings.ts";
import { scoreDetails } from "../search/ranking/score.ts";
import type { QueryWord } from "../search/query/query-words.ts";
import { inColumns } from "./columns.ts";

/** Hits further down explain nothing. */
const MAX_HITS_LISTED = 10;

/** How the question was read and how each passage scored. */
export function explain({ query, hits, confidence, verdict }: Findings): string {
  const people = query.people.map((person) => person.name).join(", ");
  const reading = [
    `words       ${query.words.map(describeWord).join(", ") || "only stop words"}`,
    `people      ${people || "nobody named"}`,
    `wants       ${query.answerType}`,
    `verdict     ${verdict}, confidence ${confidence.toFixed(2)}`,
  ].join("\n");
  return hits.length === 0 ? reading : `${reading}\n\n${tableOf(hits.slice(0, MAX_HITS_LISTED))}`;
}

function describeWord({ word, status, readAs }: QueryWord): string {
  if (status === "known") return word;
  return status === "corrected" ? `${word} (read as ${readAs})` : `${word} (unknown here)`;
}

function tableOf(hits: readonly Hit[]): string {
  const details = hits.map(({ features }) => scoreDetails(features));
  const features = details[0]?.map(({ feature }) => feature) ?? [];
  const head = ["#", "passage", "speaker", "score", "coverage", ...features, "matched"];
  const rows = hits.map((hit, at) => [
    String(at + 1),
    `${hit.article.slug}/${hit.passage.id}`,
    [...new Set(voicesIn(hit.passage).map(({ speaker }) => speaker?.id ?? "–"))].join(" "),
    hit.score.toFixed(2),
    hit.coverage.toFixed(2),
    ...(details[at]?.map(({ points }) => points.toFixed(2)) ?? []),
    hit.matchedTerms.join(" "),
  ]);
  return inColumns(head, rows);
}
