import {exitCodes} from '../types/exit-code.ts';
import type {Region} from '../types/target.ts';
import {UserError} from '../types/user-error.ts';

/** What a session belongs to: a `Target` without its name. Every target is a key. */
export type SessionKey =
	| {readonly kind: 'live'; readonly region: Region; readonly organizationId: string}
	| {readonly kind: 'simulated'; readonly organizationId: string}
	| {readonly kind: 'byHand'};

const byHand = 'by-hand';
const organizationId = /^[0-9]{1,20}$/;
const folderName = /^(?<place>us|eu|in|simulated)-(?<id>[0-9]{1,20})$/;

/**
The folder of a session below `sessions/` (contract §6): `us-4410022`, `simulated-7000001` or `by-hand`.
Throws a UserError for an organization id that is not made of digits, so that no path ever comes from data.
*/
export function sessionFolder(key: SessionKey): string {
	if (key.kind === 'byHand') {
		return byHand;
	}

	if (!organizationId.test(key.organizationId)) {
		throw new UserError('The organization id cannot be used', {
			why: 'An organization id is a number of at most 20 digits.',
			next: 'Copy the id from Settings, Org, Overview in Mixpanel and try again.',
			exitCode: exitCodes.usage,
		});
	}

	return `${key.kind === 'live' ? key.region : 'simulated'}-${key.organizationId}`;
}

/** The key a folder's name stands for; null for a folder that is none of ours. */
export function parseSessionFolder(name: string): SessionKey | null {
	if (name === byHand) {
		return {kind: 'byHand'};
	}

	const {place, id} = folderName.exec(name)?.groups ?? {};
	if (id === undefined) {
		return null;
	}

	switch (place) {
		case 'us':
		case 'eu':
		case 'in':
			return {kind: 'live', region: place, organizationId: id};
		case 'simulated':
			return {kind: 'simulated', organizationId: id};
		default:
			return null;
	}
}
