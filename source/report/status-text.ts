import {decidedWords} from '../assessment/decided-words.ts';
import {overridesLine} from '../assessment/policy-words.ts';
import {count} from '../controls/rule-kinds/count.ts';
import {aboutMinutes} from '../controls/time-text.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {type Place, stageTitles} from '../types/session.ts';
import type {SessionStatus} from './session-status.ts';

const regions = {us: 'US', eu: 'EU', in: 'India', simulated: 'simulated'} as const;
/** Days ahead for which a word that will run out is announced. */
const announcedDays = 14;
/** The same for a waiver or exemption (contract §2). */
const waiverAnnouncedDays = 30;
/** Changes that are told one by one; the rest is counted. */
const shownChanges = 5;
const day = 24 * 60 * 60 * 1000;

/** One session for a person at a terminal: a heading and a few lines, the most telling first. */
export function renderStatus(status: SessionStatus, now: Date): string {
	const lines = [
		`  ${[
			status.person ?? 'Nobody named yet',
			`level ${status.level}`,
			status.decided === null || status.of === null
				? 'not assessed yet'
				: decidedWords({decided: status.decided, of: status.of}),
			status.decided === null
				? null
				: `score ${status.score === null ? 'none yet' : status.score.toFixed(2)}`,
		]
			.filter(part => part !== null)
			.join(' · ')}`,
		status.lastAt === null
			? '  Nothing recorded yet'
			: `  Last worked on ${ago(status.lastAt, now)}${status.place === null ? '' : `, at ${placeText(status.place)}`}`,
		...policyLines(status),
		...(status.verdictsNote === null ? [] : [`  ${status.verdictsNote}`]),
		...changedLines(status),
		...dueLines(status, now),
		...(status.inDoubt ?? []).map(({rule, reason}) => makeSafe(`  In doubt: ${rule}. ${reason}`, 400)),
		...expiringLines(status, now),
		...status.waiting.map(waitingLine),
		...nextLines(status),
		...status.openChanges.map(
			({fix, control, resource, at}) =>
				`  Open change: ${fix} of ${resource.name} for ${control}, begun ${at.slice(0, 10)}. The wizard finds out what came of it.`,
		),
		...(status.notes === 0 && status.tickedClicks === 0
			? []
			: [`  ${count(status.notes, 'note')}, ${count(status.tickedClicks, 'step')} ticked`]),
		...(status.holder === null ? [] : [`  Open now: ${holderText(status.holder)}`]),
		...(status.damaged
			? [
					`  The journal is damaged: ${count(status.leftOutLines, 'line')} left out here. Open the session with the wizard to mend it.`,
				]
			: []),
	];
	return `${heading(status)}\n${lines.join('\n')}\n`;
}

/** Nothing where the defaults hold, as they mostly do. */
function policyLines({policy, policyNote}: SessionStatus): string[] {
	const set =
		policy === null || policy.overrides?.length === 0
			? []
			: [
					policy.overrides === null
						? `  Judged by a policy that is not kept here, SHA-256 ${policy.sha256.slice(0, 12)}…`
						: makeSafe(`  Judged by a policy: ${overridesLine(policy.overrides)}`, 400),
				];
	return policyNote === null ? set : [...set, `  ${policyNote}`];
}

function heading(status: SessionStatus): string {
	if (status.region === null) {
		return 'By hand, without a key';
	}

	const parts = [status.organizationName, status.organizationId, regions[status.region]];
	return `${parts.filter(part => part !== null).join(' · ')} · ${status.simulated ? 'TRAINING' : 'LIVE'}`;
}

function placeText(place: Place): string {
	if (place.screen === 'controls') {
		return 'the list of controls';
	}

	return `${place.control}, ${stageTitles[place.stage]}`;
}

/** What the latest reading showed; what could not be compared is no change. */
function changedLines({changed}: SessionStatus): string[] {
	const changes = changed?.changes.filter(({kind}) => kind !== 'not_compared') ?? [];
	if (changed === null || changes.length === 0) {
		return [];
	}

	const shown = changes.length > shownChanges + 1 ? changes.slice(0, shownChanges) : changes;
	return [
		`  Changed at Mixpanel between ${changed.since.slice(0, 10)} and ${changed.readAt.slice(0, 10)}:`,
		...shown.map(({sentence, finding}) =>
			makeSafe(
				`    ${sentence}${finding === null ? '' : finding === 'new' ? ' (new finding)' : ' (finding gone)'}`,
				300,
			),
		),
		...(shown.length === changes.length
			? []
			: [`    and ${changes.length - shown.length} more: --format json shows them all`]),
	];
}

function nextLines({next}: SessionStatus): string[] {
	return next === null ? [] : [`  Next: ${next.controls.join(', ')}, ${aboutMinutes(next.minutes)}`];
}

function dueLines(status: SessionStatus, now: Date): string[] {
	const horizon = dayAfter(now, announcedDays);
	return status.due
		.filter(({on}) => on <= horizon)
		.map(({rule, on, overdue}) =>
			overdue ? `  Due: ${rule}, held until ${on}` : `  Due soon: ${rule}, holds until ${on}`,
		);
}

function expiringLines({expiring}: SessionStatus, now: Date): string[] {
	const horizon = dayAfter(now, waiverAnnouncedDays);
	return expiring
		.filter(({on}) => on <= horizon)
		.map(({kind, subject, resource, owner, on, overdue}) => {
			const what = makeSafe(
				`${kind} of ${owner} on ${subject}${resource === null ? '' : `, ${resource.type} ${resource.id}`}`,
				300,
			);
			return overdue ? `  Ran out: ${what}, held until ${on}` : `  Runs out soon: ${what}, holds until ${on}`;
		});
}

function waitingLine({
	control,
	click,
	waitingFor,
	what,
	until,
	overdue,
}: SessionStatus['waiting'][number]): string {
	const when = until === null ? '' : overdue ? `, look again since ${until}` : ` until ${until}`;
	return makeSafe(`  Waiting: ${click ?? control} for ${waitingFor}${when}: ${what}`, 300);
}

function dayAfter(now: Date, days: number): string {
	return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}

function holderText({pid, host, since}: NonNullable<SessionStatus['holder']>): string {
	return pid === null || host === null || since === null
		? 'its lock cannot be read'
		: makeSafe(`process ${pid} on ${host}, since ${since}`, 400);
}

function ago(at: string, now: Date): string {
	const days = Math.floor((now.getTime() - Date.parse(at)) / day);
	const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
	if (minutes < 1) {
		return 'just now';
	}

	if (minutes < 60) {
		return `${count(minutes, 'minute')} ago`;
	}

	return days < 1 ? `${count(Math.floor(minutes / 60), 'hour')} ago` : `${count(days, 'day')} ago`;
}
