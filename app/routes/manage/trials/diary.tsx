// What people note in their diaries, day by day, without names.
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { localized } from "~/core/locale";
import { TrialFrame } from "~/features/trials/components/trial-frame";
import { listDiary } from "~/features/trials/diary.server";
import { getTrialFrame } from "~/features/trials/frame.server";
import { pageTitle } from "~/http/page-title.server";
import { page } from "~/http/route.server";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Ago } from "~/ui/time";
import { WideTable } from "~/ui/wide-table";
import type { StaffHandle } from "../layout";

export const handle: StaffHandle = { audience: "staff" };

export const loader = page(async ({ ctx, params }) => {
  const frame = await getTrialFrame(ctx, idFrom(params.id));
  return {
    title: pageTitle(ctx, "staff.page_named", { name: localized(frame.trial.name, ctx.locale) }),
    now: ctx.now,
    ...frame,
    diary: await listDiary(ctx, frame.trial.id),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TrialDiary() {
  const t = useT();
  const format = useFormat();
  const { trial, rights, diary, now } = useLoaderData<typeof loader>();
  return (
    <TrialFrame trial={trial} rights={rights}>
      {diary === null ? (
        <EmptyState title={t("fieldwork.diary_none")}>
          <p>{t("fieldwork.diary_none_text")}</p>
        </EmptyState>
      ) : (
        <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
          <section className="card">
            <WideTable label={t("fieldwork.tab_diary")}>
              <table className="table num">
                <thead>
                  <tr>
                    {(["day", "notes", "used", "late", "mood"] as const).map((key) => (
                      <th key={key} scope="col">
                        {t(`fieldwork.diary_${key}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {diary.days.map((day) => (
                    <tr key={day.day}>
                      <th scope="row">{day.day}</th>
                      <td>{format.number(day.notes)}</td>
                      <td>{format.number(day.used)}</td>
                      <td>{format.number(day.late)}</td>
                      <td>{day.mood === null ? "–" : format.number(day.mood, 1)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          </section>
          <ul className="grid items-start gap-4 min-[900px]:grid-cols-2">
            {diary.remarks.map((note) => (
              <li key={note.id} className="card grid gap-2">
                <p className="num text-note text-ink-3">
                  {t("trials.diary_day", { day: note.day })} · {note.codes.join(" → ")} · <Ago at={note.writtenAt} now={now} />
                </p>
                {note.remark && <p className="quote">{note.remark}</p>}
                {note.fileId && (
                  <img src={paths.file(note.fileId)} alt={t("trials.diary_photo_of", { day: note.day })} width={240} className="h-auto w-60 rounded-card" />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </TrialFrame>
  );
}
