import type { Context } from "grammy";

/**
 * The day of a message where the bot runs, as ISO 8601: Telegram does not tell the reader's time zone, and the days
 * that articles are published on are those of their newsroom. `TZ` sets the zone.
 */
export function dayOfMessage({ msg }: Pick<Context, "msg">): string | undefined {
  const { date = 0 } = msg ?? {};
  if (date === 0) return undefined;
  return isoDay(new Date(date * 1000));
}

export function isoDay(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
