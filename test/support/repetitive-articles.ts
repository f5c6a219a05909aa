const FRONT_MATTER = "---\ntitle: T\npeople: { renn: { name: R, capacity: c } }\n---\n";

/** Articles that repeat one construct up to a length, each with a name. */
export function repetitiveArticles(length: number): readonly (readonly [string, string])[] {
  const repeated = (piece: string) => piece.repeat(length / piece.length);
  const half = length / 2;
  const spans = length / 10;
  const bodies: readonly (readonly [string, string])[] = [
    ["equal paragraphs", repeated("same.\n\n")],
    ["equal headings", repeated("# same\n\nx\n\n")],
    ["equal ids", repeated("a. {#a}\n\n")],
    ["a list", repeated("1. a\n")],
    ["bold words with braces", repeated("**a**{b} ")],
    ["bold words with a flag", repeated("**a**{key} ")],
    ["open brackets", repeated("[")],
    ["closed brackets", repeated("]")],
    ["nested brackets", "[".repeat(half) + "]".repeat(half)],
    ["spans", repeated("[a]{by=x} ")],
    ["nested spans", "[a".repeat(spans) + "]{by=renn}".repeat(spans)],
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
    ["backticks", repeated("`a``")],
    ["quotations", `${repeated(">")}a`],
    ["table rows", `a|b\n-|-\n${repeated("c|d\n")}`],
    ["table columns", `${repeated("|a")}\n${repeated("|-")}\n`],
    ["footnote references", repeated("[^1]")],
    ["footnotes", repeated("[^1]: a\n")],
    ["link definitions", repeated("[a]: https://b\n")],
    ["link references", repeated("[a][b] ")],
    ["braces in their own paragraphs", `a\n\n${repeated("{#a}\n\n")}`],
    ["spaces in a value", `x {lead="a${repeated(" ")}b"}`],
    ["fields", `---\n${repeated("k: 1\n")}---\nx`],
    ["YAML aliases", `---\nq: [${repeated("*a, ")}x]\n---\nx`],
    ["nested YAML", `---\na: ${repeated("[? ")}\n---\nx`],
  ];
  return bodies.map(([name, text]) => [name, text.startsWith("---") ? text : FRONT_MATTER + text]);
}
