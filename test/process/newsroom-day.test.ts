/**
 * A newsroom's day with a bot that follows its feeds, in one minute; `DAY_MINUTES=10` is the long form. Feeds change,
 * break and come back, pages are corrected and withdrawn, editors work on what arrives, and readers ask all the time.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openEditorial } from "../../src/desk/editorial/editorial.ts";
import { writeArticleFile } from "../../src/files/write-article-file.ts";
import { eventually, openTelegram, temporaryFolder } from "../support/bot-process.ts";
import { gatherCrowd } from "../support/crowd.ts";
import { freePort } from "../support/webhook-bot.ts";
import { type NewsSite, openNewsSite, type Story } from "./newsroom-site.ts";

const MINUTES = Number(process.env["DAY_MINUTES"] ?? 1);
const DAY_MS = MINUTES * 60_000;
const SPEED = (24 * 60) / MINUTES;
const HOUR = 3_600_000;
/** How often each storyline happens. */
const TIMES = MINUTES >= 10 ? 6 : 1;
const PER_SECOND = 20;
const BOT = ["node", "--import", "tsx", "test/process/newsroom-bot.ts"];

type Place = "content" | "drafts" | "nowhere";

/** Resolves with a check of how the article has to end. */
type Storyline = (newsroom: Newsroom, number: number) => Promise<() => void>;
type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

async function openNewsroom() {
  const folder = temporaryFolder();
  const [content, drafts] = [join(folder, "content"), join(folder, "drafts")];
  for (const one of [content, drafts]) mkdirSync(one);
  writeFileSync(join(content, "bakery.md"), "# The bakery\n\nThe bakery opens at six.\n");
  const [signed, other, links, certain, moody, ended] = [
    await openNewsSite("atom"),
    await openNewsSite("rss"),
    await openNewsSite("page"),
    await openNewsSite("json"),
    await openNewsSite("rss"),
    await openNewsSite("rss"),
  ] as const;
  ended.mood = "ended";
  const feeds = [signed, other, links, certain, moody, ended].map(
    (site) => `  - url: ${site.feed}${site === certain ? "\n    publish: when-certain" : ""}`,
  );
  writeFileSync(join(content, "feeds.yaml"), ["feeds:", ...feeds].join("\n"));

  const telegram = await openTelegram();
  const editorial = openEditorial({
    folders: { published: content, draft: drafts },
    journalDir: join(telegram.environment["STATE_DIR"] ?? "", "desk"),
    now: () => new Date(),
  });
  const began = Date.now();
  const now = () => began + (Date.now() - began) * SPEED;
  const monitoringPort = String(await freePort());
  const pathOf = (name: string, place: Place) => join(place === "content" ? content : drafts, name);
  const placeOf = (name: string): Place => {
    const inContent = existsSync(pathOf(name, "content"));
    const inDrafts = existsSync(pathOf(name, "drafts"));
    expect(inContent && inDrafts).toBe(false);
    return inContent ? "content" : inDrafts ? "drafts" : "nowhere";
  };
  const textOf = (name: string) => readFileSync(pathOf(name, placeOf(name)), "utf8");

  return {
    ...telegram,
    sites: { signed, other, links, certain, moody, ended },
    editorial,
    began,
    now,
    placeOf,
    textOf,
    content,
    files: () =>
      [content, drafts].flatMap((one) => readdirSync(one)).filter((name) => name.endsWith(".md")),
    startBot: async () => {
      const bot = telegram.start(BOT, {
        CONTENT_DIR: content,
        DRAFTS_DIR: drafts,
        FOLLOW_CONTENT: "yes",
        OPERATION_PORT: monitoringPort,
        SPEED: String(SPEED),
        BEGAN: String(began),
      });
      await eventually(() => expect(bot.printed()).toContain("answering"), 30_000);
      return bot;
    },
    metrics: async () => (await fetch(`http://127.0.0.1:${monitoringPort}/metrics`)).text(),
    /** Waits for an hour of the day. */
    hour: (hours: number) => sleep(Math.max(0, (began + hours * HOUR - now()) / SPEED)),
    arrives: (name: string, place: Place = "drafts") =>
      eventually(() => expect([name, placeOf(name)]).toEqual([name, place]), DAY_MS),
    /** Changes words in a file, as an editor with a text editor does. */
    edit: async (name: string, from: string, to: string) => {
      for (;;) {
        const before = textOf(name);
        expect(before).toContain(from);
        const after = before.replace(from, () => to);
        if (writeArticleFile(pathOf(name, placeOf(name)), after, before) === undefined) return;
        await sleep(10);
      }
    },
    publish: (name: string) =>
      expect(editorial.move({ state: "draft", name }, "you").kind).toBe("done"),
  };
}

const NAMES = "Alder Birch Cedar Damson Elder Fennel".split(" ");

