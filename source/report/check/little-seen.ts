import {count} from '../../controls/rule-kinds/count.ts';
import type {CheckDocument} from './check-document.ts';

/** What was seen of the organization, in words: a number where a list was read, else that it was not. */
export function seenParts({
	projects,
	users,
	serviceAccounts,
}: CheckDocument['target']['coverage']): readonly string[] {
	return [
		projects.seen === 0 ? 'no project in full' : count(projects.seen, 'project'),
		users.known === null ? 'users not read' : count(users.seen, 'user'),
		serviceAccounts.known === null
			? 'service accounts not read'
			: count(serviceAccounts.seen, 'service account'),
	];
}

/**
What the verdicts of a key are worth that saw no project in full: how many of the rules that Mixpanel answers got an
answer, and what becomes of the others. Null where a project was seen, or no rule asks Mixpanel.
*/
export function littleSeen({target, controls, profile}: CheckDocument): string | null {
	// A grade stands where the API was to answer, whatever came of it.
	const asked = controls
		.filter(({inProfile}) => inProfile)
		.flatMap(({rules}) => rules)
		.filter(({grade}) => grade !== null);
	if (target.coverage.projects.seen > 0 || asked.length === 0) {
		return null;
	}

	const answered = asked.filter(({status, measured}) => (measured?.status ?? status) !== 'unknown').length;
	return `Of the ${count(asked.length, 'rule')} of level ${profile} that Mixpanel answers, ${answered} got an answer from this key. What is unknown is neither good nor bad: a person can look at it by the clicks of the control, and a key made in Settings → Org with the role Admin reads it.`;
}
