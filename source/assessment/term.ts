import type {Exemption, WaiverRecord} from '../types/decision.ts';
import type {Policy} from '../types/policy.ts';
import {day, isoDay, momentOf, startOfDay} from './iso-day.ts';

/** Longest a waiver or exemption may last, whatever the policy says (contract §2). */
const longestDays = 365;

/** Days before its end from which a decision is announced to end. */
export const warningDays = 30;

/** Whether a waiver or exemption counts at a moment; `daysLeft` are whole days, 0 on its last one. */
export type Term =
	| {readonly kind: 'holds'; readonly daysLeft: number; readonly endsSoon: boolean}
	| {readonly kind: 'expired'}
	| {readonly kind: 'malformed'; readonly why: string};

type Dated = Pick<WaiverRecord | Exemption, 'reason' | 'owner' | 'by' | 'expires' | 'at'>;

/** The state of a decision with an end. The day it names is the last on which it holds, in UTC. */
export function termOf(decision: Dated, {now, policy}: {readonly now: Date; readonly policy: Policy}): Term {
	const {reason, owner, by, expires, at} = decision;
	const lacking = Object.entries({reason, owner, 'name of who gave it': by}).find(
		([, text]) => text.trim() === '',
	);
	if (lacking !== undefined) {
		return {kind: 'malformed', why: `it has no ${lacking[0]}`};
	}

	const end = startOfDay(expires);
	if (end === null) {
		return {kind: 'malformed', why: 'its end is no date'};
	}

	const given = momentOf(at);
	// A day ahead is allowed for a clock that is a little fast.
	if (given === null || given > now.getTime() + day) {
		return {
			kind: 'malformed',
			why: given === null ? 'when it was given is unclear' : 'it was given on a day ahead',
		};
	}

	const longest = Math.min(policy.waiverMaxDays, longestDays);
	const givenOn = startOfDay(isoDay(given)) ?? given;
	if (end - givenOn > longest * day) {
		return {kind: 'malformed', why: `it was given for more than ${longest} days`};
	}

	const daysLeft = Math.floor((end + day - now.getTime() - 1) / day);
	return daysLeft < 0 ? {kind: 'expired'} : {kind: 'holds', daysLeft, endsSoon: daysLeft <= warningDays};
}
