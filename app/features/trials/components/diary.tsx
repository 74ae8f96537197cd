// One's own diary: the note that is due, the days as a row, and what was written. A missed day is not held against anybody.
import { Lightbulb } from "lucide-react";
import { useFormat, useT } from "~/i18n/language";
import { paths } from "~/paths";
import { TextArea, type Reply } from "~/ui/field";
import type { DiaryDay } from "../diary";

type Shown = Omit<DiaryDay, "dueAt"> & { dueAt: Date | string };
type Note = { id: number; day: number; used: boolean; mood: number | null; remark: string; fileId: string | null; isLate: boolean };
type OwnDiary = { days: readonly Shown[]; streak: number; next: Shown | null; notes: readonly Note[] };

const tone: Record<DiaryDay["state"], string> = { later: "chip", open: "chip turmeric", late: "chip", done: "chip leaf", done_late: "chip leaf" };

export const NoteForm = ({ trialId, day, reply }: { trialId: number; day: number; reply: Reply }) => {
  const t = useT();
  return (
    <form method="post" action={paths.myDiary(trialId)} className="grid gap-4">
      <input type="hidden" name="day" value={day} />
      <fieldset className="flex flex-wrap gap-x-6">
        <legend className="text-label font-semibold">{t("trials.diary_used")}</legend>
        {(["yes", "no"] as const).map((used) => (
          <label key={used} className="flex min-h-11 items-center gap-3">
            <input type="radio" name="used" value={used} required defaultChecked={reply?.values?.used === used} className="size-5 accent-leaf" />
            {t(`trials.diary_used_${used}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="grid sm:flex sm:flex-wrap sm:gap-x-6">
        <legend className="text-label font-semibold">{t("trials.diary_mood")}</legend>
        {([5, 4, 3, 2, 1] as const).map((mood) => (
          <label key={mood} className="flex min-h-11 items-center gap-3">
            <input type="radio" name="mood" value={mood} defaultChecked={reply?.values?.mood === String(mood)} className="size-5 accent-leaf" />
            {t(`trials.diary_mood_${mood}`)}
          </label>
        ))}
      </fieldset>
      <TextArea name="remark" label={t("trials.diary_remark")} rows={3} maxLength={1000} reply={reply} optional />
      <button className="button justify-self-start">{t("trials.diary_save")}</button>
    </form>
  );
};

const Written = ({ trialId, note }: { trialId: number; note: Note }) => {
  const t = useT();
  return (
    <li className="grid gap-2 py-3">
      <p className="text-label">
        <b className="font-semibold">{t("trials.diary_day", { day: note.day })}</b>
        {" · "}
        {note.used ? (note.mood === null ? t("trials.diary_used_yes") : t(`trials.diary_mood_${note.mood as 1}`)) : t("trials.diary_used_no")}
        {note.isLate && <span className="text-ink-3"> · {t("trials.diary_late")}</span>}
      </p>
      {note.remark && (
        <>
          <p className="quote whitespace-pre-line">{note.remark}</p>
          <a className="link inline-flex min-h-11 items-center gap-1.5 justify-self-start text-label" href={paths.newIdea({ note: note.id })}>
            <Lightbulb className="size-4" aria-hidden="true" />
            {t("trials.make_idea")}
          </a>
        </>
      )}
      {note.fileId ? (
        <img src={paths.file(note.fileId)} alt={t("trials.diary_photo_of", { day: note.day })} width={160} className="h-auto w-40 rounded-card" />
      ) : (
        <form
          method="post"
          encType="multipart/form-data"
          action={paths.diaryPhoto(trialId, note.id)}
          className="grid gap-2 min-[420px]:flex min-[420px]:flex-wrap min-[420px]:items-end min-[420px]:gap-3"
        >
          <label className="grid min-w-0 gap-1 text-note text-ink-3">
            {t("trials.diary_photo")}
            <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" required className="min-h-11 w-full max-w-full min-w-0 text-label" />
          </label>
          <button className="button quiet small justify-self-start">{t("trials.diary_photo_add")}</button>
        </form>
      )}
    </li>
  );
};

export const Diary = ({ trialId, diary }: { trialId: number; diary: OwnDiary }) => {
  const t = useT();
  const format = useFormat();
  const { days, streak, next, notes } = diary;
  return (
    <section className="card grid gap-4" aria-labelledby="diary">
      <div className="grid gap-1">
        <h2 id="diary">{t("trials.diary")}</h2>
        {streak > 1 && <p className="text-label text-ink-2">{t("trials.diary_streak", { count: streak })}</p>}
      </div>
      <ol className="flex flex-wrap gap-2">
        {days.map(({ day, state, dueAt }) => (
          <li key={day} className={`${tone[state]} num`}>
            {t("trials.diary_day", { day })} · {state === "later" ? format.shortDate(dueAt) : t(`trials.diary_state_${state}`)}
          </li>
        ))}
      </ol>
      {next && (
        <div className="grid gap-3 rounded-card bg-turmeric-tint p-4">
          <h3>{t("trials.diary_next", { day: next.day })}</h3>
          <NoteForm trialId={trialId} day={next.day} reply={null} />
        </div>
      )}
      {notes.length > 0 && (
        <ul className="divide-y divide-line">
          {notes.map((note) => (
            <Written key={note.id} trialId={trialId} note={note} />
          ))}
        </ul>
      )}
    </section>
  );
};
