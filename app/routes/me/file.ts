import { createReadableStreamFromReadable } from "@remix-run/node";
import { readFile } from "~/features/questionnaires/read-file.server";
import { resource } from "~/http/route.server";

/** Asked for anew each time, so that whoever may no longer see it no longer does. */
export const loader = resource(async ({ ctx, params }) => {
  const { stream, bytes } = await readFile(ctx, params.id ?? "");
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(bytes),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-cache",
    },
  });
});
