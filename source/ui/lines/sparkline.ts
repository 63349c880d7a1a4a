const bars = [...'▁▂▃▄▅▆▇█'];

/** Shares from 0 to 1 as a row of bars, one a column; a blank where there is none. Only the last `width` of them. */
export function sparkline(shares: readonly (number | null)[], width: number): string {
	return shares
		.slice(Math.max(shares.length - Math.max(width, 0), 0))
		.map(share => (share === null ? ' ' : (bars[Math.round(Math.min(Math.max(share, 0), 1) * 7)] ?? ' ')))
		.join('');
}
