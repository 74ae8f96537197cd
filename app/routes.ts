// The URL map: the product's table of contents. Addresses are spelled in paths.ts; this file says which module answers them.
import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

export default [
  layout("routes/community/layout.tsx", [index("routes/community/home.tsx")]),
  // For staff: the workshop and the queue.
  layout("routes/manage/layout.tsx", [route("manage", "routes/manage/index.tsx")]),
] satisfies RouteConfig;
