// Joining ends at "check your mail" for every address alike; the account is made when the link in the mail is opened.
import type { Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { askForAccountMail } from "./account-mails.server";
import { passwordProblem } from "./password";
import { hashPassword } from "./passwords.server";
import { isOldEnough } from "./profile";

type Join = { email: string; displayName: string; password: string; birthYear: number; intent: string; next: string; isMailed?: boolean };

/** Open to everybody. Without a mail, because there were too many, it does the same work and says the same. Says nothing about whether the address is known, neither in words nor in time. */
export const askToJoin = async (ctx: Context, { password, isMailed = true, ...input }: Join): Promise<void> => {
  if (!isOldEnough(input.birthYear, ctx.now)) throw new Invalid({ birthYear: { key: "too_young" } });
  const problem = passwordProblem(password, input);
  if (problem) throw new Invalid({ password: { key: problem } });
  const passwordHash = await hashPassword(password);
  if (isMailed) await askForAccountMail(ctx, { kind: "join", request: { ...input, passwordHash, locale: ctx.locale } });
};
