import { once } from "node:events";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { codeOf } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";

/** The system truncates longer paths, which may then name another file. */
const MAX_PATH_BYTES = 103;

/**
 * Keeps a second process on this machine from polling for the same bot: the two would take updates from
 * each other until both give up. Listening on a socket holds the lock; unlike a PID file, it is released if
 * the process is killed. If no socket can be created, Telegram's own refusal (409) has to do.
 */
export async function acquireInstanceLock(
  socketPath: string,
  log: Log = () => {},
): Promise<boolean> {
  if (Buffer.byteLength(socketPath) > MAX_PATH_BYTES) return true;
  if (await listens(socketPath)) return true;
  if (await isAnswered(socketPath)) return false;
  const problem = removeStaleSocket(socketPath);
  if (problem === undefined) return listens(socketPath);
  log(`${socketPath} ${problem}: remove it, or a second start here goes unnoticed`);
  return true;
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

async function listens(path: string): Promise<boolean> {
  const server = createServer((connection) => connection.destroy());
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
