// What the acts of the builder answer: the page stays where it is and learns what came of them.
import type { ActionFunctionArgs } from "@remix-run/node";
import type { Context } from "~/core/context";
import { Conflict, Invalid } from "~/core/errors";
import { idFrom } from "~/core/ids";
import type { SaveReply, Draft } from "~/features/questionnaires/builder/builder-store";
import { readForm } from "~/http/forms.server";
import { limitWrites } from "~/http/limits.server";
import { resource } from "~/http/route.server";

type Act = { ctx: Context; form: FormData; questionnaireId: number; key: string };

const reply = (body: SaveReply, status = 200) => Response.json(body, { status });

/** An act on a questionnaire. `work` returns the question it was about, where there is one. */
export const builderAct = (work: (act: Act) => Promise<{ key: string; revision: number } | void>) => (args: ActionFunctionArgs) =>
  resource(async ({ ctx, request, params, url }) => {
    try {
      await limitWrites(ctx, url);
      const form = await readForm(request);
      const about = await work({ ctx, form, questionnaireId: idFrom(params.id), key: params.key ?? "" });
      return reply({ kind: "saved", key: about?.key ?? "", revision: about?.revision ?? 0 });
    } catch (error) {
      if (error instanceof Invalid) return reply({ kind: "refused", problems: error.problems }, 422);
      if (error instanceof Conflict && error.current) return reply({ kind: "conflict", current: error.current as Draft }, 409);
      if (error instanceof Conflict) return reply({ kind: "refused", problems: { "": { key: error.reason.key ?? "stale" } } }, 409);
      throw error;
    }
  })(args);
