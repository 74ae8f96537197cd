// The URL map: the product's table of contents. Addresses are spelled in paths.ts; this file says which module answers them.
import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

export default [
  layout("routes/community/layout.tsx", [index("routes/community/home.tsx")]),
] satisfies RouteConfig;
