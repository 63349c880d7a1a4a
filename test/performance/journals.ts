import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {encodeLine} from '../../source/session/journal-line.ts';
import {openSession} from '../../source/session/open-session.ts';
import type {OpenOptions} from '../../source/session/opened-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {SessionEvent} from '../../source/types/session.ts';

/** How the session of these journals is opened. */
export function openOptions(stateDirectory: string): OpenOptions {
	return {
		stateDirectory,
		target: {kind: 'live', region: 'us', organizationId: '4410022', name: makeSafe('Acme')},
		tool: {version: '0.1.0', guideVersion: '0.1.0'},
		now: () => new Date('2026-11-24T10:00:00.000Z'),
	};
}

/** Records so many events through an open session. */
export async function recordSession(stateDirectory: string, events: number): Promise<void> {
	const opened = await openSession(openOptions(stateDirectory));
	if (opened.kind !== 'open') {
		throw new Error(`the session is ${opened.kind}`);
	}

	for (let index = 0; index < events; index += 1) {
		await opened.session.append(eventOf(index));
	}

	await opened.session.close();
}

/** Writes a journal of so many events at once, and returns its path: recording each would wait for the disk. */
export async function writeJournal(stateDirectory: string, events: number): Promise<string> {
	const directory = path.join(stateDirectory, 'sessions/us-4410022');
	await mkdir(directory, {recursive: true, mode: 0o700});
	const at = '2026-11-24T09:00:00.000Z';
	const lines: string[] = [];
	let previous: string | null = null;
	for (let index = 0; index < events; index += 1) {
		const isFirst = index === 0;
		const {line, checksum} = encodeLine({
			serial: index + 1,
			at,
			previous,
			header: isFirst ? {session: 'us-4410022', organizationName: makeSafe('Acme')} : null,
			event: isFirst ? {type: 'session_opened', tool: '0.1.0', guide: '0.1.0'} : eventOf(index),
		});
		previous = checksum;
		lines.push(`${line}\n`);
	}

	const file = path.join(directory, 'journal.jsonl');
	await writeFile(file, lines.join(''), {mode: 0o600});
	return file;
}

/** What a long session consists of: mostly ticks and moves, now and then somebody's word. */
function eventOf(index: number): SessionEvent {
	switch (index % 10) {
		case 0: {
			return {
				type: 'rule_attested',
				attestation: {
					rule: '1.2-two-factor',
					ruleVersion: 1,
					resource: null,
					status: 'pass',
					by: makeSafe('Ana'),
					observedOn: '2026-11-24',
					seen: makeSafe('The switch is purple.'),
				},
			};
		}

		case 1:
		case 2:
		case 3: {
			return {type: 'click_ticked', click: `3.1-click-${index % 40}`, done: index % 20 < 10};
		}

		default: {
			return {
				type: 'place_moved',
				place: {screen: 'control', control: '3.1', stage: 'gap', row: index % 500},
			};
		}
	}
}
