// Giving the official answer; the page is seen only where its form has to be mended.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { AnswerForm } from "~/features/ideas/components/staff-forms";
import { getIdea } from "~/features/ideas/idea-queries.server";
import { answerInput } from "~/features/ideas/input";
import { answerIdea } from "~/features/ideas/answer-idea.server";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { paths } from "~/paths";
import { authorize } from "~/policy/can";

export const loader = page(async ({ ctx, params }) => {
  authorize(ctx.actor, "answer-idea", null);
  const { id, title, answer } = await getIdea(ctx, idFrom(params.id));
  return { id, title, answer };
});

export const action = command(async ({ ctx, form, params }) => {
  const ideaId = idFrom(params.id);
  await answerIdea(ctx, { ideaId, ...parseForm(form, answerInput) });
  return redirect(paths.idea(ideaId));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OfficialAnswer() {
  const { id, title, answer } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <h1 className="text-[27px]">
        <Link to={paths.idea(id)} className="hover:underline">
          {title}
        </Link>
      </h1>
      <AnswerForm ideaId={id} answer={answer} reply={useActionData<typeof action>()} />
    </div>
  );
}
