const isoDateTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;

/**
An ISO 8601 date-time as UTC with Z, without a fraction when it is zero. A missing zone means UTC
(mixpanel-api §5 shows such). Null for any other text, days that no calendar has included.
*/
export function toInstant(text: string): string | null {
	const [, day = '', time = '', fraction = '', zone = 'Z'] = isoDateTime.exec(text) ?? [];
	const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
	const offset = zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
	const moment = Date.parse(`${day}T${time}.${milliseconds}${offset}`);
	const asUtc = Date.parse(`${day}T${time}Z`);
	// The date parser turns 30 February into 2 March, and 24:00 into the next day.
	if (
		Number.isNaN(moment) ||
		Number.isNaN(asUtc) ||
		!new Date(asUtc).toISOString().startsWith(`${day}T${time}`)
	) {
		return null;
	}

	return formatInstant(new Date(moment));
}

/** UTC ISO 8601 with Z, the way the facts write it. */
export function formatInstant(date: Date): string {
	return date.toISOString().replace('.000Z', 'Z');
}
