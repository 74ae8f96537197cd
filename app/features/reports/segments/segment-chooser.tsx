// Whose answers the draft shows: everybody's, or those of a saved segment.
import { Form, Link } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

type Props = { trialId: number; segments: { id: number; name: string }[]; chosen: number | null; /** How many were drawn. */ waves: number };

export const SegmentChooser = ({ trialId, segments, chosen, waves }: Props) => {
  const t = useT();
  return (
    <div className="no-print mb-5 flex flex-wrap items-end gap-x-4 gap-y-2">
      {segments.length > 0 && (
        <Form method="get" action={paths.report(trialId)} className="flex flex-wrap items-end gap-2" key={chosen}>
          <label className="grid gap-1">
            <span className="text-label font-semibold">{t("segments.whose")}</span>
            <select name="segment" defaultValue={chosen ?? ""} className="control max-w-72 min-w-48">
              <option value="">{t("segments.everybody")}</option>
              {segments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button className="button quiet small min-h-11">{t("segments.show")}</button>
        </Form>
      )}
      <Link to={paths.reportSegments(trialId)} className="link inline-flex min-h-11 items-center text-label">
        {t(segments.length > 0 ? "segments.title" : "segments.begin")}
      </Link>
      <Link to={paths.reportWeights(trialId)} className="link inline-flex min-h-11 items-center text-label">
        {t("segments.weights")}
      </Link>
      <Link to={paths.reportNorms(trialId)} className="link inline-flex min-h-11 items-center text-label">
        {t("segments.norms")}
      </Link>
      {waves > 1 && (
        <Link to={paths.reportWaves(trialId)} className="link inline-flex min-h-11 items-center text-label">
          {t("segments.compare_waves")}
        </Link>
      )}
    </div>
  );
};
