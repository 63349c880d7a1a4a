/** `1 project`, `3 projects`. */
export function counted(amount: number, noun: string): string {
	return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
