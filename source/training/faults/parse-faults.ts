import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {refuseUnknown} from '../refuse-unknown.ts';
import {routeNames} from '../routes/route-name.ts';
import type {Aim, AimedFault} from './fault.ts';
import {faults} from './list.ts';

const aims: readonly Aim[] = [...routeNames, 'writes'];

/**
The faults asked for by words like `denied@users`, `reset@writes` or `rate-limit:2,slow:500`.
Throws UserError for an unknown name or route, with the nearest match, and for a number that is none.
*/
export function parseFaults(words: readonly string[]): readonly AimedFault[] {
	return words
		.flatMap(word => word.split(','))
		.filter(word => word !== '')
		.map(parseFault);
}

function parseFault(word: string): AimedFault {
	const [called = '', aim] = split(word, '@');
	const [name = '', number] = split(called, ':');
	const fault = faults.find(candidate => candidate.name === name);
	if (fault === undefined) {
		throw refuseUnknown(
			'fault',
			name,
			faults.map(candidate => candidate.name),
		);
	}

	return {
		fault,
		number: number === undefined ? fault.number.byDefault : parseNumber(number, word),
		route: aim === undefined ? null : parseRoute(aim),
	};
}

function split(text: string, separator: string): readonly string[] {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function parseNumber(text: string, word: string): number {
	if (!/^\d{1,6}$/u.test(text) || Number(text) === 0) {
		throw new UserError(`The number in the fault "${makeSafe(word)}" cannot be used.`, {
			why: 'After the colon stands a whole number from 1 to 999999.',
			next: 'Write it as in "rate-limit:3", or leave it out.',
			exitCode: exitCodes.usage,
		});
	}

	return Number(text);
}

function parseRoute(text: string): Aim {
	const route = aims.find(name => name === text);
	if (route === undefined) {
		throw refuseUnknown('route', text, aims);
	}

	return route;
}
