import { describe, expect, test } from "vitest";
import { mistakesIn, parsed, passagesOf } from "../read.ts";

const textsOf = (markdown: string) => passagesOf(markdown).map(({ text }) => text);

describe("CommonMark becomes plain text, or nothing", () => {
  test.each<[string, string, string[]]>([
    ["emphasis", "*a* _b_ **c** __d__ ***e***", ["a b c d e"]],
    [
      "characters that are not emphasis",
      "2 * 3 * 4, f**k, snake_case_word, 5 ** 2",
      ["2 * 3 * 4, f**k, snake_case_word, 5 ** 2"],
    ],
    ["a line break", "one  \ntwo\\\nthree", ["one two three"]],
    ["code", "type `npm <start> {x=1}` now", ["type npm <start> {x=1} now"]],
    ["fenced code", "~~~js\nlet a = <b>;\n~~~", ["let a = <b>;"]],
    ["fenced code with attributes", "``` {#code}\nx\n```", ["x"]],
    ["indented text", "    a line\n    goes on", ["a line goes on"]],
    ["a link", '[words](https://a.example "title") on', ["words on"]],
    [
      "a link by reference",
      "[words][x], [x] and [y][]\n\n[x]: https://a.example\n[y]: <https://b.example> 'title'",
      ["words, x and y"],
    ],
    ["a definition right below a paragraph", "See [x].\n[x]: https://a.example", ["See x."]],
    ["a definition in a quotation", "> See [x].\n>\n> [x]: https://a.example", ["See x."]],
    ["brackets before a colon", "[Editor]: no, he said.", ["[Editor]: no, he said."]],
    [
      "addresses",
      "<https://a.example/x> and <ann@a.example>",
      ["https://a.example/x and ann@a.example"],
    ],
    ["a picture", "a ![pier](pier.jpg) b", ["a b"]],
    ["a picture alone", "![pier](pier.jpg)\n\nText.", ["Text."]],
    ["a rule", "One.\n\n---\n\nTwo.\n\n***\n\nThree.", ["One.", "Two.", "Three."]],
    ["a line of dashes below text", "One\n---\n\nTwo", ["One", "Two"]],
    ["a list", "- a\n- b\n\n  c\n  - d\n\n* e\n+ f", ["a", "b", "c", "d", "e", "f"]],
    ["a list with numbers", "1. a\n2. b\n\n1) c\n2) d", ["a", "b", "c", "d"]],
    ["a paragraph that starts with a day", "1. травня 2024 року.", ["1. травня 2024 року."]],
    [
      "a paragraph that starts with a club",
      "1. FC Köln won.\n\n- x\n  1. y",
      ["1. FC Köln won.", "x", "1. y"],
    ],
    ["a paragraph that starts with a year", "1986. What a year.", ["1986. What a year."]],
    ["a list that continues numbers", "3. c\n4. d", ["3. c", "4. d"]],
    ["a quotation", "> a\nb\n>\n> c\n>> d", ["a b", "c", "d"]],
    ["entities", "a &amp; b &lt;i&gt; &copy; &nbsp;c &#39;d&#x27;", ["a & b <i> © c 'd'"]],
    [
      "escapes",
      "\\*a\\* \\# \\[b\\]\\(c\\) \\<br> \\{by=ann} \\`d\\` \\| \\-\\->",
      ["*a* # [b](c) <br> {by=ann} `d` | -->"],
    ],
    [
      "characters that are not tags",
      "a < b, <3, <-, x<y, 1<2>0, i <3 u",
      ["a < b, <3, <-, x<y, 1<2>0, i <3 u"],
    ],
    ["a hashtag", "#ferry is back", ["#ferry is back"]],
    ["text in brackets", "[sic], [1], [“a”] and [] [ ]", ["[sic], [1], [“a”] and [] [ ]"]],
  ])("%s", (_name, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  test("headings of both kinds are sections", () => {
    const markdown =
      "A\n===\n\nOne.\n\n## B ##\n\nTwo.\n\n### C {#see} ###\n\nThree.\n\n## D ## {#dee}\n\nFour.";
    const { sections } = parsed(markdown);
    expect(sections.map(({ heading }) => heading)).toEqual(["A", "B", "C", "D"]);
    expect(sections.map(({ id }) => id)).toEqual(["a", "b", "see", "dee"]);
  });
});

describe("comments are never shown", () => {
  test.each<[string, string, string[]]>([
    ["a block", "One.\n\n<!-- editors: do not publish -->\n\nTwo.", ["One.", "Two."]],
    ["across blank lines", "One.\n\n<!-- do\n\nnot\n\npublish -->\n\nTwo.", ["One.", "Two."]],
    ["within a paragraph", "One <!-- do not publish -->two.", ["One two."]],
    ["within a paragraph across blank lines", "One <!-- do\n\nnot --> two.", ["One two."]],
    ["before a full stop", "One <!-- x -->.", ["One."]],
    ["before braces", "One. <!-- x --> {#one}", ["One."]],
    ["within braces", 'One. {#one <!-- x --> lead="a"}', ["One."]],
    ["between a paragraph and its braces", "One.\n\n<!-- x -->\n\n{#one}", ["One."]],
    ["in a quotation", "> One <!-- x\n> y --> two.", ["One two."]],
    ["in a list", "- One <!-- x -->\n- <!-- y -->Two", ["One", "Two"]],
    [
      "with dashes and other characters",
      "One <!-- a - b -- c > d `e` {by=x} <b> -->two.",
      ["One two."],
    ],
    ["short ones", "a<!-->b<!--->c<!---->d", ["abcd"]],
    ["with text after it", "<!-- x --> One.", ["One."]],
    ["several", "<!-- a -->One<!-- b --> two<!-- c -->", ["One two"]],
    ["one in inline code", "Write `<!-- x -->` there.", ["Write <!-- x --> there."]],
    ["one in fenced code", "```\n<!-- x -->\n```", ["<!-- x -->"]],
    ["an escaped one", "Write \\<!-- x \\--> there.", ["Write <!-- x --> there."]],
  ])("%s", (_name, markdown, texts) => {
    expect(textsOf(`${markdown}\n\nEnd.`)).toEqual([...texts, "End."]);
  });

  test("they keep line numbers", () => {
    const markdown = "One <!-- a\n\nb --> two.\n\n<!-- c\nd -->\nThree. {qouted}";
    expect(mistakesIn(markdown)).toEqual([expect.stringMatching(/^ferry\.md:16: /u)]);
  });
});

describe("tables are read row by row", () => {
  test.each<[string, string, string[]]>([
    [
      "two columns",
      "| Ticket | Price |\n| --- | ---: |\n| Single | 9 crowns |\n| Dogs | *free* |",
      ["Single: 9 crowns", "Dogs: free"],
    ],
    ["without outer pipes", "Ticket | Price\n---|---\nSingle | 9 crowns", ["Single: 9 crowns"]],
    [
      "three columns",
      "| Ferry | Departs | Arrives |\n|-|-|-|\n| Night | 21:00 | 7:00 |\n| Day | 9:00 | |",
      ["Night: Departs 21:00; Arrives 7:00", "Day: Departs 9:00"],
    ],
    ["one column", "| Stops |\n|---|\n| Vellan |\n| Holm |", ["Vellan", "Holm"]],
    ["headings alone", "| Ticket | Price |\n| --- | --- |", ["Ticket: Price"]],
    ["escaped pipes", "| A | B |\n|-|-|\n| x \\| y | z |", ["x | y: z"]],
    ["in a quotation", "> | A | B |\n> |-|-|\n> | x | y |", ["x: y"]],
  ])("%s", (_name, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  test("braces in the last cell describe the row, and column headings are its keywords", () => {
    const markdown =
      "| Ticket | Price |\n|-|-|\n| Single | [9 crowns]{by=renn} {#single key} |\n| Dogs | free |";
    const [single, dogs] = passagesOf(markdown);
    expect(single).toMatchObject({ id: "single", isKeyFact: true, keywords: ["Ticket", "Price"] });
    expect(single?.spans?.map(({ start, end }) => single.text.slice(start, end))).toEqual([
      "9 crowns",
    ]);
    expect(dogs).toMatchObject({ id: "dogs-free", speaker: { id: "gazette" } });
  });
});

describe("footnotes are passages", () => {
  test("after the text, with their own braces", () => {
    const markdown =
      "Fares rise[^1] in May [^b].\n\n[^1]: By 4 %. {#rise by=renn kind=opinion}\n[^b]: Or June.\n  Perhaps.";
    expect(textsOf(markdown)).toEqual(["Fares rise in May.", "By 4 %.", "Or June. Perhaps."]);
    expect(passagesOf(markdown)[1]).toMatchObject({ id: "rise", speaker: { id: "renn" } });
  });
});

describe("what can be neither parsed nor shown is reported with its line", () => {
  test.each([
    ["a break", "One<br>two", "`<br>` is HTML"],
    ["a break of XML", "One<br/>two", "`<br/>` is HTML"],
    ["a division", '<div class="x">\n\nText.', '`<div class="x">` is HTML'],
    ["a closing tag", "Text.\n\n</div>", "`</div>` is HTML"],
    ["a tag and its end", "H<sub>2</sub>O", "`<sub>` is HTML"],
    ["a tag over two lines", "One <span\nclass=x>two", "`<span class=x>` is HTML"],
    ["a tag cut short", "One <br two", "`<br` is HTML"],
    ["a tag at the end", "One </div", "`</div` is HTML"],
    ["a made-up tag", "Dear <name>,", "`<name>` is HTML"],
    ["a declaration", "<!DOCTYPE html>\n\nText.", "`<!DOCTYPE html>` is HTML"],
    ["an instruction", "<?php x ?>\n\nText.", "`<?php x ?>` is HTML"],
    ["data", "One <![CDATA[x]]> two", "is HTML"],
    ["a tag in a heading", "## A <i>b</i>\n\nText.", "`<i>` is HTML"],
    ["a tag in a table", "| A | B |\n|-|-|\n| x<br>y | z |", "`<br>` is HTML"],
    ["an open comment", "One.\n\n<!-- do not publish\n\nTwo.", "the comment `<!--` is not closed"],
    ["a closed comment", "One do not publish --> two.", "`-->` has no opening `<!--`"],
    [
      "a comment in a comment",
      "One <!-- a <!-- b --> c --> two.",
      "a comment starts inside another",
    ],
    ["words struck out", "One ~~two~~ three", "`~~` strikes words out"],
    ["bold that starts inside a word", "Це**важливо** знати.", "put a space before the bold words"],
    ["unclosed bold", "One **two three", "`**` is not closed"],
    [
      "an unclosed link",
      "See [here](https://a.example now",
      "the address of this link is not closed",
    ],
    ["an undefined link", "See [here][nowhere] now", "`[nowhere]` is not defined"],
    ["an undefined footnote", "Fares rise[^1] soon", "`[^1]` refers to no footnote"],
    ["unclosed code", "One.\n\n```\ntwo", "this code block is not closed"],
    ["a table without a header", "| a | b |\n| c | d |", "looks like a table but is not one"],
    ["a header with too few cells", "| a |\n|-|-|\n| c | d |", "looks like a table but is not one"],
    [
      "a row with more cells than headings",
      "| a | b |\n|-|-|\n| c | d | e |",
      "more cells than the table has headings",
    ],
    [
      "braces below a table",
      "| a | b |\n|-|-|\n| c | d |\n| e | f |\n\n{#x}",
      "follow several paragraphs",
    ],
    ["a heading without a space", "##Fares\n\nText.", "a heading needs a space after its hashes"],
    [
      "braces in a row without words",
      "| a | b |\n|-|-|\n| c | d |\n{#x}",
      "in a row without words",
    ],
    [
      "braces in a table header",
      "| a | b {#x} |\n|-|-|\n| c | d |",
      "are in the header of a table",
    ],
    [
      "a span in a table header",
      "| a | [b]{by=renn} |\n|-|-|\n| c | d |",
      "are in the header of a table",
    ],
    ["quotations too deep", `${">".repeat(120)} deep\n\nText.`, "nested too deeply"],
    ["an entity for a bidirectional control", "One &#x202E;two", "U+202E"],
  ])("%s", (_name, markdown, message) => {
    expect(mistakesIn(`${markdown}${markdown.includes("```") ? "" : "\n\nWords."}`)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test("all at once, each with its line", () => {
    const markdown = "One<br>\ntwo {qouted}\n\n<sup>a</sup> [b]{by=x}\n\n[^9]";
    expect(mistakesIn(markdown).map((message) => message.split(":")[1])).toEqual([
      "10",
      "11",
      "13",
      "13",
      "15",
    ]);
  });
});

describe("characters within words are text", () => {
  test.each([
    "5*6*7 = 210, 2**10 and 2**3",
    "f*ck*ng, “s**t” and “b******s” to the “c***”",
    "п`ять осіб і об`єднання, O`Neill and O`Brien",
    "@_under_score_, @__init__ and #_tag_",
    "https://a.example/_next_/x_y_ and t.me/_a_",
    "The fare is 9[1] crowns, or 8[2][3].",
  ])("%s", (text) => {
    const definitions = [1, 2, 3].map((number) => `[${number}]: https://a.example`).join("\n");
    expect(textsOf(`${text}\n\n${definitions}`)).toEqual([text]);
  });

  test.each([
    ["*Titanic*s and **Kyiv**’s", "Titanics and Kyiv’s"],
    ["今天是**重点**的", "今天是重点的"],
    ["`ferry`s and `a`", "ferrys and a"],
    ["[words][1], [more [2] words][1] and [3](https://a.example)", "words, more [2] words and 3"],
    ["_@ann_ and *#tag*, “*a*”—*b*", "@ann and #tag, “a”—b"],
  ])("but %s reads %s", (markdown, text) => {
    expect(textsOf(`${markdown}\n\n[1]: https://a.example`)).toEqual([text]);
  });
});

describe("invisible characters are removed", () => {
  test.each([
    ["zero-width spaces", "the air\u200Bfield", "the airfield"],
    ["soft hyphens", "co\u00ADoperate", "cooperate"],
    ["word joiners", "10\u2060km \uFEFFaway", "10km away"],
    ["control codes", "a\u0007b\u001B[31mc", "ab[31mc"],
    ["entities for them", "co&shy;operate &ZeroWidthSpace;now", "cooperate now"],
    ["a joined emoji is kept", "👩\u200D🚒 and 👍🏽", "👩\u200D🚒 and 👍🏽"],
    [
      "a flag with tags is kept",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    ],
    ["Persian is kept", "می\u200Cخواهم", "می\u200Cخواهم"],
    ["direction marks are kept", "a\u200Eb\u200Fc\u061Cd", "a\u200Eb\u200Fc\u061Cd"],
  ])("%s", (_name, markdown, text) => {
    expect(textsOf(markdown)).toEqual([text]);
  });

  test.each([
    "\u202A",
    "\u202B",
    "\u202C",
    "\u202D",
    "\u202E",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
  ])("%j is a mistake", (sign) => {
    const code = sign.codePointAt(0)?.toString(16).toUpperCase() ?? "";
    expect(mistakesIn(`One.\n\ntwo${sign} three`)).toEqual([
      `ferry.md:12: the invisible character U+${code} changes the direction of the text: remove it, or retype the words`,
    ]);
  });
});
