// The moderator's day: the most urgent case, one key per decision, undo.
import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { idFrom } from "~/core/ids";
import { caseSubjects } from "~/features/moderation/case";
import { verdictInput } from "~/features/moderation/input";
import { CaseContext } from "~/features/signals/components/case-context";
import { CaseList } from "~/features/signals/components/case-list";
import { WrittenCaseView } from "~/features/signals/components/case-view";
import { KeySheet } from "~/features/signals/components/key-sheet";
import { QueueHead } from "~/features/signals/components/queue-head";
import { ResponseCaseView, ResponseContext, ResponseVerdicts } from "~/features/signals/components/response-case";
import { VerdictForms } from "~/features/signals/components/verdict-forms";
import { decideCase } from "~/features/signals/decide-case.server";
import { findVerdict, getCase, listQueue } from "~/features/signals/queries.server";
import { preparedReplies } from "~/features/signals/replies.server";
import { useShortcuts, type Shortcut } from "~/features/signals/shortcuts";
import { parseForm } from "~/http/forms.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import type { Reply } from "~/ui/field";

export const handle = { audience: "staff", isWide: true };
export const meta: MetaFunction = () => [{ title: "Kawan" }];

export const loader = page(async ({ ctx, url }) => {
  const kind = caseSubjects.find((subject) => subject === url.searchParams.get("kind")) ?? null;
  const queue = await listQueue(ctx, { kind });
  const asked = url.searchParams.get("case");
  const selected = asked ? idFrom(asked) : (queue.entries[0]?.id ?? null);
  const view = selected === null ? null : await getCase(ctx, selected);
  const done = url.searchParams.get("done");
  const notice = ["already_handled", "claimed_by", "case_changed", "already_undone", "later_verdict"].find((key) => key === url.searchParams.get("notice"));
  return {
    ...queue,
    kind,
    view,
    replies: preparedReplies((view?.subjectKind !== "response" && view?.author?.locale) || ctx.locale),
    undoable: done && /^[1-9]\d{0,9}$/.test(done) ? await findVerdict(ctx, Number(done)) : null,
    notice: notice ?? null,
    wasChosen: asked !== null,
    now: ctx.now,
  };
});

/** The verdict on a case; leads to the next one of the list. */
export const action = command(async ({ ctx, form, url }) => {
  const kind = caseSubjects.find((subject) => subject === url.searchParams.get("kind")) ?? null;
  const caseId = idFrom(form.get("case"));
  const input = parseForm(form, verdictInput);
  const { entries } = await listQueue(ctx, { kind });
  const place = entries.findIndex((entry) => entry.id === caseId);
  const following = entries[place + 1] ?? entries.find((entry) => entry.id !== caseId);
  const { verdictId } = await decideCase(ctx, { caseId, ...input });
  return redirect(paths.queue({ case: following?.id, kind: kind ?? undefined, done: verdictId }));
});

export default function Queue() {
  const t = useT();
  const navigate = useNavigate();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply;
  const { entries, view, kind, now } = data;
  const sheet = useRef<HTMLDialogElement>(null);
  const selected = view?.id ?? null;

  // After a verdict, and when moving by key, the focus stands on the case that is now shown.
  useEffect(() => {
    if (data.wasChosen) document.getElementById("case-title")?.focus({ preventScroll: true });
  }, [selected, data.wasChosen]);

  const press = useCallback(
    (key: Shortcut) => {
      const place = entries.findIndex((entry) => entry.id === selected);
      const target = key === "j" ? entries[place + 1] : key === "k" ? entries[place - 1] : undefined;
      if (key === "?") sheet.current?.showModal();
      else if (target) navigate(paths.queue({ case: target.id, kind: kind ?? undefined }), { preventScrollReset: true });
      else document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
      document.querySelector<HTMLElement>(`[data-panel="${key}"][open] :is(select, textarea)`)?.focus();
    },
    [entries, selected, kind, navigate],
  );
  useShortcuts(press);

  return (
    <div className="min-[860px]:grid min-[860px]:h-screen min-[860px]:grid-cols-[300px_minmax(0,1fr)] min-[1400px]:grid-cols-[360px_minmax(0,1fr)]">
      <title>{t("moderation.queue_title", { count: data.total })}</title>
      <nav
        aria-label={t("moderation.cases")}
        className={`border-line p-2 min-[860px]:block min-[860px]:overflow-y-auto min-[860px]:border-e ${data.wasChosen && !data.undoable ? "hidden" : ""}`}
      >
        {/* On a phone the list stands alone, without the title of a case. */}
        {view && !data.wasChosen && <h1 className="px-3 pt-2 min-[860px]:hidden">{t("staff.nav_queue")}</h1>}
        {!view && <h1 className="sr-only">{t("staff.nav_queue")}</h1>}
        <QueueHead kind={kind} handledToday={data.handledToday} undoable={data.undoable} notice={data.notice} />
        <CaseList entries={entries} selected={selected} kind={kind} now={now} />
      </nav>
      {view ? (
        <div
          className={`min-[860px]:block min-[860px]:overflow-y-auto min-[1240px]:grid min-[1240px]:grid-cols-[minmax(0,1fr)_264px] min-[1400px]:grid-cols-[minmax(0,1fr)_292px] ${data.wasChosen ? "" : "hidden"}`}
        >
          <section className="grid content-start gap-[18px] p-5 min-[860px]:px-8 min-[860px]:py-7" aria-live="polite">
            <a href={paths.queue({ kind: kind ?? undefined })} className="link text-label min-[860px]:hidden">
              {t("moderation.back_to_list")}
            </a>
            {view.subjectKind === "response" ? <ResponseCaseView view={view} now={now} /> : <WrittenCaseView view={view} now={now} />}
            {view.state === "open" && view.subjectKind === "response" ? (
              <ResponseVerdicts key={view.id} view={view} reply={reply} action={paths.queue({ kind: kind ?? undefined })} />
            ) : view.state === "open" && view.subjectKind !== "response" ? (
              <VerdictForms key={view.id} view={view} replies={data.replies} reply={reply} action={paths.queue({ kind: kind ?? undefined })} />
            ) : (
              <p className="chip justify-self-start">{t("moderation.closed")}</p>
            )}
            <p className="hidden min-[860px]:block">
              <button type="button" className="link text-label" onClick={() => sheet.current?.showModal()}>
                {t("moderation.keys")}
              </button>
            </p>
          </section>
          <div className="border-line p-5 max-[1239px]:border-t min-[860px]:px-8 min-[1240px]:border-s min-[1240px]:px-5 min-[1240px]:py-7">
            {view.subjectKind === "response" ? <ResponseContext view={view} now={now} /> : <CaseContext view={view} now={now} />}
          </div>
        </div>
      ) : (
        <div className="p-6">
          <EmptyState title={t("moderation.all_done")}>{t("moderation.all_done_text", { count: data.handledToday })}</EmptyState>
        </div>
      )}
      <KeySheet ref={sheet} />
    </div>
  );
}
