import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import { closestName } from "../article/closest-name.ts";
import { escapeInLines } from "../text/escape-controls.ts";

/** What a command uses of the process that runs it. */
export type CommandIo = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly columns?: number };
  readonly stderr: Writable;
  readonly env: Record<string, string | undefined>;
};

/** Resolves with the exit code. */
export type Command = (argv: readonly string[], io: CommandIo) => Promise<number>;

/** The user has to correct an option, an article or a file first. */
export const EXIT_MISTAKE = 2;

/** What `--help` prints and what the parser accepts: one table, so the two cannot differ. */
export type CommandSpec<Options extends OptionSpecs = OptionSpecs> = {
  readonly name: string;
  /** Ways to call the command, each with what it does. */
  readonly usage: readonly (readonly [call: string, effect: string])[];
  readonly options: Options;
  /** Beside options; any number if it is not given. */
  readonly maxArguments?: number;
  readonly example: string;
};

/** As `parseArgs` takes them, with what `--help` says about each. */
type OptionSpecs = Readonly<Record<string, OptionSpec>>;
type OptionSpec = { readonly about: string; /** One letter: `-v`. */ readonly short?: string } & (
  | { readonly type: "boolean" }
  /** `value`: what its value stands for, such as DIR. */
  | { readonly type: "string"; readonly value: string; readonly default?: string }
);

type ParsedArguments<Options extends OptionSpecs> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/** A command that handles `--help` and unusable options itself and leaves the rest to `run`. */
export function defineCommand<const Options extends OptionSpecs>(
  spec: CommandSpec<Options>,
  run: (parsed: ParsedArguments<Options>, io: CommandIo) => number | Promise<number>,
): Command {
  return async (argv, io) => {
    const args = [...argv];
    const request = checkArguments(spec, args);
    if (request.kind === "help") {
      printLine(io.stdout, helpText(spec));
      return 0;
    }
    if (request.kind === "mistake") return complainAboutUsage(spec, io, request.message);
    return run(parseArgs({ args, options: spec.options, allowPositionals: true }), io);
  };
}

export function printLine(stream: Writable, line: string): void {
  stream.write(`${line}\n`);
}

/** Prints what the user has to correct; returns the exit code for it. */
export function complain({ stderr }: CommandIo, message: string): number {
  printLine(stderr, escapeInLines(message));
  return EXIT_MISTAKE;
}

/** For mistakes in the command line itself. */
export function complainAboutUsage(
  { name }: Pick<CommandSpec, "name">,
  io: CommandIo,
  message: string,
): number {
  return complain(io, `${message}\nnpm run ${name} -- --help lists the options`);
}

/** `ask … | head` closes the pipe early, which is not a mistake. */
export function ignoreClosedPipe(error: unknown): void {
  const isClosed = error instanceof Error && "code" in error && error.code === "EPIPE";
  if (!isClosed) throw error;
}

type Request =
  | { readonly kind: "run" | "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** The messages of `parseArgs` neither suggest the nearest option nor say what value is missing. */
function checkArguments(
  { options, maxArguments = Infinity }: CommandSpec,
  args: string[],
): Request {
  const { tokens, positionals } = parseArgs({ args, options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (token.name === "help" || token.name === "h") return { kind: "help" };
    const problem = problemWith(token, options);
    if (problem !== undefined) return { kind: "mistake", message: problem };
  }
  const extra = positionals[maxArguments];
  if (extra !== undefined) return { kind: "mistake", message: `${extra} is one argument too many` };
  return { kind: "run" };
}

type OptionToken = {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

function problemWith(
  { name, rawName, value, inlineValue }: OptionToken,
  options: OptionSpecs,
): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const near = closestName(name, Object.keys(options));
    return `unknown option ${rawName}${near === undefined ? "" : `: did you mean --${near}?`}`;
  }
  if (option.type === "boolean")
    return value === undefined ? undefined : `${rawName} takes no value`;
  const isMissing = value === undefined || (value.startsWith("-") && inlineValue !== true);
  return isMissing ? `${rawName} needs a value: ${rawName} ${option.value}` : undefined;
}

const GAP = "    ";

/** The ways to call a command, its options with their defaults, an example. */
function helpText({ usage, options, example }: CommandSpec): string {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `${option.short === undefined ? "" : `-${option.short}, `}--${name}${option.type === "string" ? ` ${option.value}` : ""}`,
    "default" in option ? `${option.about} (default: ${option.default})` : option.about,
  ]);
  return [
    ...inTwoColumns(usage),
    "",
    ...inTwoColumns([...rows, ["--help", "prints this"]]).map((line) => `  ${line}`),
    "",
    `Example: ${example}`,
  ].join("\n");
}

function inTwoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}${GAP}${right}`);
}
