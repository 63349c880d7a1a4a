const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;
/** The way that needs no rewriting, which a log has in every row. */
const plainIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const spoken =
	/^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?([a-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4}),?(?: at)? (\d{1,2}):(\d\d)(?::(\d\d))?(?:[ \u202f]?([ap])\.?m\.?)?(?: (?:utc|gmt))?$/i;

/** No event of the log is older (it began in April 2026); what says so is no time of an event. */
const earliest = Date.UTC(2015, 0, 1);

/**
The moment a text names, in milliseconds since 1970; null for anything else. Understood are ISO 8601 (a missing zone
means UTC), seconds or milliseconds since 1970, and dates whose month is a word. A date in figures alone, as in 4/5/2026,
is never guessed.
*/
export function parseTime(text: string): number | null {
	const plain = text.trim();
	const moment = plain.length > 60 ? null : (fromIso(plain) ?? fromNumber(plain) ?? fromWords(plain));
	return moment === null || Number.isNaN(moment) || moment < earliest || moment > Date.UTC(2100, 0, 1)
		? null
		: moment;
}

function fromNumber(text: string): number | null {
	if (/^\d{10}(?:\.\d{1,9})?$/.test(text)) {
		return Math.trunc(Number(text) * 1000);
	}

	return /^\d{13}$/.test(text) ? Number(text) : null;
}

function fromIso(text: string): number | null {
	if (plainIso.test(text)) {
		return isDay(text.slice(0, 10)) ? Date.parse(text) : null;
	}

	const [, day, time, zone = 'Z'] = iso.exec(text) ?? [];
	if (day === undefined || time === undefined) {
		return null;
	}

	const offset = /^(?:utc|gmt|z)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
	// The date parser turns 30 February into 2 March.
	return isDay(day) ? Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`) : null;
}

function isDay(text: string): boolean {
	const month = Number(text.slice(5, 7));
	const day = Number(text.slice(8));
	// Day 0 of the next month is the last of this one.
	return (
		day >= 1 && (day <= 28 || day <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate())
	);
}

function fromWords(text: string): number | null {
	const [, name = '', day, year, hour, minute, second = '0', half] = spoken.exec(text) ?? [];
	const month = months.indexOf(name.toLowerCase());
	const given = Number(hour);
	if (month === -1 || given > (half === undefined ? 23 : 12) || Number(minute) > 59 || Number(second) > 59) {
		return null;
	}

	const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	const moment = Date.UTC(Number(year), month, Number(day), hours, Number(minute), Number(second));
	return new Date(moment).getUTCDate() === Number(day) ? moment : null;
}
