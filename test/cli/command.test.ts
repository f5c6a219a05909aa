import { expect, test } from "vitest";
import { defineCommand, printLine } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { commandIo, runCommand } from "./run-command.ts";

const greet = defineCommand(
  {
    name: "greet",
    usage: [
      ["npm run greet -- NAME…", "greets each"],
      ["npm run greet", "greets all"],
    ],
    options: {
      words: { type: "string", value: "TEXT", default: "Hello", about: "what is said" },
      file: { type: "string", value: "FILE", about: "where to" },
      loud: { type: "boolean", about: "in capitals" },
    },
    example: "npm run greet -- --loud Ann",
  },
  ({ values, positionals }, { stdout }) => {
    printLine(stdout, JSON.stringify({ ...values, positionals }));
    return 3;
  },
);

test.each([
  [["Ann", "Ben"], { words: "Hello", positionals: ["Ann", "Ben"] }],
  [
    ["--loud", "--words", "Good day", "Ann"],
    { words: "Good day", loud: true, positionals: ["Ann"] },
  ],
  [["--words=-1", "--", "--loud"], { words: "-1", positionals: ["--loud"] }],
])("%j is parsed, and the exit code is the command's", async (argv, input) => {
  const { io, output } = commandIo();
  expect(await greet(argv, io)).toBe(3);
  const { stdout } = await output();
  expect(JSON.parse(stdout)).toEqual(input);
});

test.each([
  [["--lound"], "unknown option --lound: did you mean --loud?"],
  [["--wodrs", "x"], "unknown option --wodrs: did you mean --words?"],
  [["--colour"], "unknown option --colour"],
  [["-x"], "unknown option -x"],
  [["--loud=yes"], "--loud takes no value"],
  [["--file"], "--file needs a value: --file FILE"],
  [["--file", "--loud"], "--file needs a value: --file FILE"],
])("%j is refused in a sentence", async (argv, sentence) => {
  const { io, output } = commandIo();
  expect(await greet(argv, io)).toBe(2);
  expect(await output()).toEqual({
    stdout: "",
    stderr: `${sentence}\nnpm run greet -- --help lists the options\n`,
  });
});

test.each([["--help"], ["-h"]])(
  "%s prints usage, options with defaults and an example",
  async (flag) => {
    const { io, output } = commandIo();
    expect(await greet(["Ann", flag], io)).toBe(0);
    expect((await output()).stdout).toMatchInlineSnapshot(`
      "npm run greet -- NAME…    greets each
      npm run greet             greets all

        --words TEXT    what is said (default: Hello)
        --file FILE     where to
        --loud          in capitals
        --help          prints this

      Example: npm run greet -- --loud Ann
      "
    `);
  },
);

test.each([...COMMANDS.keys()])("npm run %s -- --help fits a terminal", async (name) => {
  const { code, stdout, stderr } = await runCommand(name, ["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`npm run ${name}`);
  expect(stdout).toMatch(/^ {2}--help/mu);
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
});
