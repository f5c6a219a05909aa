import type { Measures } from "./measures.ts";

/** Markdown: quality and time at an article's size, then one table per larger size. */
export function tables(measured: readonly Measures[], reference: Measures): string {
  const sizes = reference.grown.map(({ size }) => size);
  return [
    articleTable(measured, reference),
    ...sizes.map((size) => grownTable(size, measured)),
  ].join("\n\n");
}

function articleTable(measured: readonly Measures[], reference: Measures): string {
  const rows = measured.map(({ name, quality, atArticleSize: { median, p99 } }) => [
    name,
    quality.precisionAt1.toFixed(1),
    quality.typosPrecisionAt1.toFixed(1),
    quality.recallAt3.toFixed(1),
    quality.reciprocalRank.toFixed(1),
    median.toFixed(0),
    p99.toFixed(0),
    (median / reference.atArticleSize.median).toFixed(1),
  ]);
  const head = [
    "",
    "P@1",
    "P@1, typo",
    "R@3",
    "MRR",
    "median, µs",
    "p99, µs",
    "× MiniSearch, stems",
  ];
  return `### Within an article\n\n${table(head, rows)}`;
}

function grownTable(size: number, measured: readonly Measures[]): string {
  const rows = measured.flatMap(({ name, grown }) =>
    grown
      .filter((at) => at.size === size)
      .map(({ median, p99, buildSeconds, megabytes }) => [
        name,
        milliseconds(median),
        milliseconds(p99),
        buildSeconds.toFixed(2),
        megabytes.toFixed(0),
      ]),
  );
  const head = ["", "median, ms", "p99, ms", "build, s", "memory, MB"];
  return `### ${size.toLocaleString("en-GB")} passages\n\n${table(head, rows)}`;
}

/** Two significant digits, without an exponent. */
export function milliseconds(microseconds: number): string {
  return String(Number((microseconds / 1000).toPrecision(2)));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_name, at) => (at === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
