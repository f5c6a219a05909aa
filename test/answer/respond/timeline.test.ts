import { expect, test } from "vitest";
import { timelineOf } from "../../../src/answer/respond/timeline.ts";
import { statementOf } from "../../../src/answer/statement.ts";
import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { articlesIn } from "../../support/sample-bot.ts";

function articleOf(paragraphs: readonly string[], published?: string): Article {
  const source = published === undefined ? "" : `source: { published: "${published}" }\n`;
  const read = parseArticle(
    `---\ntitle: Any\n${source}---\n\n${paragraphs.join("\n\n")}\n`,
    "any.md",
  );
  if (read.kind === "faulty") throw new Error("the article is faulty");
  return read.article;
}

function datesOf(article: Article): (string | undefined)[] {
  return timelineOf(article).map(({ date }) => date);
}

test.each<[string, string[], string | undefined, string[]]>([
  [
    "longer periods come first",
    [
      "It began on 1 May 1990.",
      "All of May 1990 was warm.",
      "In 1990 it rained.",
      "The 1990s ended.",
    ],
    undefined,
    ["1990s", "1990", "May 1990", "1 May 1990"],
  ],
  [
    "a date without a year belongs to the year before it in the passage",
    ["In 2014 a storm came. On 3 May it ended. On 2 February it returned.", "In 2015 it was gone."],
    undefined,
    ["2014", "2 February", "3 May", "2015"],
  ],
  [
    "without a year at all, dates are in the order of the calendar, after those with one",
    ["On 9 May it rained.", "On 3 March it snowed.", "In 1990 it burned."],
    undefined,
    ["1990", "3 March", "9 May"],
  ],
  [
    "the nearest to the day of publication is meant",
    ["It snowed on 9 December.", "It will rain on 3 March.", "It burned on 20 January 2024."],
    "14 January 2024",
    ["9 December", "20 January 2024", "3 March"],
  ],
  [
    "what has an end ahead ends after the day of publication",
    ["It opens on 17 October.", "The trial runs until the end of April."],
    "3 October",
    ["17 October", "until the end of April"],
  ],
  [
    "“yesterday” is the day before publication",
    ["It burned yesterday.", "It rained on 12 March.", "It opens on Friday."],
    "14 March 2023",
    ["12 March", "yesterday", "Friday"],
  ],
  [
    "counted from an unknown day, they come last, the earliest first",
    ["It opens tomorrow.", "It burned last year.", "It rained on 12 March."],
    undefined,
    ["12 March", "last year", "tomorrow"],
  ],
  [
    "the days of a list are one date",
    ["They met on 3, 4 and 5 May 2020."],
    undefined,
    ["3, 4 and 5 May 2020"],
  ],
  ["a range is one date", ["Open from 3 to 5 May."], undefined, ["from 3 to 5 May"]],
  ["a sentence gives a date once", ["On 3 May, yes, 3 May, it burned."], undefined, ["3 May"]],
  ["nowadays is no date", ["Today few people may march."], undefined, []],
])("%s", (_, paragraphs, published, dates) => {
  expect(datesOf(articleOf(paragraphs, published))).toEqual(dates);
});

test("the lead may give a date that the text lacks", () => {
  expect(datesOf(articleOf([`It broke at night. {lead="A storm on 3 May"}`]))).toEqual(["3 May"]);
});

test("a date that introduces its sentence is not said twice", () => {
  const [entry] = timelineOf(articleOf(["24 February 2022: the bridge was closed."]));
  expect(entry && statementOf(entry)).toBe("the bridge was closed.");
});

const FORMS: readonly ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
  (year, month, day) => `${MONTHS[month - 1]} ${day}, ${year}`,
  (year, month, day) => `${day}.${month}.${year}`,
  (year, month, day) =>
    [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

test("days of any form are in the order of time", () => {
  let seed = 3;
  const random = (count: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * count);
  };
  for (let round = 0; round < 20; round += 1) {
    const days = Array.from({ length: 12 }, () => [
      1900 + random(130),
      1 + random(12),
      1 + random(28),
    ]);
    const written = days.map(([year = 0, month = 0, day = 0]) => ({
      time: year * 10_000 + month * 100 + day,
      text: FORMS[random(FORMS.length)]?.(year, month, day) ?? "",
    }));
    const expected = written.toSorted((one, other) => one.time - other.time);
    const article = articleOf(written.map(({ text }) => `On ${text} the mill burned.`));
    expect(datesOf(article)).toEqual(expected.map(({ text }) => text));
  }
});

test.each(["content", "test/fixtures/articles", "test/fixtures/timelines/en"])(
  "in %s nothing without a date is listed",
  (folder) => {
    for (const article of articlesIn(folder).flatMap((one) => [one, ...one.translations])) {
      const { datesIn } = packFor(article.language);
      for (const { date = "", passage, section } of timelineOf(article)) {
        expect(date).not.toBe("");
        const words = [passage.text, passage.lead ?? "", section.heading ?? ""];
        expect(words.flatMap((text) => datesIn(text))).not.toEqual([]);
      }
    }
  },
);
