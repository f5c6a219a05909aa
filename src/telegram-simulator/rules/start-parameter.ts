/** What a deep link may carry: `t.me/<bot>?start=<parameter>`. */
export const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;
