// Every job and its schedule, on one screen.
import type { Task, TaskList } from "graphile-worker";
import { system, type Context } from "./core/context";
import { writeAccountMail } from "./features/accounts/account-mails.server";
import { proveCounts } from "./features/comments/prove-counts.server";
import { forgetVoteOrigins } from "./features/ideas/forget-vote-origins.server";
import { deleteOldMails, sendMail } from "./features/mails/send-mail.server";
import { tidyAccounts } from "./features/accounts/tidy.server";
import { notify } from "./features/notifications/notify.server";
import { computeLater } from "./features/reports/later/compute-later.server";
import { sendWeeklyDigest } from "./features/notifications/weekly-digest.server";
import { deleteOldAddresses } from "./features/parcels/delete-addresses.server";
import { expireOffers, provePlaces, remindParticipants } from "./features/trials/jobs.server";
import { settleAct } from "./features/trials/act-on-participants.server";
import { receiveDelivered } from "./features/trials/receive-delivered.server";
import { forgetReportFiles, makeReportFile } from "./features/reports/exports/report-files.server";
import { removeUnusedFiles } from "./features/questionnaires/jobs.server";
import { database, reportingDatabase } from "./platform/database.server";
import { forgetLimits } from "./platform/forget-limits.server";

/** A job is a use case that the house itself carries out. */
const job =
  <Payload>(name: string, work: (ctx: Context, payload: Payload) => Promise<unknown>): Task =>
  async (payload) => {
    await work({ db: database(), actor: system(name), now: new Date(), locale: "id" }, payload as Payload);
  };

export const jobs: TaskList = {
  "account-mail": job("account-mail", writeAccountMail),
  notify: job("notify", notify),
  "weekly-digest": job("weekly-digest", sendWeeklyDigest),
  "send-mail": job("send-mail", sendMail),
  "tidy-accounts": job("tidy-accounts", tidyAccounts),
  "delete-old-mails": job("delete-old-mails", deleteOldMails),
  "prove-places": job("prove-places", provePlaces),
  "expire-offers": job("expire-offers", expireOffers),
  "settle-act": job("settle-act", settleAct),
  "receive-delivered": job("receive-delivered", receiveDelivered),
  "remind-participants": job("remind-participants", remindParticipants),
  "delete-old-addresses": job("delete-old-addresses", deleteOldAddresses),
  "remove-unused-files": job("remove-unused-files", removeUnusedFiles),
  "compute-later": job("compute-later", (ctx) => computeLater({ ...ctx, db: reportingDatabase() })),
  "make-report-file": job("make-report-file", makeReportFile),
  "forget-report-files": job("forget-report-files", forgetReportFiles),
  "forget-limits": forgetLimits,
  "prove-counts": job("prove-counts", proveCounts),
  "forget-vote-origins": job("forget-vote-origins", forgetVoteOrigins),
};

/** Cron lines: minute hour day month weekday job. Times are UTC; 18:00 UTC is one in the morning in Jakarta. */
export const schedule = `
0 18 * * * prove-counts
* * * * * compute-later
20 * * * * forget-limits
50 * * * * forget-report-files
20 18 * * * forget-vote-origins
0 18 * * * tidy-accounts
10 18 * * * delete-old-mails
20 18 * * * delete-old-addresses
30 18 * * * prove-places
0 1 * * 1 weekly-digest
*/10 * * * * expire-offers
5 * * * * receive-delivered
15 2 * * * remind-participants
40 * * * * remove-unused-files
`;
