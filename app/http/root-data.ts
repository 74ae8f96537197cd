import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "~/root";

/** Who is looking, in which language and theme, and the server's clock. */
export const useRoot = () => {
  const root = useRouteLoaderData<typeof loader>("root");
  if (!root) throw new Error("The root loader has not run");
  return root;
};
