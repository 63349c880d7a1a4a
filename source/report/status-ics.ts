import {tool} from '../types/tool.ts';
import type {SessionStatus} from './session-status.ts';

type Entry = {
	/** The same for as long as it is the same thing, so that calendars move it instead of adding it again. */
	readonly id: string;
	/** ISO date. */
	readonly on: string;
	readonly summary: string;
	readonly description: string;
};

/** Longest line in bytes, its line break not counted (RFC 5545, 3.1). */
const longestLine = 75;
const day = 24 * 60 * 60 * 1000;

/**
A calendar (RFC 5545) of all-day events: the last day of each word, waiver and exemption, and the day to look again at
what waits. `titles` are those of the rules by id.
*/
export function renderStatusIcs(
	statuses: readonly SessionStatus[],
	titles: ReadonlyMap<string, string>,
	now: Date,
): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${tool.name}//${tool.version}//EN`,
		'CALSCALE:GREGORIAN',
		...statuses.flatMap(status => entriesOf(status, titles).flatMap(entry => event(entry, status, now))),
		'END:VCALENDAR',
	];
	return lines.map(line => `${fold(line)}\r\n`).join('');
}

function entriesOf(status: SessionStatus, titles: ReadonlyMap<string, string>): readonly Entry[] {
	const named = (id: string): string => titles.get(id) ?? id;
	return [
		...status.due.map(({rule, title, on}) => ({
			id: `due-${rule}`,
			on,
			summary: `Look again: ${title ?? named(rule)}`,
			description: `What was said on ${rule} holds until ${on}.`,
		})),
		...status.expiring.map(({kind, subject, resource, owner, on}) => ({
			id: `${kind}-${subject}${resource === null ? '' : `-${resource.type}-${encodeURIComponent(resource.id.toWellFormed())}`}`,
			on,
			summary: `Decide again: ${kind} on ${named(subject)}`,
			description: `The ${kind} of ${owner} on ${subject} holds until ${on}.`,
		})),
		...status.waiting.flatMap(({control, click, waitingFor, what, until}) =>
			until === null
				? []
				: [
						{
							id: `waiting-${click ?? control}`,
							on: until,
							summary: `Ask ${waitingFor}: ${what}`,
							description: `${click === null ? `Control ${control}` : `Step ${click}`} waits for ${waitingFor}.`,
						},
					],
		),
	];
}

function event({id, on, summary, description}: Entry, status: SessionStatus, now: Date): readonly string[] {
	const place = status.region === null ? 'by-hand' : `${status.region}-${status.organizationId}`;
	const name = status.organizationName ?? 'Mixpanel';
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(`${id}-${place}@${tool.name}`)}`,
		// The moment of the last event in the session: what has not changed stays the same to the byte.
		`DTSTAMP:${(status.lastAt ?? now.toISOString()).replace(/\.\d+/, '').replace(/[-:]/g, '')}`,
		`DTSTART;VALUE=DATE:${date(on)}`,
		`DTEND;VALUE=DATE:${date(new Date(Date.parse(on) + day).toISOString())}`,
		`SUMMARY:${escaped(`${name}: ${summary}`)}`,
		`DESCRIPTION:${escaped(`${description}\nmixpanel-harden shows the rest.`)}`,
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
	];
}

function date(iso: string): string {
	return iso.slice(0, 10).replaceAll('-', '');
}

/** A text value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Breaks a long line between characters; each further piece begins with a space. */
function fold(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let bytes = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (bytes + size > longestLine) {
			pieces.push(piece);
			piece = ' ';
			bytes = 1;
		}

		piece += character;
		bytes += size;
	}

	return [...pieces, piece].join('\r\n');
}
