import type { ServerResponse } from "node:http";
import type { ApiResponse } from "@grammyjs/types";

const HTTP_OK = 200;

/** Answers a call the way Telegram does: the status repeats the error's code. */
export function sendAnswer(response: ServerResponse, answer: ApiResponse<unknown>): void {
  const retryAfter = answer.ok ? undefined : answer.parameters?.retry_after;
  response.writeHead(answer.ok ? HTTP_OK : answer.error_code, {
    "content-type": "application/json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(JSON.stringify(answer));
}

/** Announces the whole answer and breaks off in the middle. */
export function sendHalf(response: ServerResponse, answer: ApiResponse<unknown>): void {
  const body = JSON.stringify(answer);
  const half = body.slice(0, Math.ceil(body.length / 2));
  response.writeHead(HTTP_OK, { "content-type": "application/json" });
  response.end(half);
}

export function sendHtml(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end(
    `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center></body>\r\n</html>\r\n`,
  );
}

export function sendOdd(response: ServerResponse, body: string): void {
  response.writeHead(HTTP_OK, { "content-type": "application/json" });
  response.end(body);
}
