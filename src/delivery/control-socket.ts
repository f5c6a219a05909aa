import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";

/** Answers a request that a command makes of the running bot. */
export type AnswerRequest = (request: string) => string;

/** A request is a word and an id. */
const MAX_REQUEST = 100;
const PATIENCE_MS = 5000;

/** Answers one line from a connection to the bot's socket. Only its own account can connect. */
export function respondTo(connection: Socket, respond: AnswerRequest): void {
  let request = "";
  // Whoever only looks whether the bot runs closes the connection without a word.
  connection.on("error", () => connection.destroy());
  connection.setTimeout(PATIENCE_MS, () => connection.destroy());
  connection.setEncoding("utf8").on("data", (chunk: string) => {
    request += chunk;
    if (request.length > MAX_REQUEST) connection.destroy();
    else if (request.endsWith("\n")) connection.end(respond(request.trimEnd()));
  });
}

type Asked =
  | { readonly kind: "answered"; readonly answer: string }
  /** No process listens there. */
  | { readonly kind: "nobody" }
  /** One does, and does not know the request: it is of another version, or hangs. */
  | { readonly kind: "no-answer" };

/** Asks the process that listens on a socket. */
export async function askRunningBot(socketPath: string, request: string): Promise<Asked> {
  const connection = connect(socketPath);
  try {
    await once(connection, "connect");
  } catch {
    return { kind: "nobody" };
  }
  try {
    connection.setTimeout(PATIENCE_MS, () => connection.destroy());
    connection.write(`${request}\n`);
    const answer = await text(connection);
    return answer === "" ? { kind: "no-answer" } : { kind: "answered", answer };
  } catch {
    return { kind: "no-answer" };
  } finally {
    connection.destroy();
  }
}
