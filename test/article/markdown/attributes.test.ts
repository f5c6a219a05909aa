import { describe, expect, test } from "vitest";
import { mistakesIn, parsed, passagesOf } from "../read.ts";

/** Text, speaker, kind and form of quotation of every passage. */
function said(markdown: string): string[] {
  return passagesOf(markdown).map(({ text, speaker, kind, quoted }) => {
    return [text, speaker?.id, kind, quoted].join(" | ");
  });
}

describe("braces after a paragraph describe it", () => {
  test.each([
    ["The merger is *a disgrace*{by=renn kind=opinion quoted}", "The merger is a disgrace"],
    ["The merger is **bad**{by=renn kind=opinion quoted}", "The merger is bad"],
    ["Type `npm start`{by=renn kind=opinion quoted}", "Type npm start"],
    ["See [the report](https://a.example){by=renn kind=opinion quoted}", "See the report"],
    ["See <https://a.example>{by=renn kind=opinion quoted}", "See https://a.example"],
    ["A pier. ![a pier](pier.jpg){by=renn kind=opinion quoted}", "A pier."],
    ["*All of it. {by=renn kind=opinion quoted}*", "All of it."],
    ["A pier. {#pier}{by=renn kind=opinion quoted}", "A pier."],
    ["A pier. {#pier} {by=renn kind=opinion}{quoted}", "A pier."],
    ["A pier.\n{by=renn kind=opinion quoted}", "A pier."],
    ["A pier. {#pier by=renn\nkind=opinion quoted}", "A pier."],
    ["A pier.\n\n{by=renn kind=opinion quoted}", "A pier."],
    ["A pier.\n\n{#pier}\n\n{by=renn kind=opinion quoted}", "A pier."],
    ["A pier {by=renn kind=opinion quoted}.", "A pier."],
    ["A pier. {by=renn kind=opinion quoted}.", "A pier."],
    ["(A pier {by=renn kind=opinion quoted})", "(A pier)"],
    ["“A pier. {by=renn kind=opinion quoted}”", "“A pier.”"],
    ["A pier.   {  by=renn   kind=opinion\tquoted  }", "A pier."],
    ["> A pier. {by=renn kind=opinion quoted}", "A pier."],
    ["> A pier.\n> {by=renn kind=opinion\n> quoted}", "A pier."],
    ["> A pier.\n\n{by=renn kind=opinion quoted}", "A pier."],
    ["- A pier. {by=renn kind=opinion quoted}", "A pier."],
    ["- A pier.\n\n  {by=renn kind=opinion quoted}", "A pier."],
    ["1. A pier. {by=renn kind=opinion quoted=direct}", "1. A pier."],
    ['A pier. {by="renn" kind="opinion" quoted="direct"}', "A pier."],
  ])("%j", (markdown, text) => {
    expect(said(markdown)).toEqual([`${text} | renn | opinion | direct`]);
  });
});

test("words are quoted, partly quoted or retold", () => {
  const markdown = ["quoted", "quoted=direct", "quoted=mixed", ""]
    .map((quoted, at) => `Text ${at}. {by=renn kind=opinion ${quoted}}`)
    .join("\n\n");
  expect(passagesOf(markdown).map(({ quoted }) => quoted)).toEqual([
    "direct",
    "direct",
    "mixed",
    "retold",
  ]);
});

test.each([
  ['lead="He said \\"no\\""', 'He said "no"'],
  ['lead="9 crowns"', "9 crowns"],
  ["lead=free", "free"],
  ['lead="two \nlines"', "two lines"],
  ['lead="AT&T; M*A*S*H; 5* and 4*; [sic]; a & b;"', "AT&T; M*A*S*H; 5* and 4*; [sic]; a & b;"],
  ["lead=O'Brien", "O'Brien"],
  ['lead="a {b} c"', "a {b} c"],
  ['lead="China’s “peace plan”"', "China’s “peace plan”"],
  ['lead="C:\\\\ferry"', "C:\\ferry"],
])("the lead of {%s} is %j", (braces, lead) => {
  expect(passagesOf(`Text. {${braces}}`)[0]?.lead).toBe(lead);
});

