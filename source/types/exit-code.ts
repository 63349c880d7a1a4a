/** How the program ends (contract §1). 2 to 5 win over 0 and 1. */
export const exitCodes = {
	done: 0,
	failed: 1,
	usage: 2,
	denied: 3,
	unreachable: 4,
	state: 5,
	hangUp: 129,
	cancelled: 130,
	terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
