import {count, list} from '../controls/rule-kinds/count.ts';
import {splitProjects} from '../controls/rule-kinds/judge-projects.ts';
import {roleWords} from '../controls/rule-kinds/role-words.ts';
import type {ConfirmableReading} from '../types/decision.ts';
import type {Facts, User, DataView as View} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {Decisions} from './decisions.ts';
import {knownResources} from './known-resources.ts';
import {candidateOf, confirmationOf} from './overlay-confirmation.ts';

/** A reading that a person is asked to compare with their screen. */
export type PendingConfirmation = {
	readonly reading: ConfirmableReading;
	/** The field of two-factor that the answer is about, else null; it belongs into the confirmation. */
	readonly key: SafeText | null;
	/** What was understood, and the question. */
	readonly sentence: string;
};

/**
The readings that await a person, in the order of the guide. A reading that failed, or says nothing that could be
compared, asks nothing; one that was answered asks again only when two-factor shows another field.
*/
export function pendingConfirmations(
	facts: Facts,
	{confirmations}: Pick<Decisions, 'confirmations'>,
): PendingConfirmation[] {
	const candidate = candidateOf(facts);
	const isAnswered = (reading: ConfirmableReading): boolean => {
		const confirmation = confirmationOf(reading, confirmations);
		return confirmation !== null && (reading !== 'two_factor' || confirmation.key === candidate?.key);
	};

	const asked: readonly (readonly [ConfirmableReading, string | null])[] = [
		[
			'two_factor',
			candidate === null
				? null
				: `Mixpanel reports ${candidate.key} = ${candidate.value}. What does your screen say?`,
		],
		['users', usersSentence(facts)],
		['teams', teamsSentence(facts)],
		['service_account_roles', accountsSentence(facts)],
		['data_views', viewsSentence(facts)],
	];
	return asked.flatMap(([reading, sentence]) =>
		sentence === null || isAnswered(reading)
			? []
			: [{reading, key: reading === 'two_factor' ? (candidate?.key ?? null) : null, sentence}],
	);
}

/** Only a list whose roles are all understood has something to compare. */
function usersSentence(facts: Facts): string | null {
	if (facts.users?.outcome !== 'ok' || knownResources('admins', facts) === null) {
		return null;
	}

	const joined = facts.users.value.users.filter(user => user.invited !== true);
	const named = (role: User['role'], noun: string) => {
		const emails = joined.filter(user => user.role === role).map(({email}) => email);
		return `${count(emails.length, noun)}${emails.length === 0 ? '' : `: ${list(emails)}`}`;
	};
	return `${named('owner', 'Owner')}; ${named('admin', 'Admin')}, as on your page Users & Teams → Users?`;
}

function teamsSentence({teams}: Facts): string | null {
	if (teams?.outcome !== 'ok') {
		return null;
	}

	const shown = teams.value.map(({name, members}) =>
		members === null ? name : `${name} (${count(members, 'member')})`,
	);
	return `${shown.length === 0 ? 'No team' : `${count(shown.length, 'team')}: ${list(shown)}`}, as on your page Users & Teams → Teams?`;
}

function accountsSentence({serviceAccounts}: Facts): string | null {
	const accounts = serviceAccounts?.outcome === 'ok' ? serviceAccounts.value : [];
	const shown = accounts.flatMap(({username, organizationRole: role}) =>
		role === null || role === 'other' ? [] : [`${username} is ${roleWords[role]}`],
	);
	return shown.length === 0 ? null : `${list(shown)}, as on your page Settings → Org → Service Accounts?`;
}

/** One project is enough to compare what the fields mean. */
function viewsSentence({dataViews}: Facts): string | null {
	const projects = dataViews?.outcome === 'ok' ? splitProjects(dataViews.value).seen : [];
	const most = projects.toSorted((one, other) => other.value.length - one.value.length)[0];
	return most === undefined || most.value.length === 0
		? null
		: `${most.project.name}: ${list(most.value.map(viewWords))}, as on your page Data Views?`;
}

function viewWords(view: View): string {
	const traits = [
		...(view.isDefault === true ? ['default'] : []),
		...(view.isGlobal === true ? ['all data'] : []),
		...(view.isVisible === null || view.isGlobal === true ? [] : [view.isVisible ? 'public' : 'private']),
		...(view.hasAllMembers === true && view.isGlobal !== true ? ['all members'] : []),
		...(view.hasFilters === true ? ['filtered'] : []),
	];
	return traits.length === 0 ? view.name : `${view.name} (${traits.join(', ')})`;
}
