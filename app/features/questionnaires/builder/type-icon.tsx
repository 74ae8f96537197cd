import { AlignLeft, Camera, CircleDot, Gauge, Hash, ListChecks, SlidersHorizontal, type LucideIcon } from "lucide-react";

const icons: Record<string, LucideIcon> = {
  rating: Gauge,
  just_about_right: SlidersHorizontal,
  single_choice: CircleDot,
  multiple_choice: ListChecks,
  number: Hash,
  open_text: AlignLeft,
  photo: Camera,
};

export const TypeIcon = ({ type }: { type: string }) => {
  const Icon = icons[type] ?? CircleDot;
  return <Icon className="size-4 flex-none text-ink-3" aria-hidden="true" />;
};
