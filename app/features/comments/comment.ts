// The rules of comments that need neither database nor clock.

export const commentLimits = { bodyMin: 2, bodyMax: 2000 } as const;
