import { z } from "zod";
import { acceptKeyboard } from "../rules/keyboard-rules.ts";
import {
  MAX_INLINE_ID_BYTES,
  MAX_INLINE_RESULTS,
  MAX_NEXT_OFFSET_BYTES,
  QUERY_ANSWER_TIMEOUT_MS,
  START_PARAMETER,
  byteLength,
} from "../rules/limits.ts";
import { badRequest } from "../rules/refusal.ts";
import * as shapes from "./shapes.ts";
import type { InlineResult, SimulatorState } from "../state/state.ts";
import { acceptText } from "../rules/text-rules.ts";
import * as wire from "./wire.ts";

/** The only kind of result the simulator supports. */
const article = z.strictObject({
  type: z.literal("article"),
  id: wire.text,
  title: z.string(),
  input_message_content: z.strictObject({
    message_text: z.string(),
    parse_mode: z.string().exactOptional(),
    entities: shapes.entities.exactOptional(),
    link_preview_options: shapes.linkPreviewOptions.exactOptional(),
  }),
  reply_markup: shapes.inlineKeyboard.exactOptional(),
  url: z.string().exactOptional(),
  description: z.string().exactOptional(),
});

export const answerInlineQueryParameters = z.strictObject({
  inline_query_id: wire.text.default(""),
  results: wire.json(z.array(article)).default([]),
  cache_time: wire.integer.exactOptional(),
  is_personal: wire.boolean.exactOptional(),
  next_offset: wire.text.default(""),
  button: wire
    .json(z.strictObject({ text: z.string(), start_parameter: z.string() }))
    .exactOptional(),
});

type Params = z.output<typeof answerInlineQueryParameters>;

type AnswerRule = { readonly isBroken: (params: Params) => boolean; readonly reason: string };

const ANSWER_RULES: readonly AnswerRule[] = [
  { isBroken: ({ results }) => results.length > MAX_INLINE_RESULTS, reason: "RESULTS_TOO_MUCH" },
  { isBroken: ({ results }) => !results.every(hasGoodId), reason: "RESULT_ID_INVALID" },
  { isBroken: ({ results }) => hasDoubleId(results), reason: "RESULT_ID_DUPLICATE" },
  { isBroken: ({ results }) => results.some(hasNoTitle), reason: "ARTICLE_TITLE_EMPTY" },
  // From memory, as is the error for a title.
  {
    isBroken: ({ next_offset: next }) => byteLength(next) > MAX_NEXT_OFFSET_BYTES,
    reason: "NEXT_OFFSET_INVALID",
  },
  { isBroken: ({ button }) => button?.text === "", reason: "BUTTON_TEXT_INVALID" },
  {
    isBroken: ({ button }) => button !== undefined && !START_PARAMETER.test(button.start_parameter),
    reason: "START_PARAM_INVALID",
  },
];

export function answerInlineQuery(state: SimulatorState, params: Params): true {
  const request = state.inlineRequests.get(params.inline_query_id);
  if (!request || state.now() - request.askedAt > QUERY_ANSWER_TIMEOUT_MS) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  for (const { isBroken, reason } of ANSWER_RULES) {
    if (isBroken(params)) throw badRequest(reason);
  }
  request.answer = {
    results: params.results.map(acceptResult),
    nextOffset: params.next_offset,
    ...(params.button && {
      button: { text: params.button.text, startParameter: params.button.start_parameter },
    }),
  };
  state.changes.notify({ kind: "inline-answer", inlineQueryId: request.id });
  return true;
}

function acceptResult({
  id,
  title,
  description,
  ...result
}: Params["results"][number]): InlineResult {
  const { message_text: text, link_preview_options, ...content } = result.input_message_content;
  const { entities, ...formatted } = acceptText({ text, ...content });
  const keyboard = acceptKeyboard(result.reply_markup);
  return {
    id,
    title,
    ...(description !== undefined && { description }),
    message: {
      ...formatted,
      ...(entities.length > 0 && { entities }),
      ...(link_preview_options && { link_preview_options }),
      ...(keyboard && { reply_markup: keyboard }),
    },
  };
}

function hasGoodId({ id }: { readonly id: string }): boolean {
  return id !== "" && byteLength(id) <= MAX_INLINE_ID_BYTES;
}

function hasDoubleId(results: Params["results"]): boolean {
  return new Set(results.map(({ id }) => id)).size < results.length;
}

function hasNoTitle({ title }: { readonly title: string }): boolean {
  return title.trim() === "";
}
