import { expect, test } from "vitest";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";

const LENGTH = 100_000;
/**
 * Usual are up to 400 ms; what grows with the square of the length took 7 s and more. The bound leaves
 * room for a machine that is busy.
 */
const MOST_MS = 5000;

const repeated = (piece: string) => piece.repeat(LENGTH / piece.length);
const FRONT_MATTER = "---\ntitle: T\npeople: { renn: { name: R, capacity: c } }\n---\n";

test.each<[string, string]>([
  ["equal paragraphs", repeated("same words here.\n\n")],
  ["equal headings", repeated("# same\n\nx\n\n")],
  ["equal ids", repeated("a. {#a}\n\n")],
  ["a list", repeated("1. a\n")],
  ["bold words with braces", repeated("**a**{b} ")],
  ["bold words with a flag", repeated("**a**{key} ")],
  ["open brackets", repeated("[")],
  ["closed brackets", repeated("]")],
  ["nested brackets", "[".repeat(LENGTH / 2) + "]".repeat(LENGTH / 2)],
  ["spans", repeated("[a]{by=x} ")],
  ["nested spans", "[a".repeat(10_000) + "]{by=renn}".repeat(10_000)],
  ["open braces", repeated("{")],
  ["open braces with a value", repeated('{a="')],
  ["closed braces", repeated("}")],
  ["open comments", repeated("<!--")],
  ["closed comments", repeated("<!-- a -->")],
  ["ends of comments", repeated("-->")],
  ["open tags", repeated("<a ")],
  ["tags", repeated("<br>")],
  ["stars", repeated("*")],
  ["emphasis of two kinds", repeated("*a _b ")],
  ["open bold", repeated("**a ")],
  ["ticks", repeated("`a``")],
  ["quotations", `${repeated(">")}a`],
  ["rows of a table", `a|b\n-|-\n${repeated("c|d\n")}`],
  ["columns of a table", `${repeated("|a")}\n${repeated("|-")}\n`],
  ["references to footnotes", repeated("[^1]")],
  ["footnotes", repeated("[^1]: a\n")],
  ["definitions", repeated("[a]: https://b\n")],
  ["references to links", repeated("[a][b] ")],
  ["braces of their own", `a\n\n${repeated("{#a}\n\n")}`],
  ["spaces in a value", `x {lead="a${repeated(" ")}b"}`],
  ["fields", `---\n${repeated("k: 1\n")}---\nx`],
  ["references in YAML", `---\nq: [${repeated("*a, ")}x]\n---\nx`],
  ["depth of YAML", `---\na: ${repeated("[? ")}\n---\nx`],
])("%s are read in a time that grows with them", (_name, text) => {
  const began = performance.now();
  parseArticle(text.startsWith("---") ? text : FRONT_MATTER + text, "a.md");
  expect(performance.now() - began).toBeLessThan(MOST_MS);
});
