/** Telegram's limits: in UTF-16 code units, unless the name says bytes. */

export const MAX_TEXT_LENGTH = 4096;
/** Before entities are parsed and whitespace is trimmed. */
export const MAX_RAW_TEXT_BYTES = 32_768;
export const MAX_ENTITIES = 100;
export const MAX_QUOTE_LENGTH = 1024;

export const MAX_CALLBACK_DATA_BYTES = 64;
export const MAX_COPY_TEXT_LENGTH = 256;
/** From memory: the documentation names no number. */
export const MAX_BUTTONS = 100;
export const MAX_TOAST_LENGTH = 200;

export const MAX_INLINE_QUERY_LENGTH = 256;
export const MAX_INLINE_RESULTS = 50;
export const MAX_INLINE_ID_BYTES = 64;
export const MAX_NEXT_OFFSET_BYTES = 64;

export const MAX_COMMANDS = 100;
export const MAX_COMMAND_DESCRIPTION_LENGTH = 256;
export const MAX_DESCRIPTION_LENGTH = 512;
export const MAX_SHORT_DESCRIPTION_LENGTH = 120;
export const MAX_NAME_LENGTH = 64;

export const MAX_UPDATES_A_POLL = 100;
export const MAX_POLL_TIMEOUT_S = 50;

/** After this, a callback or inline query can no longer be answered. From memory. */
export const QUERY_ANSWER_TIMEOUT_MS = 15_000;

export const MAX_WEBHOOK_CONNECTIONS = 100;
export const DEFAULT_WEBHOOK_CONNECTIONS = 40;
export const MAX_SECRET_LENGTH = 256;

/** The parameter of a deep link: `t.me/<bot>?start=<parameter>`. */
export const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;

export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
