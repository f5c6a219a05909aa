import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const tree = readme.slice(readme.indexOf("    src/\n"), readme.indexOf("    test/ "));

/** The local Bot API is told in groups. */
const TOLD_IN_GROUPS = "preview/bot-api/";

test("every file of src has a line in the README's tree", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.(?:ts|json)$/u.test(path) && !path.endsWith(".d.ts"),
  );
  const untold = files.filter(
    (path) => !path.startsWith(TOLD_IN_GROUPS) && !tree.includes(` ${basename(path)} `),
  );
  expect(untold).toEqual([]);
});

test("every file in the README's tree is there", () => {
  const files = new Set(
    readdirSync("src", { recursive: true, encoding: "utf8" }).map((path) => basename(path)),
  );
  const named = [...tree.matchAll(/^ +([a-z][a-z-]*\.(?:ts|json)) /gmu)].map(
    ([, name = ""]) => name,
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !files.has(name))).toEqual([]);
});

test("every link in the README leads somewhere", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

test("every command in the README is one of package.json's", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z-]+)/gu)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
