/** What happened to an update or a call, for logs and metrics. Contains nothing that a reader wrote. */
export type DeliveryEvent =
  | { readonly kind: "update-began"; readonly type: string }
  | ({ readonly kind: "update-ended" } & EndedUpdate)
  | { readonly kind: "call-ended"; readonly call: EndedCall }
  /** Answers that Telegram has not accepted yet; `oldestAt` in Unix milliseconds. */
  | { readonly kind: "owed"; readonly count: number; readonly oldestAt: number | undefined }
  | { readonly kind: "owed-settled"; readonly outcome: "delivered" | "given-up" | "expired" }
  /** The bot runs without this part, or has it again. */
  | {
      readonly kind: "degraded";
      readonly part: "redis" | "replicas" | "database" | "disk" | "journal";
      readonly isDegraded: boolean;
    };

export type EndedUpdate = {
  readonly updateId: number;
  readonly chatId: number | undefined;
  readonly type: string;
  /** The kind of the answer; `handled` if there was no question, `failed` if the handler threw. */
  readonly verdict: string;
  /** The answer's confidence, 0 to 1, if it has one. */
  readonly confidence: number | undefined;
  readonly ms: number;
};

export type EndedCall = {
  readonly method: string;
  /** `ok`, the code of Telegram's refusal or that of the network error: `429`, `ECONNRESET`. */
  readonly code: string;
  readonly ms: number;
};

export type Observe = (event: DeliveryEvent) => void;
