import { redirect } from "@remix-run/node";
import { idFrom } from "~/core/ids";
import { removeSegment } from "~/features/reports/segments/save-segment.server";
import { endpoint } from "~/http/route.server";
import { paths } from "~/paths";

export const action = endpoint(async ({ ctx, params }) => redirect(paths.reportSegments(await removeSegment(ctx, idFrom(params.id)))));
