import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN_MS = 50;

/**
 * Follows which requests are under way, so that a server can end once they are answered: it takes no
 * more connections, and waits for none that only stays open, or on which nothing was ever asked.
 */
export function watchConnections(server: Server): { readonly drain: () => Promise<void> } {
  const underWay = new Set<ServerResponse>();
  server.prependListener("request", (_request, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
  });

  return {
    async drain() {
      const closed = once(server, "close");
      server.close();
      while (underWay.size > 0) {
        server.closeIdleConnections();
        await sleep(LOOK_AGAIN_MS);
      }
      server.closeAllConnections();
      await closed;
    },
  };
}
