import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { LANGUAGES } from "../../../src/languages/language.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { ferryPage } from "../../import/made-up-page.ts";
import { openSite } from "../../import/page-server.ts";
import { openNewsroomChat, type NewsroomChat } from "./newsroom-chat.ts";

const PAGE = ferryPage([
  "“The ferry will sail again on Friday,” Tobias Renn, the director of the line, said in an interview.",
  "“We are glad to have it back,” Renn said. “The pier was repaired in March,” said Ann Marsh, the harbour master.",
  "“Two hundred passengers a night are welcome,” she said at the harbour of Port Vellan on Monday.",
  "The harbour office expects two hundred passengers a night until the end of September.",
]);
const NAME = "the-night-ferry-is-back.md";
const ASK = "When will the ferry sail again?";

/** An editor's chat in which this page has just been imported. */
async function openImported(options?: Parameters<typeof openNewsroomChat>[0]) {
  const site = await openSite({ "/ferry": PAGE });
  const opened = await openNewsroomChat(options);
  await opened.chat.say(`${site}/ferry`);
  await opened.chat.press("Import");
  await opened.until("Publish");
  return { ...opened, link: `${site}/ferry`, draft: join(opened.folder, "drafts", NAME) };
}

/** Whether readers get an answer from the article. */
async function isAnswered({ chat }: NewsroomChat): Promise<boolean> {
  return (await chat.say(ASK)).shown.includes("Friday");
}

/** The message in which everything about the import happens. */
function report({ chat }: NewsroomChat) {
  return chat.user.messages().find(({ text = "" }) => text.includes("The night ferry is back\n"));
}

test("from the link to the answer, and back", async () => {
  const site = await openSite({ "/ferry": PAGE });
  const opened = await openNewsroomChat();
  const { chat, files, journal, until } = opened;

  const offer = await chat.say(`${site}/ferry`);
  expect(offer.shown).toBe(`Import the article from this page?\n\n${site}/ferry\n[Import]`);
  await chat.press("Import");
  expect(await until("Publish")).toMatchInlineSnapshot(`
    "<b>The night ferry is back</b>
    A draft: readers don't see it yet.

    <b>Who speaks</b>
    Tobias Renn: 2 sentences
    Ann Marsh: 2 sentences
    The publication itself: 1 sentence

    No sentence is left to review.
    [Publish] [Discard]"
  `);
  expect(report(opened)?.message_id).toBe(offer.sent[0]?.message_id);
  expect(files()).toEqual({ content: ["bakery.md"], drafts: [NAME] });
  expect(await isAnswered(opened)).toBe(false);

  expect((await chat.press("Publish", report(opened))).shown).toMatchInlineSnapshot(`
    "(edited)
    <b>The night ferry is back</b>
    Published: readers get answers from it.

    <b>Who speaks</b>
    Tobias Renn: 2 sentences
    Ann Marsh: 2 sentences
    The publication itself: 1 sentence

    No sentence is left to review.
    [Withdraw]"
  `);
  await vi.waitFor(async () => expect(await isAnswered(opened)).toBe(true), { interval: 300 });
  expect(files()).toEqual({ content: ["bakery.md", NAME], drafts: [] });

  expect((await chat.press("Withdraw", report(opened))).shown).toMatchInlineSnapshot(`
    "(edited)
    <b>The night ferry is back</b>
    Withdrawn: it is a draft again.

    <b>Who speaks</b>
    Tobias Renn: 2 sentences
    Ann Marsh: 2 sentences
    The publication itself: 1 sentence

    No sentence is left to review.
    [Publish] [Discard]"
  `);
  await vi.waitFor(async () => expect(await isAnswered(opened)).toBe(false), { interval: 300 });
  expect(files()).toEqual({ content: ["bakery.md"], drafts: [NAME] });

  const discarded = await chat.press("Discard", report(opened));
  expect(discarded.shown).toBe("(edited)\nDiscarded: The night ferry is back");
  expect(files()).toEqual({ content: ["bakery.md"], drafts: [] });

  const by = String(chat.user.account.id);
  expect(journal().map(({ did }) => did)).toEqual(["import", "publish", "withdraw", "discard"]);
  expect(journal().every((entry) => entry.by === by)).toBe(true);
  expect(opened.errors).toEqual([]);
});

