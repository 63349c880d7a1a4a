/** The plans in order: a higher one has what a lower one has. */
export const planRanks = {free: 0, growth: 1, enterprise: 2} as const;

export const planNames = {free: 'Free', growth: 'Growth', enterprise: 'Enterprise'} as const;
