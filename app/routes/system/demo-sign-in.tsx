// One tap to be one of the demo's people. Outside the demo this page does not exist.
import { redirect } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { idFrom } from "~/core/ids";
import { listDemoCast, signInToDemo } from "~/features/accounts/demo.server";
import { describeDevice } from "~/features/accounts/device";
import { pageTitle } from "~/http/page-title.server";
import { command, page } from "~/http/route.server";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";
import { Face } from "~/ui/face";

export const loader = page(async ({ ctx }) => ({ title: pageTitle(ctx, "accounts.demo_title"), cast: await listDemoCast(ctx) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const firstPage = { member: paths.home(), moderator: paths.queue(), product_manager: paths.workshop(), administrator: paths.people() } as const;

export const action = command(async ({ ctx, form, request }) => {
  const personId = idFrom(form.get("person"));
  const person = (await listDemoCast(ctx)).find(({ id }) => id === personId);
  const cookie = await signInToDemo(ctx, { personId, device: describeDevice(request.headers.get("user-agent")) });
  return redirect(firstPage[person?.role ?? "member"], { headers: { "Set-Cookie": cookie } });
});

export default function DemoSignIn() {
  const t = useT();
  const { cast } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid max-w-[620px] gap-6 pt-4">
      <div className="grid gap-2">
        <h1>{t("accounts.demo_title")}</h1>
        <p className="text-ink-2">{t("accounts.demo_lead")}</p>
      </div>
      <ul className="grid gap-3">
        {cast.map((person) => (
          <li key={person.id} className="card">
            <form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <input type="hidden" name="person" value={person.id} />
              <Face name={person.displayName} />
              <div className="min-w-0 flex-1 basis-52">
                <h2 className="text-[17px]">{person.displayName}</h2>
                <p className="text-label text-ink-2">{t(`accounts.demo_${person.role}`)}</p>
              </div>
              <button className="button quiet small min-h-11">{t("accounts.demo_be", { name: person.displayName.split(" ")[0] ?? "" })}</button>
            </form>
          </li>
        ))}
      </ul>
      <p className="text-label text-ink-2">
        {t("accounts.demo_mails")}{" "}
        <a className="link" href={paths.outbox()}>
          {t("accounts.outbox_title")}
        </a>
      </p>
    </div>
  );
}
