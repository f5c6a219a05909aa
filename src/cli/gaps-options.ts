import { parseArgs } from "node:util";

export type GapsOptions =
  | {
      readonly kind: "gaps";
      /** None: those that the environment names. */
      readonly files: readonly string[];
      /** Only what was asked in so many days. */
      readonly days?: number;
      readonly exportTo?: string;
      readonly asJson: boolean;
    }
  | { readonly kind: "unclear"; readonly message: string };

const USAGE = `npm run gaps -- [FILE…]    questions of the question log that were not answered, or not well

  --days N         only those of the last N days
  --export FILE    writes them as golden questions to be filled in
  --json           one JSON object a group, instead of the table`;

const DAYS = /^[1-9]\d{0,4}$/u;

export function readGapsOptions(args: readonly string[]): GapsOptions {
  const options = {
    days: { type: "string" },
    export: { type: "string" },
    json: { type: "boolean", default: false },
  } as const;
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    const { days, export: exportTo, json: asJson } = parsed.values;
    if (days !== undefined && !DAYS.test(days)) return unclear("--days takes a number of days");
    return {
      kind: "gaps",
      files: parsed.positionals,
      asJson,
      ...(days !== undefined && { days: Number(days) }),
      ...(exportTo !== undefined && { exportTo }),
    };
  } catch (error) {
    // parseArgs throws for what a user typed; its message names the option.
    return unclear(error instanceof Error ? error.message : String(error));
  }
}

function unclear(message: string): GapsOptions {
  return { kind: "unclear", message: `${message}\n\n${USAGE}` };
}
