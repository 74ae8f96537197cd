import { useFormat } from "~/i18n/language";

/** "5 minutes ago", with the exact time for those who want it. `now` comes from the loader, so that server and browser agree. */
export const Ago = ({ at, now }: { at: string | Date; now: string | Date }) => {
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.relative(at, now)}
    </time>
  );
};

export const Day = ({ at }: { at: string | Date }) => {
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.date(at)}
    </time>
  );
};