test("each step is shown in the one message", async () => {
  let answer: (() => void) | undefined;
  const site = await openSite({
    "/ferry": (_request, response) => {
      answer = () => void response.setHeader("content-type", "text/html").end(PAGE);
    },
  });
  const { chat, errors } = await openNewsroomChat();
  const { sent } = await chat.say(`${site}/ferry`);
  const pressed = await chat.press("Import");
  expect(pressed.shown).toBe(`(edited)\nFetching the page…\n\n${site}/ferry\n[Try again]`);

  // Another press does not start it twice, and questions are answered meanwhile.
  expect((await chat.press("Try again")).toasts).toMatchObject([
    { text: "This page is being imported already. One moment." },
  ]);
  expect((await chat.say("When does the bakery open?")).shown).toContain("six");
  const edits: string[] = [];
  chat.api.subscribe((change) => {
    if (change.kind !== "message-edited") return;
    edits.push(
      chat.user.messages().find(({ message_id: id }) => id === change.messageId)?.text ?? "",
    );
  });
  answer?.();
  await vi.waitFor(() => expect(edits.at(-1)).toContain("Who speaks"), { timeout: 8000 });
  expect(edits[0]).toContain("Finding out who says what…");
  expect(edits).toHaveLength(2);
  expect(sent).toHaveLength(1);
  expect(errors).toEqual([]);
});

describe("a failed import says why, and a press tries again", () => {
  test.each([
    ["/gone", "There is no such page: check the link."],
    ["/no", "There is no article on this page. Send the link of a single article."],
    ["/forbidden", "The site doesn't let programs read this page. Save it from your browser"],
    ["/broken", "The site doesn't answer as it should. Check the link, or try again later."],
    ["/feed", "This is a feed of several articles. Send the link of one of them."],
    ["/pdf", "There is no article on this page."],
  ])("%s", async (path, why) => {
    let isThere = false;
    const answers: Record<string, [number, string, string]> = {
      "/no": [200, "text/html", "<!doctype html><title>Hi</title><p>Hello.</p>"],
      "/forbidden": [403, "text/html", "No."],
      "/broken": [500, "text/html", "No."],
      "/feed": [200, "application/rss+xml", FEED],
      "/pdf": [200, "application/pdf", "%PDF-1.7"],
    };
    const [status, type, body] = answers[path] ?? [404, "text/html", "No."];
    const site = await openSite({
      [path]: (_request, response) =>
        void (isThere
          ? response.writeHead(200, { "content-type": "text/html" }).end(PAGE)
          : response.writeHead(status, { "content-type": type }).end(body)),
    });
    const { chat, until, files, errors } = await openNewsroomChat();
    await chat.say(`${site}${path}`);
    await chat.press("Import");
    const shown = await until(/\.\n\n/u);
    expect(shown.startsWith(why)).toBe(true);
    expect(shown.endsWith(`${site}${path}\n[Try again]`)).toBe(true);
    expect(files().drafts).toEqual([]);

    isThere = true;
    await chat.press("Try again");
    await until("Publish");
    expect(errors).toEqual([]);
  });
});

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://example.org</link>
<item><title>One</title><link>https://example.org/1</link></item></channel></rss>`;

