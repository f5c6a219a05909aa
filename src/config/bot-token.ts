import { codeOf } from "../logging/describe-error.ts";
import { NotAFile } from "../files/regular-file.ts";

type TokenRead =
  | { readonly kind: "read"; readonly token: string | undefined }
  | { readonly kind: "faulty"; readonly problem: string };

const TOKEN = /^\d{5,}:[A-Za-z0-9_-]{20,}$/u;

/** The token from BOT_TOKEN or the file named by BOT_TOKEN_FILE; none if the preview may run. */
export function readToken(
  set: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): TokenRead {
  const { BOT_TOKEN: token, BOT_TOKEN_FILE: file, NODE_ENV: mode } = set;
  if (token !== undefined && file !== undefined) {
    return faulty("BOT_TOKEN", "BOT_TOKEN_FILE is set as well: keep one of the two");
  }
  if (file !== undefined) return readTokenFile(file, readFile);
  if (token !== undefined) return checkToken("BOT_TOKEN", token);
  if (mode !== "production") return { kind: "read", token: undefined };
  return faulty("BOT_TOKEN", "missing: copy it from @BotFather, or set BOT_TOKEN_FILE");
}

function readTokenFile(file: string, readFile: (path: string) => string): TokenRead {
  try {
    return checkToken("BOT_TOKEN_FILE", readFile(file).trim());
  } catch (error) {
    const why = error instanceof NotAFile ? error.obstacle : (codeOf(error) ?? "unknown error");
    return faulty("BOT_TOKEN_FILE", `the file cannot be read (${why}): name a readable file`);
  }
}

function checkToken(name: string, token: string): TokenRead {
  if (TOKEN.test(token)) return { kind: "read", token };
  return faulty(name, "not a bot token: copy all of it from @BotFather (digits:letters)");
}

function faulty(name: string, message: string): TokenRead {
  return { kind: "faulty", problem: `${name}: ${message}` };
}
