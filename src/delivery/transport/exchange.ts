import type { Dispatcher } from "undici";

type Received = { readonly status: number; readonly text: string };

/** The error of an exchange that was aborted. */
export function abortError(): Error {
  return Object.assign(new Error("aborted"), { code: "ABORT_ERR" });
}

/**
 * A request in progress, to pass to `dispatch`, with its answer as text. undici's `request` would create a
 * stream and a signal for each, which costs more than everything else.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Rejects if the connection breaks or the exchange is aborted. */
  readonly received: Promise<Received>;
  readonly #onStart: (() => void) | undefined;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #request: Dispatcher.DispatchController | undefined;
  #isAborted = false;
  #resolve: (received: Received) => void = () => {};
  #reject: (reason: Error) => void = () => {};

  /** `onStart` is called once there is a connection, right before the request is written to it. */
  constructor(onStart?: () => void) {
    this.#onStart = onStart;
    this.received = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** False as long as no byte of the request can have reached Telegram. */
  get hasStarted(): boolean {
    return this.#request !== undefined;
  }

  abort(): void {
    const reason = abortError();
    this.#isAborted = true;
    this.#request?.abort(reason);
    this.#reject(reason);
  }

  onRequestStart(request: Dispatcher.DispatchController): void {
    if (this.#isAborted) return request.abort(abortError());
    this.#request = request;
    this.#onStart?.();
  }

  onResponseStart(_request: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_request: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve({ status: this.#status, text: Buffer.concat(this.#chunks).toString("utf8") });
  }

  onResponseError(_request: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
