import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { parseLibrary, type LoadedLibrary } from "../../src/article/loading/parse-library.ts";
import { articleIn } from "../../src/article/translation.ts";

const FERRY = `---
title: The ferry
source: { publisher: packet }
people:
  packet: { name: The Packet, capacity: newspaper }
  renn: { name: Tobias Renn, capacity: director, aliases: [the director] }
questions: [How much is it?]
---
## Fares {#fares}

A ticket costs 9 crowns. {#ticket by=renn kind=announcement quoted key lead="9 crowns" note="For one way."}

Dogs travel free. {#dogs keywords="pets"}
`;

const FERRY_IN_UKRAINIAN = `---
title: Пором
people:
  renn: { name: Тобіас Ренн, capacity: директор, aliases: [керівник] }
questions: [Скільки це коштує?]
---
## Ціни {#fares summary="Скільки коштує квиток"}

Квиток коштує 9 крон. {#ticket lead="9 крон" note="В один бік." keywords="ціна, вартість"}
`;

function read(files: Readonly<Record<string, string>>): LoadedLibrary {
  return parseLibrary(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    [],
  );
}

function ferry(): Article {
  const library = read({ "ferry.md": FERRY, "ferry.uk.md": FERRY_IN_UKRAINIAN });
  const [article] = library.kind === "loaded" ? library.articles : [];
  if (!article) throw new Error(JSON.stringify(library));
  return article;
}

test("a file beside the article translates it", () => {
  const translation = articleIn(ferry(), "uk");

  expect(translation).toMatchObject({ slug: "ferry", language: "uk", title: "Пором" });
  expect(translation.suggestedQuestions).toEqual(["Скільки це коштує?"]);
  expect(translation.sections[0]).toMatchObject({ id: "fares", heading: "Ціни" });
  expect(translation.sections[0]?.passages[0]).toMatchObject({
    id: "ticket",
    text: "Квиток коштує 9 крон.",
    lead: "9 крон",
    note: "В один бік.",
    keywords: ["ціна", "вартість"],
    speaker: { id: "renn", name: "Тобіас Ренн", capacity: "директор" },
    kind: "announcement",
    quoted: "direct",
    isKeyFact: true,
    original: { text: "A ticket costs 9 crowns.", speaker: { name: "Tobias Renn" } },
  });
});

test("a speaker is the same object as among the people, in every language", () => {
  const article = ferry();
  for (const version of [article, articleIn(article, "uk")]) {
    expect(version.people).toContain(version.sections[0]?.passages[0]?.speaker);
    expect(version.people).toContain(version.source.publisher);
  }
});

function otherNamesOfRenn({ people }: Article): readonly string[] | undefined {
  return people.find(({ id }) => id === "renn")?.otherNames;
}

test("people keep their names in the other languages", () => {
  const article = ferry();
  expect(otherNamesOfRenn(article)).toEqual(["Тобіас Ренн", "керівник"]);
  expect(otherNamesOfRenn(articleIn(article, "uk"))).toEqual(["Tobias Renn", "the director"]);
});

test("untranslated passages stay as published", () => {
  const translation = articleIn(ferry(), "uk");
  const dogs = translation.sections[0]?.passages[1];

  expect(dogs).toMatchObject({ id: "dogs", text: "Dogs travel free.", keywords: ["pets"] });
  expect(dogs?.original).toBeUndefined();
  expect(translation.source.publisher?.name).toBe("The Packet");
});

test("without a translation, every language gets the article as published", () => {
  const article = ferry();
  expect(articleIn(article, "ru")).toBe(article);
  expect(articleIn(article, "en")).toBe(article);
});

function mistakesIn(files: Readonly<Record<string, string>>): string[] {
  const library = read({ "ferry.md": FERRY, ...files });
  return library.kind === "faulty" ? library.diagnostics.map(formatDiagnostic) : [];
}

function translated(passage: string) {
  return { "ferry.uk.md": `---\ntitle: Пором\n---\n${passage}\n` };
}

const WITH_SPANS = FERRY.replace(
  "Dogs travel free. {#dogs",
  "[“Dogs travel free.”]{by=renn quoted} [Cats do not.]{by=packet} [“Nor do I.”]{by=renn quoted=mixed} {#dogs",
);

function spansIn(passage: string, article = WITH_SPANS): string[] {
  const library = read({ "ferry.md": article, ...translated(passage) });
  if (library.kind === "faulty") return library.diagnostics.map(formatDiagnostic);
  const version = library.articles[0] && articleIn(library.articles[0], "uk");
  const dogs = version?.sections[0]?.passages.find(({ id }) => id === "dogs");
  return (dogs?.spans ?? []).map(({ start, end, speaker, kind, quoted }) => {
    return [dogs?.text.slice(start, end), speaker?.id, kind, quoted].join(" | ");
  });
}

