import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { openShareThread } from "../../src/content/shares/share-thread.ts";
import { SIMULATED_BOT_TOKEN } from "../../src/telegram-simulator/state/simulated-bot.ts";
import { articleFolder } from "../support/article-folder.ts";
import {
  eventually,
  expectNothingPrivate,
  openTelegram,
  run,
  temporaryFolder,
} from "../support/bot-process.ts";

const MODULES = join(process.cwd(), "node_modules");

/** A copy of the project whose dependencies are links, and a way to start it. */
function checkOut({ without = "" } = {}) {
  const root = temporaryFolder();
  for (const path of ["src", "package.json", "package-lock.json"]) {
    cpSync(path, join(root, path), { recursive: true });
  }
  const modules = join(root, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(MODULES)) {
    if (name !== ".cache" && name !== without)
      symlinkSync(join(MODULES, name), join(modules, name));
  }
  const command = ["node", join(root, "src/start.mjs")];
  return { root, modules, command };
}

/** Process ids, as Linux reports them. */
const childrenOf = (pid: number | undefined) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");

test.runIf(process.platform === "linux")("no builder goes on beside the bot it built", async () => {
  const { command } = checkOut();
  const { start } = await openTelegram();
  const bot = start(command);
  await eventually(() => expect(bot.printed()).toContain("answering"));
  expect(childrenOf(bot.child.pid)).toBe("");
});

/** Keeps everyone from writing below it, even root. */
function block(path: string): void {
  writeFileSync(path, "in the way of a folder");
}

test.each([
  ["where there has never been one", block],
  [
    "where there is one from older sources",
    (cache: string) => {
      mkdirSync(join(cache, "ask-the-article/main.mjs"), { recursive: true });
      utimesSync(join(cache, "ask-the-article/main.mjs"), 0, 0);
    },
  ],
])(
  "a bundle that cannot be saved is reported, and the bot answers without it: %s",
  async (_where, put) => {
    const { modules, command } = checkOut();
    put(join(modules, ".cache"));
    const { user, start, replies } = await openTelegram();
    const bot = start(command);
    user.say("When is Xi visiting Moscow?");
    await eventually(() => expect(replies()).toHaveLength(1));
    expect(bot.printed()).toMatch(
      /main\.mjs cannot be written \(E[A-Z]+\): this start is slower; npm run prepare builds it\n/u,
    );
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expectNothingPrivate(bot.printed(), "    at ");
  },
);

/** Starts what cannot run, and returns the one line that it prints. */
async function refusalOf(command: readonly string[]): Promise<string> {
  const bot = run(command, {});
  expect(await bot.ended).toBe(2);
  expect(bot.printed().trimEnd().split("\n")).toHaveLength(1);
  return bot.printed();
}

test("the threads that share the first reading have a bundle", async () => {
  const { root, modules } = checkOut();
  execFileSync("node", [join(root, "src/start.mjs"), "--bundle"]);
  const bundled = join(modules, ".cache/ask-the-article/share-worker.mjs");
  const { parse, close } = openShareThread(
    () => {},
    () => new Worker(bundled),
  );
  const folder = articleFolder({ "ferry.md": "# Ferry\n\nIt leaves at nine.\n" });
  const files = [{ slug: "ferry", names: ["ferry.md"] }];
  const { articles } = await parse({ folder, files, isPart: false });
  await close();
  expect(articles).toMatchObject([{ slug: "ferry" }]);
});

test("--bundle fails if the bundle cannot be saved", async () => {
  const { modules, command } = checkOut();
  block(join(modules, ".cache"));
  expect(await refusalOf([...command, "--bundle"])).toContain("make its folder writable");
});

test("without esbuild the start says what to do", async () => {
  const { command } = checkOut({ without: "esbuild" });
  expect(await refusalOf(command)).toBe(
    "esbuild is missing, which bundles the sources: run npm ci on this machine\n",
  );
});

test("with an esbuild from another machine the start says what to do", async () => {
  const { modules, command } = checkOut({ without: "esbuild" });
  mkdirSync(join(modules, "esbuild"));
  writeFileSync(
    join(modules, "esbuild/index.js"),
    "exports.build = async () => { throw new Error('cannot execute binary file\\n at x'); };",
  );
  expect(await refusalOf(command)).toBe(
    "esbuild cannot run (cannot execute binary file): run npm ci on this machine\n",
  );
});

test.each([
  [
    "minisearch",
    /src\/.*\.ts:\d+: Could not resolve "minisearch(?:\/\w+)?".*run npm ci on this machine\n$/u,
  ],
  ["grammy", /a dependency is missing \(.*grammy.*run npm ci on this machine\n$/u],
])("without %s the start says what to do", async (without, expected) => {
  const { command } = checkOut({ without });
  expect(await refusalOf(command)).toMatch(expected);
});

test("truncated sources are reported with their location", async () => {
  const { root, command } = checkOut();
  writeFileSync(
    join(root, "src/serve.ts"),
    "export const EXIT_MISTAKE = 2;\nexport function serve(",
  );
  expect(await refusalOf(command)).toMatch(/src\/serve\.ts:2: /u);
});

/** Throws below a dependency, in its sixth line. */
const BROKEN_SERVE = `import { parse } from "yaml";

export const EXIT_MISCONFIGURED = 2;

export async function serve(): Promise<number> {
  const fail = () => { throw new Error("broken"); };
  return parse("a: 1", fail);
}
`;

const FRAME = /^ {4}at .*?(?<place>[^ (]+:\d+):\d+\)?$/gmu;

test("a stack trace names the lines of our own sources, and costs no map of the dependencies", async () => {
  const { root, modules, command } = checkOut();
  writeFileSync(join(root, "src/serve.ts"), BROKEN_SERVE);
  const bot = run(command, {
    BOT_TOKEN: SIMULATED_BOT_TOKEN,
    CONTENT_DIR: join(process.cwd(), "content"),
  });
  await bot.ended;
  const trace = bot.printed().split("Error: broken\n")[1] ?? "";
  const places = Array.from(trace.matchAll(FRAME), ({ groups }) => groups?.["place"]);
  expect(places[0]).toMatch(/src\/serve\.ts:6$/u);
  expect(places[1]).toMatch(/main\.mjs:\d+$/u);
  expect(places).toContainEqual(expect.stringMatching(/src\/main\.ts:\d+$/u));

  const maps = readdirSync(join(modules, ".cache/ask-the-article"))
    .filter((name) => name.endsWith(".map"))
    .map((name) => statSync(join(modules, ".cache/ask-the-article", name)).size);
  expect(Math.max(...maps)).toBeLessThan(1_000_000);
});

const VECTORS = "src/languages/word-vectors.bin";

test("missing word vectors are reported before anything is built", async () => {
  const { root, command } = checkOut();
  rmSync(join(root, VECTORS));
  expect(await refusalOf(command)).toBe(
    `${join(root, VECTORS)} cannot be read (ENOENT): check out all sources, and run npm ci on this machine\n`,
  );
});

test("damaged word vectors are reported at the start", async () => {
  const { root, command } = checkOut();
  writeFileSync(join(root, VECTORS), readFileSync(VECTORS).subarray(0, 1_000_000));
  expect(await refusalOf(command)).toMatch(
    /word-vectors\.bin is damaged: check out all sources, and run npm ci on this machine\n$/u,
  );
});
