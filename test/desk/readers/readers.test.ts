import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Answerer } from "../../../src/answer/answer-question.ts";
import { openArchiveSource } from "../../../src/answer/archive-source.ts";
import { answererFrom } from "../../../src/answer/candidate-source.ts";
import type { Article } from "../../../src/article/article.ts";
import { openEditorial } from "../../../src/desk/editorial/editorial.ts";
import { servePage } from "../../../src/desk/page-server.ts";
import type { SettleAction } from "../../../src/desk/readers/settle.ts";
import { openQuestionLog } from "../../../src/question-log/open-question-log.ts";
import { runCommand } from "../../cli/run-command.ts";
import { archiveOf } from "../../support/archive-of.ts";
import { type LoggedQuestion, questionLogOf } from "../../support/question-log-of.ts";
import { readersOf } from "../../support/readers-of.ts";

const now = () => new Date("2026-05-20T12:00:00Z");
const MISSED = { kind: "not-covered", verdict: "nothing", article: "harbour-ferry", shown: [] };
const FERRY = "harbour-ferry";

/** The desk over HTTP, with a log of these questions. */
async function openReadersPage(
  questions: readonly LoggedQuestion[],
  answersTo?: (articles: readonly Article[]) => Answerer,
) {
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  cpSync("test/fixtures/articles", folders.published, { recursive: true });
  const log = join(folder, "questions.jsonl");
  const write = (all: readonly LoggedQuestion[]) => questionLogOf(log, folders.published, all);
  write(questions);
  const journalDir = join(folder, "journal");
  const kept = openQuestionLog({ file: log, days: 90, log: () => {}, now });
  const serveAgain = async () => {
    const editorial = openEditorial({ folders, journalDir, now });
    const asked = { days: 90, summary: kept.summary };
    const given = { folders, journalDir, editorial, questions: asked, now };
    const readers = readersOf({ ...given, ...(answersTo && { answersTo }) });
    const page = await servePage(
      {
        root: process.cwd(),
        state: () => ({}),
        onChange: () => () => {},
        explanation: () => undefined,
        act: () => {},
        desk: { editorial, importDraft: async function* () {}, readers },
      },
      0,
    );
    onTestFinished(page.close);
    return { ...page, editorial };
  };
  let { url, editorial } = await serveAgain();
  onTestFinished(async () => {
    await kept.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = async (request: object) => {
    const body = JSON.stringify(request);
    const headers = { Origin: url };
    const response = await fetch(`${url}/desk/readers`, { method: "POST", headers, body });
    const said = await response.text();
    return response.ok ? JSON.parse(said) : { status: response.status, said };
  };
  return {
    ask,
    write,
    url: () => `${url}/desk/readers`,
    view: (days = 90) => ask({ do: "view", days }),
    settle: (action: SettleAction) => ask({ do: "settle", action }),
    file: (name: string) => readFileSync(join(folders.published, name), "utf8"),
    path: (name: string) => join(folders.published, name),
    journal: () => editorial.journal(),
    evaluate: async () => (await runCommand("eval", ["--content", folders.published])).stdout,
    restart: async () => {
      ({ url, editorial } = await serveAgain());
    },
  };
}

const SAUNA = [
  { ask: "Is there a sauna on the ferry?", at: "2026-05-04T13:00Z", ...MISSED },
  { ask: "Does the ferry have a sauna?", at: "2026-05-06T09:00Z", ...MISSED },
  { ask: "is there a sauna on the ferry", at: "2026-05-06T10:00Z", ...MISSED },
];

const fromArchive = (articles: readonly Article[]) =>
  answererFrom(openArchiveSource(archiveOf(articles)));

test("answers that have to be waited for show the same", async () => {
  const about = { article: FERRY, shown: [`${FERRY}/fares`] };
  const asked: LoggedQuestion[] = [
    ...SAUNA,
    { ask: "How much is a ticket?", at: "2026-05-05T10:00Z", ...about, vote: "wrong-person" },
  ];
  const pages = [await openReadersPage(asked), await openReadersPage(asked, fromArchive)];
  const [inMemory, waitedFor] = await Promise.all(
    pages.map(async ({ ask, view }) => [
      await view(),
      await ask({ do: "choices", slug: FERRY, question: "Is there a sauna?", language: "en" }),
      await ask({ do: "votes", ref: { state: "published", name: `${FERRY}.md` } }),
    ]),
  );
  expect(waitedFor).toEqual(inMemory);
  expect(inMemory).toMatchObject([
    { groups: [{ now: {} }, { voted: [{}] }] },
    { choices: expect.arrayContaining([expect.objectContaining({ isLikely: true })]) },
    { votes: [{ passage: "fares" }] },
  ]);
});

test("a question asked in other words is one group of its article, with its days and answers", async () => {
  const { view } = await openReadersPage([
    ...SAUNA,
    { ask: "How much is a single ticket?", at: "2026-05-06T10:00Z" },
    {
      ask: "Is there a sauna in the square?",
      at: "2026-05-07T10:00Z",
      ...MISSED,
      article: "corn-square",
    },
  ]);
  const { groups, articles, days, keptDays } = await view();
  expect(groups).toMatchObject([
    {
      slug: FERRY,
      question: "Is there a sauna on the ferry?",
      wordings: ["Does the ferry have a sauna?"],
      asked: 3,
      unanswered: 3,
      days: [
        ["2026-05-04", 1],
        ["2026-05-06", 2],
      ],
      before: { reply: "not-covered" },
      isMended: false,
    },
    { slug: "corn-square", asked: 1 },
  ]);
  expect(articles[0]).toMatchObject({ slug: FERRY, title: "The night ferry to Osprey Holm" });
  expect(keptDays).toBe(90);
  const answers = days.map(({ day, answers: { answered, unanswered } }: Figures) => {
    return [day, answered, unanswered];
  });
  expect(answers).toEqual([
    ["2026-05-04", 0, 1],
    ["2026-05-06", 1, 2],
    ["2026-05-07", 0, 1],
  ]);
});

type Figures = { day: string; answers: Record<string, number> };

test("only the days asked for are shown", async () => {
  const { view } = await openReadersPage(SAUNA);
  const { groups, days } = await view(15);
  expect(groups).toMatchObject([{ asked: 2 }]);
  expect(days).toMatchObject([{ day: "2026-05-06" }]);
});

test("a golden question goes into the file that eval reads, and is taken out again", async () => {
  const page = await openReadersPage(SAUNA);
  const file = `${FERRY}.questions.yaml`;
  const before = page.file(file);
  const [group] = (await page.view()).groups;
  const action = { slug: FERRY, traces: group.traces, language: "en", ask: group.question };
  const did = await page.settle({ do: "golden", ...action, passage: "demand" });
  expect(did.done).toBe(`Golden question in ${file}: #demand answers it.`);
  const line = `- { ask: "Is there a sauna on the ferry?", kind: gap, expect: answered, passage: demand }\n`;
  expect(page.file(file)).toBe(before + line);
  // The passage is not the right one, and eval says so: the question is asked.
  expect(await page.evaluate()).toMatch(/^gap +0 +1 /mu);

  await page.restart();
  const { groups, settled } = await page.view();
  expect(groups).toEqual([]);
  expect(settled).toMatchObject([{ asked: 3, question: "Is there a sauna on the ferry?" }]);
  expect(page.journal()).toMatchObject([{ did: "edit", name: file, by: "you" }]);
  expect(JSON.stringify(page.journal())).not.toContain("sauna");

  expect((await page.ask({ do: "undo", id: settled[0].id })).done).toContain("Taken back");
  expect(page.file(file)).toBe(before);
  expect((await page.view()).groups).toMatchObject([{ asked: 3 }]);
});

test("“not in the article” is a golden question, too; undo leaves what others wrote since", async () => {
  const asked = { ...MISSED, article: "bakery-fire" };
  const page = await openReadersPage([
    { ask: "Is the baker insured?", at: "2026-05-04T13:00Z", ...asked },
  ]);
  const file = "bakery-fire.questions.yaml";
  const { traces } = (await page.view()).groups[0];
  const absent = { do: "absent", slug: "bakery-fire", traces, language: "en" } as const;
  const did = await page.settle({ ...absent, ask: 'Is the "baker"\n insured?' });
  expect(did.done).toBe(`Golden question in ${file}: not in the article.`);
  expect(page.file(file)).toContain(
    '- { ask: "Is the \\"baker\\"\\n insured?", kind: gap, expect: not-covered }',
  );
  expect(await page.evaluate()).toMatch(/^gap +1 +1 /mu);

  const [{ id }] = (await page.view()).settled;
  const own = '- { ask: "Who?", kind: direct, expect: answered }\n';
  writeFileSync(page.path(file), page.file(file) + own);
  await page.ask({ do: "undo", id });
  expect(page.file(file)).toMatch(/^# Golden questions.+\n- \{ ask: "Who\?"/u);
  expect(await page.ask({ do: "undo", id })).toEqual({
    why: "This has been taken back already.",
    hasChat: true,
  });
});

test("a file that the desk made is gone with its only question", async () => {
  const page = await openReadersPage([
    { ask: "Is the baker insured?", at: "2026-05-04T13:00Z", ...MISSED, article: "bakery-fire" },
  ]);
  const { traces, question: ask } = (await page.view()).groups[0];
  await page.settle({ do: "absent", slug: "bakery-fire", traces, language: "en", ask });
  expect(existsSync(page.path("bakery-fire.questions.yaml"))).toBe(true);
  await page.ask({ do: "undo", id: (await page.view()).settled[0].id });
  expect(existsSync(page.path("bakery-fire.questions.yaml"))).toBe(false);
});

test("a question in another language goes to that language's file", async () => {
  const page = await openReadersPage([
    { ask: "Чи є на поромі сауна?", at: "2026-05-04T13:00Z", ...MISSED, language: "uk" },
  ]);
  const { traces, question: ask, language } = (await page.view()).groups[0];
  const did = await page.settle({ do: "absent", slug: FERRY, traces, language, ask });
  expect(did.done).toContain(`${FERRY}.uk.questions.yaml`);
  expect(page.file(`${FERRY}.uk.questions.yaml`)).toMatch(
    /Чи є на поромі сауна.+not-covered \}\n$/u,
  );
});

test("keywords are added to the passage, and go again without what others changed since", async () => {
  const page = await openReadersPage([
    { ask: "How much is the steamer for pensioners?", at: "2026-05-04T13:00Z", ...MISSED },
  ]);
  const { traces, question, language } = (await page.view()).groups[0];
  const { choices } = await page.ask({ do: "choices", slug: FERRY, question, language });
  const fares = choices.find(({ passage }: { passage: string }) => passage === "fares");
  expect(fares).toMatchObject({ lacks: ["steamer", "pensioners"], speaker: "Tobias Renn" });

  const before = page.file(`${FERRY}.md`);
  const action = { do: "keywords", slug: FERRY, traces, language, passage: "fares" } as const;
  const words = ["steamer", "pensioners", "fare"];
  const did = await page.settle({ ...action, words });
  expect(did.done).toBe(`Keywords of #fares in ${FERRY}.md: steamer, pensioners.`);
  const added = before.replace("resident discount, cheap", "$&, steamer, pensioners");
  expect(page.file(`${FERRY}.md`)).toBe(added);
  expect(page.journal()).toMatchObject([{ did: "edit", name: `${FERRY}.md` }]);

  const undo = async () => page.ask({ do: "undo", id: (await page.view()).settled[0].id });
  await undo();
  expect(page.file(`${FERRY}.md`)).toBe(before);
  await page.settle({ ...action, words });
  const [changed, expected] = [added, before].map((text) =>
    text.replace("fifty minutes", "an hour"),
  );
  writeFileSync(page.path(`${FERRY}.md`), changed ?? "");
  await undo();
  expect(page.file(`${FERRY}.md`)).toBe(expected);
});

test("keywords for a question in another language go into the translation", async () => {
  const page = await openReadersPage([
    { ask: "Скільки коштує пароплав?", at: "2026-05-04T13:00Z", ...MISSED, language: "uk" },
  ]);
  const { traces, question, language } = (await page.view()).groups[0];
  const { choices } = await page.ask({ do: "choices", slug: FERRY, question, language });
  const { lacks, text } = choices.find(({ passage }: { passage: string }) => passage === "fares");
  expect(text).toContain("крон");
  expect(lacks).toContain("пароплав");
  const original = page.file(`${FERRY}.md`);
  await page.settle({
    do: "keywords",
    slug: FERRY,
    traces,
    language,
    passage: "fares",
    words: ["пароплав"],
  });
  expect(page.file(`${FERRY}.uk.md`)).toMatch(/#fares.+, пароплав"/u);
  expect(page.file(`${FERRY}.md`)).toBe(original);
});

test("dismissed questions come back only if they are asked again", async () => {
  const page = await openReadersPage(SAUNA);
  const { traces } = (await page.view()).groups[0];
  expect((await page.settle({ do: "dismiss", slug: FERRY, traces })).done).toBe("Dismissed.");
  await page.restart();
  expect((await page.view()).groups).toEqual([]);
  expect(page.journal()).toMatchObject([{ did: "dismiss", name: `${FERRY}.md` }]);
  expect(JSON.stringify(page.journal())).not.toContain("sauna");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  page.write([
    ...SAUNA,
    { ask: "Does the ferry have a sauna?", at: "2026-05-08T09:00Z", ...MISSED },
  ]);
  expect((await page.view()).groups).toMatchObject([{ asked: 1, days: [["2026-05-08", 1]] }]);
});

test("what has a good answer now is told as mended", async () => {
  const page = await openReadersPage([
    { ask: "How much is a single ticket?", at: "2026-05-04T13:00Z", ...MISSED },
    {
      ask: "When does the ship leave Port Vellan?",
      at: "2026-05-04T13:00Z",
      vote: "wrong-passage",
    },
  ]);
  const { groups } = await page.view();
  expect(groups).toMatchObject([
    {
      isMended: true,
      now: { reply: "answered", shown: { passage: "fares", speaker: "Tobias Renn" } },
    },
    { isMended: false, before: { shown: { passage: "timetable" } }, votes: { "wrong-passage": 1 } },
  ]);
});

test("“wrong person” votes are about a sentence, until they are settled", async () => {
  const page = await openReadersPage([
    {
      ask: "How many evening trips could people not make?",
      at: "2026-05-04T13:00Z",
      vote: "wrong-person",
    },
    {
      ask: "how many evening trips could people not make",
      at: "2026-05-05T13:00Z",
      vote: "wrong-person",
    },
    { ask: "How much is a single ticket?", at: "2026-05-05T13:00Z", vote: "good" },
  ]);
  const ref = { state: "published", name: `${FERRY}.md` };
  const { votes } = await page.ask({ do: "votes", ref });
  expect(votes).toMatchObject([
    {
      passage: "demand",
      text: "We counted 31,000 evening trips last year that people wanted to make and could not.”",
      speaker: "Tobias Renn",
      traces: ["answer-0", "answer-1"],
    },
  ]);
  const [group] = (await page.view()).groups;
  expect(group).toMatchObject({ votes: { "wrong-person": 2 }, voted: votes });
  await page.settle({ do: "dismiss", slug: FERRY, traces: votes[0].traces });
  expect((await page.ask({ do: "votes", ref })).votes).toEqual([]);
});

test("nothing is written where it cannot be, and the editor is told why", async () => {
  const page = await openReadersPage(SAUNA);
  const { traces, question: ask } = (await page.view()).groups[0];
  const golden = { do: "golden", slug: FERRY, traces, language: "en", ask } as const;
  const file = `${FERRY}.questions.yaml`;
  const own = page.file(file);

  expect((await page.settle({ ...golden, passage: "no-such" })).why).toContain("cannot be added");
  expect((await page.settle({ ...golden, slug: "gone", passage: "fares" })).why).toContain(
    "is gone",
  );
  const known = await page.settle({ ...golden, ask: "how much is a ticket", passage: "fares" });
  expect(known.why).toMatch(/harbour-ferry\.questions\.yaml:\d+ asks this already/u);
  expect(await page.settle({ ...golden, ask: " ", passage: "fares" })).toEqual({
    status: 400,
    said: "A question or a keyword is empty: fill it in.",
  });
  const keywords = { do: "keywords", slug: FERRY, traces, language: "en" } as const;
  const again = await page.settle({ ...keywords, passage: "fares", words: ["price"] });
  expect(again.why).toBe(`#fares in ${FERRY}.md has these keywords already.`);
  expect(page.file(file)).toBe(own);

  writeFileSync(page.path(file), "- { ask: 5, kind }\n");
  expect((await page.settle({ ...golden, passage: "fares" })).why).toContain(`${file}:1`);
  expect((await page.view()).groups).toMatchObject([{ asked: 3 }]);
});

test.each([
  ["no Origin", {}, 403],
  ["another page's", { Origin: "https://evil.example" }, 403],
])("%s request does nothing", async (_name, headers, expected) => {
  const page = await openReadersPage(SAUNA);
  const { traces } = (await page.view()).groups[0];
  const body = JSON.stringify({ do: "settle", action: { do: "dismiss", slug: FERRY, traces } });
  const response = await fetch(page.url(), { method: "POST", headers, body });
  expect(response.status).toBe(expected);
  expect((await page.view()).groups).toHaveLength(1);
});
