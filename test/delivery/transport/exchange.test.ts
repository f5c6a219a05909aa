import { expect, test, vi } from "vitest";
import { Exchange } from "../../../src/delivery/transport/exchange.ts";

/** The controller that undici passes to a handler. */
function openRequest() {
  return {
    abort: vi.fn<(reason: Error) => void>(),
    aborted: false,
    paused: false,
    reason: null,
    pause: () => {},
    resume: () => {},
  };
}

test("an exchange aborted while it waits for a connection is not sent", async () => {
  const exchange = new Exchange();
  exchange.abort();
  const request = openRequest();
  exchange.onRequestStart(request);
  expect(request.abort).toHaveBeenCalledOnce();
  await expect(exchange.received).rejects.toMatchObject({ code: "ABORT_ERR" });
});

test("an answer in several chunks is complete, even if a letter is split", async () => {
  const exchange = new Exchange();
  const request = openRequest();
  exchange.onRequestStart(request);
  exchange.onResponseStart(request, 200);
  const bytes = Buffer.from('"Київ"');
  exchange.onResponseData(request, bytes.subarray(0, 4));
  exchange.onResponseData(request, bytes.subarray(4));
  exchange.onResponseEnd();
  expect(await exchange.received).toEqual({ status: 200, text: '"Київ"' });
});
