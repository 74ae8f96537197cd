// Days that staff choose are whole days in the community's zone: from its first to its last minute.

const offset = "+07:00";

export const startOfDay = (day: string | undefined): Date | null => (day ? new Date(`${day}T00:00:00${offset}`) : null);
export const endOfDay = (day: string | undefined): Date | null => (day ? new Date(`${day}T23:59:00${offset}`) : null);

/** The day in a date field, from a moment. */
export const dayOf = (moment: Date | string | null): string => (moment ? new Date(new Date(moment).getTime() + 7 * 3_600_000).toISOString().slice(0, 10) : "");