describe("spans keep their speakers in translation", () => {
  test("matched by speaker, in any order", () => {
    expect(
      spansIn(
        "[Коти – ні.]{by=packet} [«Собаки – безкоштовно».]{by=renn} [«І я ні».]{by=renn} {#dogs}",
      ),
    ).toEqual([
      "Коти – ні. | packet | report | retold",
      "«Собаки – безкоштовно». | renn | opinion | direct",
      "«І я ні». | renn | opinion | mixed",
    ]);
  });

  test.each([
    [
      "[собаки їздять безкоштовно]{by=renn}, а раніше казав: [«Геть усіх!»]{by=renn} {#dogs}",
      [
        "собаки їздять безкоштовно | renn | announcement | retold",
        "«Геть усіх!» | renn | opinion | direct",
      ],
    ],
    [
      "[– Собаки їздять]{by=renn}. [– Геть усіх!]{by=renn} {#dogs}",
      ["– Собаки їздять | renn | opinion | direct", "– Геть усіх! | renn | announcement | retold"],
    ],
    [
      "[собаки їздять]{by=renn}; «[геть усіх]{by=renn}» {#dogs}",
      ["собаки їздять | renn | announcement | retold", "геть усіх | renn | opinion | direct"],
    ],
  ])("quotation marks decide between one person's spans: %s", (passage, spans) => {
    const article = FERRY.replace(
      "Dogs travel free. {#dogs",
      "[“Out with them!”]{by=renn quoted} Later: [dogs travel free]{by=renn kind=announcement}. {#dogs",
    );
    expect(spansIn(passage, article)).toEqual(spans);
  });

  test.each([
    [
      "[Коти – ні.]{by=packet} [«Собаки».]{by=renn} {#dogs}",
      "put its words in brackets, as in `[…]{by=renn}`",
    ],
    [
      "[Усе.]{by=renn} [Це.]{by=renn} [І це.]{by=renn} [Коти.]{by=packet} {#dogs}",
      "has no other span by `renn` in this passage",
    ],
    [
      "[Коти.]{by=packet} [«Собаки».]{by=renn kind=report} [Я.]{by=renn} {#dogs}",
      "unknown attribute `kind`: a span in a translation takes by",
    ],
    ["Усе без дужок. {#dogs}", "the article has a span by `renn` in this passage"],
  ])("%j is a mistake", (passage, message) => {
    expect(spansIn(passage).join("\n")).toContain(`ferry.uk.md:4: `);
    expect(spansIn(passage).join("\n")).toContain(message);
  });

  test("untranslated passages keep their spans", () => {
    const library = read({
      "ferry.md": WITH_SPANS,
      ...translated('Квиток. {#ticket lead="9" note="Так."}'),
    });
    const [article] = library.kind === "loaded" ? library.articles : [];
    const dogs = article && articleIn(article, "uk").sections[0]?.passages[1];
    expect(dogs?.spans?.map(({ speaker }) => speaker?.id)).toEqual(["renn", "packet", "renn"]);
  });
});

describe("mistakes are reported with their line and how to fix them", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a translation without an article",
      { "fery.uk.md": FERRY_IN_UKRAINIAN },
      "fery.uk.md:1: there is no article `fery.md` to translate: rename this file after its article",
    ],
    [
      "a translation into the article's own language",
      { "ferry.en.md": "# Ferry\n" },
      "ferry.en.md:1: the article itself is in `en`: rename this file after the language of the translation",
    ],
    [
      "a second translation into the same language",
      { "ferry.UK.md": FERRY_IN_UKRAINIAN, "ferry.uk.md": FERRY_IN_UKRAINIAN },
      "ferry.uk.md:1: another file is already the translation into `uk`: remove one of the two",
    ],
    [
      "no title",
      { "ferry.uk.md": "Квиток. {#dogs}\n" },
      "ferry.uk.md:1: the translation has no title",
    ],
    [
      "an unknown passage",
      translated("Коти. {#cats}"),
      "ferry.uk.md:4: the article has no passage `cats`: use one of the article's: ticket, dogs",
    ],
    [
      "a passage without an id",
      translated("Собаки їздять безкоштовно."),
      "ferry.uk.md:4: this passage has no id: add `{#id}` after it",
    ],
    [
      "a passage twice",
      translated("Собаки. {#dogs}\n\nПси їздять. {#dogs}"),
      "ferry.uk.md:6: passage `dogs` is already translated above",
    ],
    [
      "an unknown section",
      translated("## Ціни {#prices}"),
      "ferry.uk.md:4: the article has no section `prices`",
    ],
    [
      "an unknown person",
      {
        "ferry.uk.md":
          "---\ntitle: Пором\npeople:\n  ren: { name: Ренн, capacity: директор }\n---\n",
      },
      "ferry.uk.md:4: the article has no person `ren`: correct the id",
    ],
    [
      "a speaker in a translation",
      translated("Собаки їздять. {#dogs by=renn}"),
      "ferry.uk.md:4: unknown attribute `by`: a passage takes id, lead, note, keywords",
    ],
    [
      "a missing lead",
      translated('Квиток коштує 9 крон. {#ticket note="В один бік."}'),
      'ferry.uk.md:4: the passage has a lead in the article: add its translation as lead="…"',
    ],
    [
      "a passage left in the article's language",
      translated("Dogs travel free. {#dogs}"),
      "ferry.uk.md:4: the text contains no Ukrainian letters: translate it",
    ],
    [
      "a sign that changes the direction of the text of writing",
      translated("Собаки\u202E їздять. {#dogs}"),
      "ferry.uk.md:4: the invisible character U+202E",
    ],
    [
      "a YAML alias",
      { "ferry.uk.md": "---\ntitle: *Пором\n---\n" },
      'ferry.uk.md:2: bad YAML: `*` has a special meaning here: write `title: "*Пором"`',
    ],
    [
      "a passage in another language",
      translated("Собаки ездят бесплатно, кошки тоже и рыбы. {#dogs}"),
      "ferry.uk.md:4: the text contains the letter ы, which Ukrainian does not have: translate it",
    ],
  ])("%s", (_, files, message) => {
    expect(mistakesIn(files).join("\n")).toContain(message);
  });

  test("a translation of a faulty article is not said to lack its article", () => {
    const library = read({ "ferry.md": "no title", "ferry.uk.md": FERRY_IN_UKRAINIAN });
    const diagnostics = library.kind === "faulty" ? library.diagnostics : [];
    expect(diagnostics.map(({ file }) => file)).toEqual(["ferry.md"]);
  });
});
