/** A person's initials in a circle; decoration beside the name. */
export const Face = ({ name }: { name: string }) => {
  const initials = name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
  return (
    <span aria-hidden="true" className="inline-grid size-[34px] flex-none place-items-center rounded-full bg-leaf-tint text-note font-bold text-leaf-strong">
      {initials}
    </span>
  );
};
