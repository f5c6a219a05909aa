import type { UserFromGetMe } from "@grammyjs/types";

/** Looks like a real token and opens nothing. */
export const SIMULATED_BOT_TOKEN = "1234567890:local-bot-api_opens-nothing-at-all_00";

/** What getMe returns: privacy mode on, inline mode on. */
export function simulatedBot(token: string): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "Ask the Article",
    username: "ask_the_article_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