/** Publishes a story with words of its own. */
function tell(
  { now }: Newsroom,
  site: NewsSite,
  what: string,
  number: number,
  more: Partial<Story> = {},
): Story & { readonly name: string } {
  const name = NAMES[number] ?? "Rowan";
  const path = `/${what}-${name.toLowerCase()}`;
  const story: Story = {
    path,
    link: `${site.url}${path}`,
    title: `The ${what} bridge at ${name} closes`,
    paragraphs: [
      `The ${what} bridge at ${name} will stay closed until October, after cracks were found in two of its pillars.`,
      `A ferry to ${name} runs every twenty minutes from six in the morning, and the ${what} ticket costs nine crowns.`,
      `The ${what} works at ${name} began on Monday and are paid for by the harbour fund.`,
    ],
    published: new Date(now() - HOUR),
    updated: new Date(now() - HOUR),
    head: "",
    status: 200,
    isListed: true,
    isDeleted: false,
    ...more,
  };
  site.stories.push(story);
  return Object.assign(story, { name: `the-${what}-bridge-at-${name.toLowerCase()}-closes.md` });
}

const OWN = "An editor has added this sentence.";

function correct(story: Story, from: string, to: string): void {
  story.paragraphs = story.paragraphs.map((text) => text.replace(from, to));
}

const STORYLINES: Readonly<Record<string, Storyline>> = {
  async plain(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.signed, "plain", number);
    await newsroom.arrives(story.name);
    return () => expect(newsroom.placeOf(story.name)).toBe("drafts");
  },
  async linked(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.links, "linked", number);
    await newsroom.arrives(story.name);
    correct(story, "nine crowns", "eleven crowns");
    return () => expect(newsroom.textOf(story.name)).toContain("eleven crowns");
  },
  async certain(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.certain, "certain", number);
    await newsroom.arrives(story.name, "content");
    correct(story, "nine crowns", "twelve crowns");
    return () => {
      expect(newsroom.placeOf(story.name)).toBe("content");
      expect(newsroom.textOf(story.name)).toContain("twelve crowns");
      expect(newsroom.textOf(story.name)).toMatch(/^ {2}updated: /mu);
    };
  },
  async uncertain(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.certain, "uncertain", number);
    story.paragraphs.push(
      "The bridge has cracks, and the director had told the council, they admitted.",
      "Another said it was “a disaster”, but Quist called that nonsense, according to Renn.",
    );
    await newsroom.arrives(story.name);
    return () => expect(newsroom.placeOf(story.name)).toBe("drafts");
  },
  async edited(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.signed, "edited", number);
    await newsroom.arrives(story.name);
    await newsroom.edit(story.name, "harbour fund.", `harbour fund. ${OWN}`);
    correct(story, "nine crowns", "ten crowns");
    await eventually(() => expect(newsroom.textOf(story.name)).toContain("ten crowns"), DAY_MS);
    newsroom.publish(story.name);
    await newsroom.edit(story.name, "until October", "until November");
    correct(story, "ten crowns", "thirteen crowns");
    return () => {
      expect(newsroom.placeOf(story.name)).toBe("content");
      const text = newsroom.textOf(story.name);
      for (const words of [OWN, "until November", "thirteen crowns"]) expect(text).toContain(words);
    };
  },
  async disputed(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.other, "disputed", number);
    await newsroom.arrives(story.name);
    await newsroom.edit(story.name, "nine crowns", "9 crowns");
    correct(story, "nine crowns", "fourteen crowns");
    return () => {
      expect(newsroom.textOf(story.name)).toMatch(/costs 9 crowns\. \{review\}/u);
      expect(newsroom.textOf(story.name)).not.toContain("fourteen");
    };
  },
  async withdrawn(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.other, "withdrawn", number);
    await newsroom.arrives(story.name);
    await newsroom.edit(story.name, "harbour fund.", `harbour fund. ${OWN}`);
    newsroom.publish(story.name);
    story.status = 410;
    story.isListed = false;
    await newsroom.arrives(story.name, "drafts");
    return () => {
      expect(newsroom.placeOf(story.name)).toBe("drafts");
      expect(newsroom.textOf(story.name)).toContain(OWN);
    };
  },
  async deleted(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.signed, "deleted", number);
    await newsroom.arrives(story.name);
    newsroom.publish(story.name);
    story.isDeleted = true;
    return () => expect(newsroom.placeOf(story.name)).toBe("drafts");
  },
  async flickering(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.other, "flickering", number);
    await newsroom.arrives(story.name);
    newsroom.publish(story.name);
    for (const status of [0, 502, 0, 500]) {
      story.status = status;
      await sleep(HOUR / SPEED);
    }
    story.status = 200;
    correct(story, "nine crowns", "fifteen crowns");
    return () => {
      expect(newsroom.placeOf(story.name)).toBe("content");
      expect(newsroom.textOf(story.name)).toContain("fifteen crowns");
    };
  },
  async embargoed(newsroom, number) {
    const until = newsroom.began + 20 * HOUR;
    const published = new Date(until);
    const story = tell(newsroom, newsroom.sites.certain, "embargoed", number, { published });
    await newsroom.arrives(story.name, "drafts");
    expect(newsroom.textOf(story.name)).toContain(`embargo: ${published.toISOString()}`);
    while (newsroom.now() < until) {
      const place = newsroom.placeOf(story.name);
      if (newsroom.now() < until) expect(place).toBe("drafts");
      await sleep(20);
    }
    return () => expect(newsroom.placeOf(story.name)).toBe("content");
  },
  async doubled(newsroom, number) {
    const { signed, other, links } = newsroom.sites;
    const story = tell(newsroom, signed, "doubled", number);
    story.head = `<link rel="canonical" href="${signed.url}${story.path}">`;
    const again = { ...story, path: `${story.path}-print` };
    signed.stories.push({ ...again, link: `${signed.url}${again.path}` });
    await newsroom.arrives(story.name);
    other.stories.push({ ...story, link: `${story.link}?utm_source=other&fbclid=${number}` });
    links.stories.push({ ...story, link: `${links.url}${story.path}` });
    correct(story, "nine crowns", "sixteen crowns");
    return () => expect(newsroom.textOf(story.name)).toContain("sixteen crowns");
  },
  async discarded(newsroom, number) {
    const story = tell(newsroom, newsroom.sites.signed, "discarded", number);
    await newsroom.arrives(story.name);
    expect(newsroom.editorial.discard({ state: "draft", name: story.name }, "you").kind).toBe(
      "done",
    );
    correct(story, "nine crowns", "seventeen crowns");
    story.updated = new Date(newsroom.now());
    return () => expect(newsroom.placeOf(story.name)).toBe("nowhere");
  },
  async written(newsroom, number) {
    const name = `own-${number}.md`;
    const { signed } = newsroom.sites;
    const own = `---\ntitle: Our own words ${number}\nsource: { url: ${signed.url}/own-${number} }\n---\n\nWe wrote this ${number}.\n`;
    writeFileSync(join(newsroom.content, name), own);
    tell(newsroom, signed, "own", number, {
      path: `/own-${number}`,
      link: `${signed.url}/own-${number}`,
    });
    await newsroom.hour(8);
    return () => expect(newsroom.textOf(name)).toBe(own);
  },
  async late(newsroom, number) {
    await newsroom.hour(9);
    const story = tell(newsroom, newsroom.sites.moody, "late", number);
    await newsroom.arrives(story.name);
    return () => expect(newsroom.placeOf(story.name)).toBe("drafts");
  },
};

