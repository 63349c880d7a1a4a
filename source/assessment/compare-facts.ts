import {list} from '../controls/rule-kinds/count.ts';
import {failureWords} from '../controls/rule-kinds/read-rule.ts';
import type {ControlId} from '../types/control.ts';
import type {Facts, PerProject, ProjectReference, Read, TwoFactorReading} from '../types/facts.ts';
import {compareDataViews} from './compare/compare-data-views.ts';
import {compareProjects} from './compare/compare-projects.ts';
import {compareProperties} from './compare/compare-properties.ts';
import {compareServiceAccounts} from './compare/compare-service-accounts.ts';
import {compareTeams} from './compare/compare-teams.ts';
import {compareUsers} from './compare/compare-users.ts';
import type {Difference} from './compare/difference.ts';
import {knownResources} from './known-resources.ts';

export type {Difference} from './compare/difference.ts';

/**
What is different at Mixpanel between two sets of facts, by resource. Only what was read reliably both times is
compared; what was read once is named as not compared, with the reason. What was never read is passed over.
*/
export function compareFacts(before: Facts, after: Facts): readonly Difference[] {
	return [
		...compareReads('People', ['2.1', '2.3'], before.users, after.users, (old, now) =>
			compareUsers(old.users, now.users),
		),
		...compareReads('Teams', ['2.1'], before.teams, after.teams, compareTeams),
		...compareReads('Two-factor', ['1.2'], before.twoFactor, after.twoFactor, compareTwoFactor),
		...compareReads(
			'Service accounts',
			['3.1'],
			before.serviceAccounts,
			after.serviceAccounts,
			compareServiceAccounts,
		),
		...projectDifferences(before, after),
		...compareReads('Data views', ['3.2'], before.dataViews, after.dataViews, (old, now) =>
			compareEach('Data views', ['3.2'], old, now, compareDataViews),
		),
		...compareReads('Properties', ['3.2'], before.properties, after.properties, (old, now) =>
			compareEach('Properties', ['3.2'], old, now, compareProperties),
		),
	];
}

function compareReads<Value>(
	what: string,
	controls: readonly ControlId[],
	before: Read<Value> | undefined,
	after: Read<Value> | undefined,
	compare: (before: Value, after: Value) => readonly Difference[],
): readonly Difference[] {
	if (before?.outcome === 'ok' && after?.outcome === 'ok') {
		return compare(before.value, after.value);
	}

	return before === undefined && after === undefined
		? []
		: [notCompared(what, whyNot(before, after), controls)];
}

/** The first of the two reads that is missing or failed says why. */
function whyNot(before: Read<unknown> | undefined, after: Read<unknown> | undefined): string {
	const [read, when] = before?.outcome === 'ok' ? [after, 'now'] : [before, 'last time'];
	return read === undefined || read.outcome === 'ok'
		? `not read ${when}`
		: `${failureWords[read.outcome]} ${when}`;
}

function notCompared(what: string, why: string, controls: readonly ControlId[]): Difference {
	return {
		kind: 'not_compared',
		sentence: `${what} could not be compared: ${why}`,
		resource: null,
		controls,
	};
}

function projectDifferences(before: Facts, after: Facts): readonly Difference[] {
	const old = knownResources('projects', before);
	const now = knownResources('projects', after);
	if (old !== null && now !== null) {
		return compareProjects(old.resources, now.resources);
	}

	return before.identity === undefined && after.identity === undefined
		? []
		: [
				notCompared('Projects', `the list was not read reliably ${old === null ? 'last time' : 'now'}`, [
					'2.2',
				]),
			];
}

/** Project by project; a new project is told as such, and one that is gone too. */
function compareEach<Row>(
	what: string,
	controls: readonly ControlId[],
	before: PerProject<readonly Row[]>,
	after: PerProject<readonly Row[]>,
	compare: (
		project: ProjectReference,
		before: readonly Row[],
		after: readonly Row[],
	) => readonly Difference[],
): readonly Difference[] {
	const earlier = new Map(before.map(({project, read}) => [project.id, read]));
	const pairs = after.flatMap(({project, read}) => {
		const old = earlier.get(project.id);
		return old === undefined ? [] : [{project, old, now: read}];
	});
	const missed = pairs.filter(({old, now}) => old.outcome !== 'ok' || now.outcome !== 'ok');
	const [first] = missed;
	return [
		...pairs.flatMap(({project, old, now}) =>
			old.outcome === 'ok' && now.outcome === 'ok' ? compare(project, old.value, now.value) : [],
		),
		...(first === undefined
			? []
			: [
					notCompared(
						`${what} of ${list(missed.map(({project}) => project.name))}`,
						whyNot(first.old, first.now),
						controls,
					),
				]),
	];
}

/** Fields by name; one that is only there once has no value to compare. */
function compareTwoFactor(before: TwoFactorReading, after: TwoFactorReading): readonly Difference[] {
	const earlier = new Map<string, boolean>(before.candidates.map(({key, value}) => [key, value]));
	return after.candidates
		.filter(({key, value}) => earlier.has(key) && earlier.get(key) !== value)
		.map(({key, value}) => ({
			kind: 'changed',
			sentence: `Mixpanel reports ${key} = ${value} for two-factor now`,
			resource: null,
			controls: ['1.2'],
		}));
}
