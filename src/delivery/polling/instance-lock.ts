import { once } from "node:events";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { codeOf } from "../../logging/describe-error.ts";
import { respondTo, type AnswerRequest } from "../control-socket.ts";
import type { Log } from "../../logging/log.ts";

/** The system truncates longer paths, which may then name another file. */
const MAX_PATH_BYTES = 103;

const REFUSE: AnswerRequest = () => "";

/**
 * Keeps a second process on this machine from polling for the same bot: the two would take updates from
 * each other until both give up. Listening on a socket holds the lock; unlike a PID file, it is released if
 * the process is killed. If no socket can be created, Telegram's own refusal (409) has to do. `respond` answers the
 * requests of commands that find the bot running.
 */
export async function acquireInstanceLock(
  socketPath: string,
  log: Log = () => {},
  respond: AnswerRequest = REFUSE,
): Promise<boolean> {
  if (!isSocketPath(socketPath)) return true;
  if (await listens(socketPath, respond)) return true;
  if (await isAnswered(socketPath)) return false;
  const problem = removeStaleSocket(socketPath);
  if (problem === undefined) return listens(socketPath, respond);
  log(`${socketPath} ${problem}: remove it, or a second start here goes unnoticed`);
  return true;
}

export function isSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= MAX_PATH_BYTES;
}

/** Removes the socket of a dead process, or returns why it cannot. */
function removeStaleSocket(path: string): string | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isSocket() === false) return "is not the bot's socket";
    rmSync(path, { force: true });
    return undefined;
  } catch (error) {
    return `cannot be replaced (${codeOf(error) ?? "unknown error"})`;
  }
}

async function listens(path: string, respond: AnswerRequest): Promise<boolean> {
  const server = createServer((connection) => respondTo(connection, respond));
  try {
    mkdirSync(dirname(path), { recursive: true });
    server.listen(path).unref();
    await once(server, "listening");
    return true;
  } catch (error) {
    return codeOf(error) !== "EADDRINUSE";
  }
}

async function isAnswered(path: string): Promise<boolean> {
  const connection = connect(path);
  try {
    await once(connection, "connect");
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
