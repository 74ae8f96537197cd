// What the edge knows about a request; loaders and actions find the same object as their `context`.
import type { AppLoadContext } from "@remix-run/node";

export type EdgeContext = {
  /** Sent back as X-Request-Id and written beside every line of the log that belongs to this request. */
  requestId: string;
  /** Allows the page's own inline scripts and styles. */
  nonce: string;
  /** The address of whoever asks, as far as the trusted proxies say. */
  address: string;
  /** True when the answer will be shown to many visitors: it must not depend on who asks, and carries no scripts. */
  shared: boolean;
  /** Set together with a status of 429 or 503: when it is worth asking again. */
  retryAfterSeconds?: number;
  /** Set by an act whose form comes back: the page that says why is shown, even at an address that otherwise leads on. */
  isFormBack?: boolean;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends EdgeContext {
    /** Keeps the interface from being empty. */
    readonly edge: true;
  }
}

declare global {
  namespace Express {
    interface Request {
      edge: AppLoadContext;
    }
  }
}