describe("the result reaches the editor", () => {
  test("when Telegram asks to wait with an edit", async () => {
    const site = await openSite({ "/ferry": PAGE });
    const { chat, until, errors } = await openNewsroomChat();
    await chat.say(`${site}/ferry`);
    chat.api.fail("editMessageText", { kind: "too-many-requests", retryAfterS: 1 }, { nth: 2 });
    await chat.press("Import");
    await until("Publish");
    expect(chat.user.messages().filter(({ from }) => from?.is_bot === true)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test("when the message was deleted meanwhile", async () => {
    let answer: (() => void) | undefined;
    const site = await openSite({
      "/ferry": (_request, response) => {
        answer = () => void response.setHeader("content-type", "text/html").end(PAGE);
      },
    });
    const { chat, until, errors } = await openNewsroomChat();
    await chat.say(`${site}/ferry`);
    const { edited } = await chat.press("Import");
    await vi.waitFor(() => expect(answer).toBeDefined());
    chat.user.room.messages.delete(edited[0]?.message_id ?? 0);
    answer?.();
    await until("Publish");
    expect(errors).toEqual([]);
  });

  test("when the drafts cannot be written", async () => {
    const site = await openSite({ "/ferry": PAGE });
    const { chat, folder, until } = await openNewsroomChat();
    rmSync(join(folder, "drafts"), { recursive: true });
    writeFileSync(join(folder, "drafts"), "in the way of a folder");
    await chat.say(`${site}/ferry`);
    await chat.press("Import");
    expect(await until("could not be saved")).toContain("[Try again]");
    rmSync(join(folder, "drafts"));
    await chat.press("Try again");
    await until("Publish");
  });
});

describe("only editors, in their own chat", () => {
  test("a reader's link is told to be unknown, and not imported", async () => {
    const { chat } = await openNewsroomChat();
    const reader = chat.as(...strangerIn(chat));
    expect((await reader.say("https://example.org/ferry")).shown).toContain(
      "I don't have the article behind this link",
    );
  });

  test("an editor's link in a group is answered as before", async () => {
    const { chat } = await openNewsroomChat();
    const inGroup = chat.as(chat.user.account, chat.api.createGroup());
    const { shown } = await inGroup.say("/ask https://example.org/ferry");
    expect(shown).not.toContain("[Import]");
  });

  test("nobody else's press does anything, nor an editor's in a group", async () => {
    const opened = await openImported();
    const { chat, files } = opened;
    const before = files();
    const told = [{ text: wordingFor("en").newsroom.editorsOnly, showAlert: true }];
    const message = report(opened);
    const other = chat.as(chat.api.createUser({ first_name: "Ben" }));
    expect((await other.press("Publish", message)).toasts).toMatchObject(told);
    expect((await other.press("Discard", message)).toasts).toMatchObject(told);

    const group = chat.api.createGroup();
    if (message) group.messages.set(message.message_id, { ...message, chat: group.chat });
    const inGroup = chat.as(chat.user.account, group);
    const { toasts } = await inGroup.press("Publish", message);
    expect(toasts).toMatchObject(told);
    expect(files()).toEqual(before);
    expect(opened.errors).toEqual([]);
  });
});

function strangerIn(chat: NewsroomChat["chat"]) {
  const account = chat.api.createUser({ first_name: "Ben" });
  return [account, chat.api.simulateUser(account).room] as const;
}

describe("after a restart", () => {
  test("the offer, and the report, still work", async () => {
    const site = await openSite({ "/ferry": PAGE });
    const { chat, until, restart, files, errors } = await openNewsroomChat();
    await chat.say(`${site}/ferry`);
    await restart();
    await chat.press("Import");
    await until("Publish");
    await restart();
    expect((await chat.press("Publish")).shown).toContain("Published: readers get answers");
    await restart();
    await chat.press("Withdraw");
    expect(files()).toEqual({ content: ["bakery.md"], drafts: [NAME] });
    expect(errors).toEqual([]);
  });

  test("an import that was cut short is started anew by a press", async () => {
    let isSlow = true;
    const site = await openSite({
      "/ferry": (_request, response) => {
        // The first one never gets its page.
        if (isSlow) response.writeHead(200).write("<!doctype html>");
        else response.setHeader("content-type", "text/html").end(PAGE);
      },
    });
    const { chat, until, restart, errors } = await openNewsroomChat();
    await chat.say(`${site}/ferry`);
    await chat.press("Import");
    await until("Fetching");
    await restart();
    isSlow = false;
    await chat.press("Try again");
    await until("Publish");
    expect(errors).toEqual([]);
  });
});

describe("what has happened meanwhile", () => {
  test("a draft that was changed is shown anew before it is published", async () => {
    const opened = await openImported();
    const { chat, draft, files } = opened;
    writeFileSync(draft, readFileSync(draft, "utf8").replace("The night ferry is back", "Back"));
    const changed = await chat.press("Publish");
    expect(changed.toasts).toMatchObject([
      { text: wordingFor("en").newsroom.changedSince, showAlert: true },
    ]);
    expect(changed.shown).toContain("<b>Back</b>\nChanged since. This is how it is now:");
    expect(files().drafts).toEqual([NAME]);
    expect((await chat.press("Publish")).shown).toContain("Published:");
    expect(files().drafts).toEqual([]);
  });

  test("nor is it discarded before", async () => {
    const { chat, draft, files } = await openImported();
    writeFileSync(draft, readFileSync(draft, "utf8").replace("The night ferry is back", "Back"));
    expect((await chat.press("Discard")).shown).toContain("It has changed since");
    expect(files().drafts).toEqual([NAME]);
  });

  test("a draft with a mistake is not published", async () => {
    const { chat, draft, files } = await openImported();
    writeFileSync(draft, `${readFileSync(draft, "utf8")}\nMore. {by=nobody}\n`);
    const { shown } = await chat.press("Publish");
    expect(shown).toContain("The file has a mistake. The desk shows where.\n[Discard]");
    expect(files().drafts).toEqual([NAME]);
  });

  test("a draft that is gone", async () => {
    const { chat, draft, errors } = await openImported();
    rmSync(draft);
    expect((await chat.press("Publish")).shown).toContain("This article is no longer here");
    expect(errors).toEqual([]);
  });

  test.each([
    ["Publish", "It is published already.", { content: ["bakery.md", NAME], drafts: [] }],
    ["Discard", "This article is no longer here", { content: ["bakery.md"], drafts: [] }],
  ])("%s, pressed twice", async (label, told, left) => {
    const opened = await openImported();
    const { chat, files, errors } = opened;
    const message = report(opened);
    const { toasts } = await chat.act((user) => {
      user.press(message?.message_id ?? 0, label);
      user.press(message?.message_id ?? 0, label);
    });
    expect(toasts.map(({ text }) => text)).toEqual(["", expect.stringContaining(told)]);
    expect(files()).toEqual(left);
    expect(errors).toEqual([]);
  });

  test("what is published already is brought up to date", async () => {
    const opened = await openImported();
    const { chat, link, until, files } = opened;
    await chat.press("Publish");
    await chat.say(link);
    await chat.press("Import");
    expect(await until("Withdraw")).toContain("Published already, and up to date now.");
    expect(files()).toEqual({ content: ["bakery.md", NAME], drafts: [] });
  });

  test("a draft that is there already is brought up to date", async () => {
    const { chat, link, until } = await openImported();
    await chat.say(link);
    await chat.press("Import");
    await until("This draft was here already and is up to date now.");
  });

  test("the only article stays", async () => {
    const { chat, folder, files } = await openImported();
    await chat.press("Publish");
    rmSync(join(folder, "content/bakery.md"));
    const { toasts } = await chat.press("Withdraw");
    expect(toasts).toMatchObject([{ text: wordingFor("en").newsroom.refused["only-article"] }]);
    expect(files()).toEqual({ content: [NAME], drafts: [] });
  });

  test("an article under embargo is not published from the chat", async () => {
    const head = '<meta property="article:published_time" content="2999-05-03T06:00:00Z"></head>';
    const site = await openSite({ "/ferry": PAGE.replace("</head>", head) });
    const { chat, files, until, folder } = await openNewsroomChat();
    await chat.say(`${site}/ferry`);
    await chat.press("Import");
    await until("Publish");
    const { toasts } = await chat.press("Publish");
    expect(toasts).toMatchObject([{ text: wordingFor("en").newsroom.refused.embargoed }]);
    expect(files().drafts).toEqual([NAME]);
    expect(readFileSync(join(folder, "drafts", NAME), "utf8")).toContain("embargo: 2999-05-03");
  });

  test("another file has the name", async () => {
    const { chat, folder, files } = await openImported();
    renameSync(join(folder, "content/bakery.md"), join(folder, "content", NAME.toUpperCase()));
    const { toasts } = await chat.press("Publish");
    expect(toasts).toMatchObject([{ text: wordingFor("en").newsroom.refused["name-taken"] }]);
    expect(files().drafts).toEqual([NAME]);
  });
});

describe("as long as nothing is published", () => {
  test.each(LANGUAGES)("readers are told so wherever they ask: %s", async (language) => {
    const { chat } = await openNewsroomChat({ isEmpty: true });
    const account = chat.api.createUser({ first_name: "Ben", language_code: language });
    const reader = chat.as(account, chat.api.simulateUser(account).room);
    const { noArticles } = wordingFor(language).replies;
    for (const said of ["When is the ferry?", "/start", "/brief", "/help", "?"]) {
      expect((await reader.say(said)).shown).toBe(noArticles);
    }
    expect((await reader.say("/privacy")).shown).not.toBe(noArticles);

    const inGroup = chat.as(account, chat.api.createGroup());
    expect((await inGroup.say("/ask When is the ferry?")).shown).toBe(noArticles);
    expect((await inGroup.say("See you at the ferry")).shown).toBe("");
  });

  test("an editor imports and publishes the first article, which the bot answers from", async () => {
    const site = await openSite({ "/ferry": PAGE });
    const deskUrl = "https://example.org/desk/";
    const opened = await openNewsroomChat({ isEmpty: true, deskUrl });
    const { chat, until, errors } = opened;
    const { noArticles } = wordingFor("en").replies;
    const { howToImport } = wordingFor("en").newsroom;
    const { shown } = await chat.say("Hello");
    expect(shown).toBe(`${noArticles}\n\n${howToImport}\n[Open the desk]`);
    expect((await chat.say("/import")).shown).toBe(`${howToImport}\n[Open the desk]`);
    await chat.say(`/import ${site}/ferry`);
    await chat.press("Import");
    await until("Publish");
    await chat.press("Publish");
    await vi.waitFor(async () => expect(await isAnswered(opened)).toBe(true), 8000);
    expect(errors).toEqual([]);
  });
});

test("editors, and nobody else, find in /help how to import", async () => {
  const { chat } = await openNewsroomChat();
  expect((await chat.say("/help")).shown).toContain("/import — import an article: send its link");
  const reader = chat.as(...strangerIn(chat));
  expect((await reader.say("/help")).shown).not.toContain("/import");
  expect((await reader.say("/import")).shown).toContain("I don't know that command");
});

test("an editor hears that another article keeps the bot from taking up a new one", async () => {
  const opened = await openImported();
  const { chat, folder, until } = opened;
  writeFileSync(join(folder, "content/bakery.md"), "# The bakery\n\nIt opens. {by=nobody}\n");
  await chat.press("Publish");
  const { remarks } = wordingFor("en").newsroom;
  const shown = await until(remarks["not-taken-up"]);
  expect(shown).toContain("[Withdraw]");
  expect(await isAnswered(opened)).toBe(false);
});

test("the desk opens from the report, where there is one", async () => {
  const opened = await openImported({ deskUrl: "https://example.org/desk/" });
  expect(report(opened)?.reply_markup?.inline_keyboard.at(-1)).toEqual([
    { text: "Open the desk", web_app: { url: `https://example.org/desk/?article=${NAME}` } },
  ]);
});

test.each(["uk", "ru"] as const)("in %s", async (language) => {
  const site = await openSite({ "/ferry": PAGE });
  const opened = await openNewsroomChat({ user: { language_code: language } });
  const { buttons, offer, published } = wordingFor(language).newsroom;
  expect((await opened.chat.say(`${site}/ferry`)).shown).toContain(offer);
  await opened.chat.press(buttons.import);
  expect(await opened.until(buttons.publish)).toMatchSnapshot();
  expect((await opened.chat.press(buttons.publish)).shown).toContain(published);
});
