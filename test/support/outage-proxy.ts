import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type Outage =
  /** Every connection is reset, including open ones. */
  | "reset"
  /** Connections are refused. */
  | "refuse"
  /** Connections open, but nothing comes back. */
  | "hang";

/** A proxy between the bot and the Telegram simulator that can be cut. It closes with the test. */
export async function openWire(target: string) {
  const port = Number(new URL(target).port);
  const sockets = new Set<Socket>();
  let outage: Outage | undefined;
  const server = createServer((socket) => {
    follow(socket);
    if (outage === "reset") return void socket.resetAndDestroy();
    if (outage === "hang") return void socket.resume();
    const other = follow(connect(port, "127.0.0.1"));
    socket.pipe(other).pipe(socket);
    socket.once("close", () => other.destroy());
    other.once("close", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const own = typeof address === "object" ? (address?.port ?? 0) : 0;
  onTestFinished(() => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  });

  function follow(socket: Socket): Socket {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    return socket.on("error", () => undefined);
  }
  return {
    url: `http://127.0.0.1:${own}`,
    cut(how: Outage) {
      outage = how;
      if (how === "refuse") server.close();
      for (const socket of sockets) {
        if (how === "reset") socket.resetAndDestroy();
        else if (how === "refuse") socket.destroy();
        else socket.unpipe();
      }
    },
    async mend() {
      const wasRefusing = outage === "refuse";
      outage = undefined;
      for (const socket of sockets) socket.destroy();
      if (!wasRefusing) return;
      server.listen(own, "127.0.0.1");
      await once(server, "listening");
    },
  };
}
