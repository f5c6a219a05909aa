/** What users can see change; the preview listens to these. */
export type Change =
  | { readonly kind: "message-sent"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "message-edited"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "message-deleted"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "reaction"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "typing"; readonly chatId: number; readonly action: string }
  | { readonly kind: "toast"; readonly callbackQueryId: string }
  | { readonly kind: "inline-answer"; readonly inlineQueryId: string }
  | { readonly kind: "profile" };

export type Changes = {
  readonly notify: (change: Change) => void;
  readonly subscribe: (listener: (change: Change) => void) => () => void;
};

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    notify(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
