import { expect, test, vi } from "vitest";
import { Exchange } from "../../../src/delivery/transport/exchange.ts";

/** What undici hands to whoever makes a request. */
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

test("what was ended while it waited for a connection is not sent when there is one", async () => {
  const exchange = new Exchange();
  exchange.abort();
  const request = openRequest();
  exchange.onRequestStart(request);
  expect(request.abort).toHaveBeenCalledOnce();
  await expect(exchange.received).rejects.toMatchObject({ code: "ABORT_ERR" });
});

test("an answer that comes in pieces is whole, also where a letter is cut in two", async () => {
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
