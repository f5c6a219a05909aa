import { once } from "node:events";
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  createServer,
} from "node:http";
import { text } from "node:stream/consumers";
import type { Update } from "@grammyjs/types";
import { onTestFinished } from "vitest";
import { z } from "zod";

type Delivery = {
  readonly update: Update;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
};

/** How a webhook answers its n-th delivery, counted from 1. */
export type Answer = (response: ServerResponse, nth: number, update: Update) => unknown;

/** A webhook that answers as the test says. It closes with the test. */
export async function openWebhook(answer: Answer = (response) => response.end()) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => void receive(request, response));
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const update = z.custom<Update>().parse(JSON.parse(await text(request)));
    deliveries.push({ update, headers: request.headers, at: performance.now() });
    await answer(response, deliveries.length, update);
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}/hook`, deliveries };
}