describe("braces that are not attributes are text", () => {
  test.each([
    "a masterpeice {sic} in",
    "the sets {1}{2} are",
    "{sic}",
    "an end {sic}",
    "a set {a, b}",
    "empty {} braces",
    "{.class}",
    "if (x) { return y; }",
    "an open { brace",
    "a closed } brace",
    "{ and then nothing",
    "{{{{",
    "}}}}",
    "his {#1 hit} song",
  ])("%j", (text) => {
    expect(said(text)).toEqual([`${text} | gazette | report | retold`]);
  });

  test.each([
    ["a *masterpeice*{sic} in", "a masterpeice{sic} in"],
    ["escaped \\{by=renn}", "escaped {by=renn}"],
    ["code `{by=renn quoted}`", "code {by=renn quoted}"],
    ["```\nlet a = {by: 1};\n```", "let a = {by: 1};"],
  ])("%j reads %j", (markdown, text) => {
    expect(passagesOf(markdown).map((passage) => passage.text)).toEqual([text]);
  });
});

describe("a mistake in braces is reported with its line and what to write", () => {
  test.each([
    ["Text. {by=renn kind=opinion qouted}", "unknown attribute `qouted`: write `quoted`"],
    ["Text. {Quoted}", "write `quoted`"],
    ["Text. {#a kye}", "write `key`"],
    ["Text. {by}", 'unknown attribute `by`: write `by="…"`'],
    ["Text. {knd=opinion}", "did you mean `kind`?"],
    ["Text. {who=renn}", "unknown attribute `who`: a passage takes id, by, kind"],
    ['Text. {#fares lead="9 crowns"', "are not closed: close them with `}`"],
    ["Text. {#fares by=renn", "are not closed"],
    ["Text. {quoted", "are not closed"],
    ["Text {#fares goes on", "are not closed"],
    ['Text. {lead="a {by=renn} b"}', "contains `{by=renn}`, but attributes belong"],
    ['Text. {lead="9&nbsp;crowns"}', "contains `&nbsp;`, which would be shown literally"],
    ['Text. {note="the **only** ferry"}', "contains `**only**`, which would be shown literally"],
    ['Text. {note="a [b](https://c.example)"}', "contains `[b](https://c.example)`, which"],
    ['Text. {note="a <br> b"}', "contains `<br>`, which is HTML"],
    ["Text. {#fares lead=9 crowns}", "put a value of several words in straight quotes"],
    ["Text. {#fares lead=“9 crowns”}", 'put it in straight quotes, as in `lead="…"`'],
    ["Text. {by: renn}", "unknown attribute `by:`: write `by=`"],
    ["Text. {#a by:renn kind:opinion}", "unknown attribute `by:renn`: write `by=`"],
    ["Text. {by = renn}", 'as in `by="…"`'],
    ["Text. {by=gazette by=renn}", "`by` is given twice"],
    ["Text. {#a}{#b}", "`id` is given twice"],
    ["Text. {quoted=direkt}", "quoted `direkt` must be direct or mixed"],
    ["Text. {key=yes}", "key `yes` takes no value"],
    ["A *pier*{by=renn kind=opinion} burnt.", "are in the middle of a paragraph"],
    ["Press {key} to go on.", "to show braces as text, write `\\{`"],
    ["A `pier`{#pier} burnt.", "are in the middle of a paragraph"],
    ["{#pier}\nA pier burnt.", "are in the middle of a paragraph"],
    ["{#pier}", "follow no words"],
    ["## Fares\n\n{#fares}", "follow no words"],
    ["- One.\n- {#two}", "follow no words"],
    ["![a pier](pier.jpg){#pier}", "follow no words"],
    ["> One.\n>\n> Two.\n\n{by=renn kind=opinion}", "follow several paragraphs"],
    ["Text by=renn kind=opinion}", "`by=` is outside of braces"],
    ["Text. #fares}", "`}` has no opening `{`"],
    ["## Fares {by=renn}", "unknown attribute `by`: a heading takes id, summary"],
    ["## {#fares}", "follow no words"],
  ])("%j", (markdown, message) => {
    expect(mistakesIn(`${markdown}\n\n## End\n\nWords.`)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test("each with its own line", () => {
    const markdown = "One\nline. {#a\nknd=x}\n\nTwo *b*{#b} c\nand d {qouted}";
    expect(mistakesIn(markdown).map((message) => message.split(":")[1])).toEqual([
      "11",
      "14",
      "15",
    ]);
  });
});

const spansOf = (markdown: string) => {
  const [passage] = passagesOf(markdown);
  return passage?.spans?.map(({ start, end, speaker, kind, quoted }) =>
    [passage.text.slice(start, end), speaker?.id, kind, quoted].join(" | "),
  );
};

describe("brackets with braces give words another speaker", () => {
  test.each([
    [
      "It rains. [“No fares.”]{by=renn quoted} So be it.",
      ["“No fares.” | renn | opinion | direct"],
    ],
    ["[All of it.]{by=renn kind=announcement}", ["All of it. | renn | announcement | retold"]],
    ["[“Never” again]{by=renn quoted=mixed}, he says.", ["“Never” again | renn | opinion | mixed"]],
    [
      "[One.]{by=renn} [Two.]{by=ann}",
      ["One. | renn | opinion | retold", "Two. | ann | opinion | retold"],
    ],
    ["*[One\n  two.]{by=renn}* End. {#x}", ["One two. | renn | opinion | retold"]],
    ["[ [sic] *so* it goes ]{by=renn}", ["[sic] so it goes | renn | opinion | retold"]],
    ["See [a [link](https://a.example) here]{by=renn}", ["a link here | renn | opinion | retold"]],
    [
      "The captain [“no”]{quoted} once. {by=ann kind=announcement}",
      ["“no” | ann | announcement | direct"],
    ],
  ])("%j", (markdown, spans) => {
    expect(spansOf(markdown)).toEqual(spans);
  });

  test("links and plain brackets are not spans", () => {
    const apart = "Rain. “No” [laughs] {by=renn kind=opinion}\n\n[Editors: no.] {by=gazette}";
    expect(passagesOf(apart)).toMatchObject([
      { speaker: { id: "renn" } },
      { text: "[Editors: no.]" },
    ]);
    const markdown = 'A [link](https://a.example), [sic] and [1], [x](y "z") end. {#pier}';
    expect(passagesOf(markdown)[0]).toMatchObject({
      text: "A link, [sic] and [1], x end.",
      id: "pier",
    });
    expect(passagesOf(markdown)[0]?.spans).toBeUndefined();
  });

  test.each([
    ["[One [two]{by=renn} three]{by=ann}", "these brackets contain others with braces"],
    ["Words [“no” {by=renn quoted}", "a bracket before these braces is not closed"],
    ["Words “no”]{by=renn quoted} end", "the bracket before these braces is not opened"],
    ["Rain. [“No.”] {by=renn kind=opinion quoted}", "a space separates these braces"],
    ["Rain. [«*No.*»]\n{by=renn quoted} Sun.", "a space separates these braces"],
    ["Words []{by=renn}", "there are no words between these brackets"],
    ["[Words]{by=nobody}", "speaker `nobody` is not listed under `people`"],
    ["[Words]{#id by=renn}", "unknown attribute `id`: a span takes by, kind, quoted"],
    ["[Words]{by=renn qouted}", "write `quoted`"],
    ["## A [word]{by=renn}", "a heading has no speaker"],
  ])("%j is a mistake", (markdown, message) => {
    expect(mistakesIn(`${markdown}\n\nWords.`)).toEqual([expect.stringContaining(message)]);
  });
});

test("unknown speakers are reported beside all other mistakes", () => {
  expect(mistakesIn("One. {by=nobody kind=opinion}\n\nTwo. {qouted}")).toHaveLength(2);
  expect(parsed("Text.").people.map(({ id }) => id)).toEqual(["gazette", "ann", "renn"]);
});
