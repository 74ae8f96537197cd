// Durations with their unit in the name, and the arithmetic on dates that the product needs.

export const secondInMs = 1000;
export const minuteInMs = 60 * secondInMs;
export const hourInMs = 60 * minuteInMs;
export const dayInMs = 24 * hourInMs;

export const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);
export const before = (moment: Date, ms: number): Date => new Date(moment.getTime() - ms);
