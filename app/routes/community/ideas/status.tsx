// Setting the status of an idea; the page is seen only where its form has to be mended.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { StatusForm } from "~/features/ideas/components/staff-forms";
import { getIdea } from "~/features/ideas/idea-queries.server";
import { statusInput } from "~/features/ideas/input";
import { setIdeaStatus } from "~/features/ideas/set-idea-status.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx, params }) => {
  authorize(ctx.actor, "answer-idea", null);
  const { id, title, status } = await getIdea(ctx, idFrom(params.id));
  return { id, title, status };
});

export const action = command(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  await setIdeaStatus(ctx, { ideaId, ...parseForm(form, statusInput) });
  return redirect(paths.idea(ideaId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Status() {
  const { id, title, status } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <h1 className="text-[27px]">
        <Link to={paths.idea(id)} className="hover:underline">
          {title}
        </Link>
      </h1>
      <StatusForm ideaId={id} status={status} reply={useActionData<typeof action>()} />
    </div>
  );
}