/** A feed has a bad day; another site is busy for a while. */
async function haveMoods({ sites, hour }: Newsroom): Promise<void> {
  const { moody, other } = sites;
  for (const mood of ["broken", "garbage", "busy", "well"] as const) {
    moody.mood = mood;
    await hour({ broken: 3, garbage: 5, busy: 6, well: 7 }[mood]);
  }
  other.mood = "busy";
  await hour(8);
  other.mood = "well";
}

test(
  `a day in ${MINUTES} minutes: every article ends in its right state, and every question is answered`,
  async () => {
    const newsroom = await openNewsroom();
    const { telegram, startBot, hour, files, textOf, metrics, sites, chat } = newsroom;
    let bot = await startBot();
    const crowd = gatherCrowd(telegram, PER_SECOND);
    crowd.start();
    const moods = haveMoods(newsroom);
    const lines = Object.values(STORYLINES).flatMap((storyline) =>
      Array.from({ length: TIMES }, async (_, number) => {
        await hour(0.5 + number);
        return storyline(newsroom, number);
      }),
    );
    const settled = Promise.all(lines);
    // The promise is awaited below; until then its failure is not unhandled.
    settled.catch(() => undefined);

    for (const [at, signal] of [
      [4, "SIGKILL"],
      [10, "SIGTERM"],
      [13, "SIGKILL"],
    ] as const) {
      await hour(at);
      bot.child.kill(signal);
      await bot.ended;
      bot = await startBot();
    }
    const checks = await settled;
    await moods;
    await hour(24);
    crowd.stop();
    await eventually(() => expect(crowd.tally().lost).toEqual([]), 60_000);

    for (const check of checks) await eventually(check, 60_000);
    const urls = files().flatMap((name) => /^ {2}url: .*$/mu.exec(textOf(name))?.[0] ?? []);
    expect(urls).toHaveLength(new Set(urls).size);
    const ownFiles = TIMES;
    const perStoryline = Object.keys(STORYLINES).length - 2;
    expect(files()).toHaveLength(1 + ownFiles + TIMES * perStoryline);
    const figures = await metrics();
    const failuresOf = ({ feed }: NewsSite) =>
      new RegExp(`bot_feed_failures\\{feed="${feed}"\\} (\\d+)`, "u").exec(figures)?.[1];
    const { ended, ...others } = sites;
    expect(Object.values(others).map(failuresOf)).toEqual(["0", "0", "0", "0", "0"]);
    expect(failuresOf(ended)).toBe("1");
    expect(sites.signed.statuses).toContain(304);
    // What feeds have published and corrected is what readers get.
    await chat.say("What does the certain ticket of the ferry to Alder cost?");
    await eventually(() => expect(newsroom.replies().at(-1)).toContain("twelve crowns"));
    console.log(`${crowd.tally().asked} questions, ${checks.length} articles followed`);
  },
  DAY_MS + 240_000,
);
