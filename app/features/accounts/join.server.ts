// Joining ends at "check your mail" for every address alike; the account is made when the link in the mail is opened.
import type { Context } from "~/core/context";
import { Invalid } from "~/core/errors";
import { askForAccountMail } from "./account-mails.server";
import { passwordProblem } from "./password";
import { hashPassword } from "./passwords.server";
import { isOldEnough } from "./profile";

type Join = { email: string; displayName: string; password: string; birthYear: number; intent: string; next: string };

/** Open to everybody. Says nothing about whether the address is known, neither in words nor in time. */
export const askToJoin = async (ctx: Context, { password, ...input }: Join): Promise<void> => {
  if (!isOldEnough(input.birthYear, ctx.now)) throw new Invalid({ birthYear: { key: "too_young" } });
  const problem = passwordProblem(password, input);
  if (problem) throw new Invalid({ password: { key: problem } });
  const passwordHash = await hashPassword(password);
  await askForAccountMail(ctx, { kind: "join", request: { ...input, passwordHash, locale: ctx.locale } });
};
