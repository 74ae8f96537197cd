// Once a week staff are told how the running trials are doing and which decisions are overdue: everybody about those that they may see, in their language, unless they switched it off.
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { inTransaction, type Context } from "~/core/context";
import { localized, type Locale } from "~/core/locale";
import { dayInMs } from "~/core/time";
import { writeMail } from "~/features/mails/write-mail.server";
import { concerns, listOverdueDecisions, type OverdueDecision } from "~/features/reports/deciding/decisions.server";
import { formatter } from "~/i18n/format";
import { translatorFor } from "~/i18n/strings.server";
import { paths } from "~/paths";
import { env } from "~/platform/env.server";
import { applications, notificationSettings, participants, people, products, teamMembers, trials } from "~db/schema/index";

const runningStates = ["recruiting", "fieldwork", "analysis"] as const;

const findRunningTrials = (ctx: Context) =>
  ctx.db
    .select({
      id: trials.id,
      teamId: products.teamId,
      name: trials.name,
      state: trials.state,
      until: trials.fieldworkUntil,
      applied: sql<number>`(select count(*)::int from ${applications} a where a.trial_id = ${trials.id})`,
      taken: sql<number>`(select count(*)::int from ${participants} p where p.trial_id = ${trials.id} and p.state not in ('withdrawn', 'excluded'))`,
      done: sql<number>`(select count(*)::int from ${participants} p where p.trial_id = ${trials.id} and p.state = 'complete')`,
    })
    .from(trials)
    .innerJoin(products, eq(products.id, trials.productId))
    .where(inArray(trials.state, [...runningStates]))
    .orderBy(asc(trials.id));

type RunningTrial = Awaited<ReturnType<typeof findRunningTrials>>[number];

const findReaders = (ctx: Context) =>
  ctx.db
    .select({
      id: people.id,
      email: people.email,
      locale: people.locale,
      role: people.role,
      teamIds: sql<number[]>`array(select m.team_id from ${teamMembers} m where m.person_id = ${people.id})`,
    })
    .from(people)
    .leftJoin(notificationSettings, and(eq(notificationSettings.personId, people.id), eq(notificationSettings.topic, "digest")))
    .where(
      and(
        ne(people.role, "member"),
        isNotNull(people.emailVerifiedAt),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
        sql`coalesce(${notificationSettings.byMail}, true)`,
      ),
    );

const sentence = ({ name, state, until, applied, taken, done }: RunningTrial, locale: Locale): string => {
  const t = translatorFor(locale);
  const values = { trial: localized(name, locale), applied, taken, done };
  if (state === "recruiting") return t("notifications.digest_recruiting", values);
  if (state === "analysis") return t("notifications.digest_analysis", values);
  return until ? t("notifications.digest_fieldwork_until", { ...values, date: formatter(locale).date(until) }) : t("notifications.digest_fieldwork", values);
};

const overdueSentence = ({ trial, finding, dueOn }: OverdueDecision, locale: Locale): string =>
  translatorFor(locale)("notifications.digest_overdue", {
    trial: localized(trial, locale),
    finding: localized(finding, locale),
    date: formatter(locale).date(dueOn),
  });

/** Weeks begin on Monday; the same week is told once, however often the job runs. */
const weekOf = (moment: Date): number => Math.floor((moment.getTime() / dayInMs + 3) / 7);

export const sendWeeklyDigest = async (ctx: Context): Promise<number> => {
  const running = await findRunningTrials(ctx);
  const overdue = await listOverdueDecisions(ctx);
  let told = 0;
  for (const { id, email, locale, role, teamIds } of await findReaders(ctx)) {
    const own = role === "product_manager" ? running.filter(({ teamId }) => teamIds.includes(teamId)) : running;
    const late = overdue.filter((decision) => concerns(decision, { id, role, teamIds }));
    if (own.length === 0 && late.length === 0) continue;
    const t = translatorFor(locale);
    const subject =
      own.length > 0 ? t("notifications.digest_subject", { count: own.length }) : t("notifications.digest_subject_overdue", { count: late.length });
    const content = {
      subject,
      heading: subject,
      paragraphs: [...own.map((trial) => sentence(trial, locale)), ...late.map((decision) => overdueSentence(decision, locale))],
      button: { label: t("notifications.digest_open"), href: env().PUBLIC_ORIGIN + paths.manageTrials() },
      footer: {
        text: t("notifications.mail_footer"),
        link: { label: t("notifications.mail_settings"), href: env().PUBLIC_ORIGIN + paths.notificationSettings() },
      },
    };
    await inTransaction(ctx, (inner) => writeMail(inner, { messageKey: `digest:${weekOf(ctx.now)}:${id}`, to: email, locale, content }));
    told += 1;
  }
  return told;
};
