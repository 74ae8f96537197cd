// A questionnaire as a file: taken out, or brought in where there is none yet.
import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { importQuestions } from "~/features/questionnaires/import-questions.server";
import { getQuestionnaire } from "~/features/questionnaires/queries.server";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useLocale, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { StaffHead } from "~/ui/staff-head";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const { id, title, questions, isFrozen } = await getQuestionnaire(ctx, idFrom(params.id));
  return { id, name: title, count: questions.length, isFrozen, title: pageTitle(ctx, "builder.exchange_title") };
});

export const action = command(async ({ ctx, form, params }) => {
  const id = idFrom(params.id);
  const text = form.get("file");
  const result = await importQuestions(ctx, { questionnaireId: id, text: typeof text === "string" ? text : "" });
  return "problems" in result ? { fileProblems: result.problems, text: typeof text === "string" ? text.slice(0, 200_000) : "" } : redirect(paths.builder(id));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Exchange() {
  const t = useT();
  const locale = useLocale();
  const { id, name, count, isFrozen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const wrong = reply && "fileProblems" in reply ? reply : undefined;
  return (
    <>
      <StaffHead title={t("builder.exchange_title")} back={{ to: paths.builder(id), label: localized(name, locale) }} />
      <div className="grid max-w-3xl gap-8">
        <section className="grid justify-items-start gap-3">
          <h2>{t("builder.export_title")}</h2>
          <p className="text-ink-2">{t("builder.export_text", { count })}</p>
          <a className="button small" href={paths.questionnaireFile(id)} download>
            {t("builder.export_download")}
          </a>
        </section>
        <section className="grid gap-3 border-t border-line pt-6">
          <h2>{t("builder.import_title")}</h2>
          {wrong && (
            <div role="alert" className="grid gap-2 rounded-card bg-brick-tint p-4 text-brick">
              <p className="font-semibold">{t("builder.import_refused")}</p>
              <ul className="grid list-disc gap-1 ps-5 text-label">
                {wrong.fileProblems.slice(0, 50).map(({ at, problem, part }) => (
                  <li key={`${at}-${problem}-${part}`}>
                    {at && <b>{t("builder.import_question", { at })} </b>}
                    {t(`builder.import_${problem}`, { part })}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {count > 0 || isFrozen ? (
            <p className="text-ink-2">{t("builder.import_only_empty")}</p>
          ) : (
            <Form method="post" className="grid gap-3">
              <label className="grid gap-1.5">
                <span className="text-label font-semibold">{t("builder.import_text")}</span>
                <textarea name="file" className="control font-mono text-[13px]" rows={12} required spellCheck={false} defaultValue={wrong?.text} />
              </label>
              <label className="grid gap-1.5 text-label font-semibold">
                {t("builder.import_file")}
                <input
                  type="file"
                  accept="application/json,.json"
                  onChange={(event) => {
                    const box = event.currentTarget.form?.elements.namedItem("file");
                    const [file] = event.currentTarget.files ?? [];
                    if (file && box instanceof HTMLTextAreaElement) void file.text().then((text) => (box.value = text));
                  }}
                />
              </label>
              <button className="button small justify-self-start">{t("builder.import_do")}</button>
            </Form>
          )}
        </section>
      </div>
    </>
  );
}
