// The options of Remix. With Vite, Remix does not read this file by itself: vite.config.ts imports it.
// One day it becomes react-router.config.ts.

const requiredFutureFlags = ["v3_fetcherPersist", "v3_lazyRouteDiscovery", "v3_relativeSplatPath", "v3_routeConfig", "v3_singleFetch", "v3_throwAbortReason"];

/**
 * Fails the build when a v3 flag is off, so that React Router 7 stays one codemod away.
 * @type {import("@remix-run/dev").Preset}
 */
const allFutureFlagsOn = {
  name: "all-future-flags-on",
  remixConfigResolved({ remixConfig }) {
    const off = requiredFutureFlags.filter((flag) => !remixConfig.future?.[flag]);
    if (off.length > 0) throw new Error(`remix.config.js: these future flags must be on: ${off.join(", ")}`);
  },
};

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  future: Object.fromEntries(requiredFutureFlags.map((flag) => [flag, true])),
  presets: [allFutureFlagsOn],
};
